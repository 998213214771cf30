/// How characters outside ASCII are shown in `plain`.
extension Canvas {
  /// Copies text that holds no markup.
  func copyText(_ range: Range<Int>) {
    var offset = range.lowerBound
    while offset < range.upperBound {
      let byte = text[offset]
      if byte >= 0x80 {
        offset = copyWide(at: offset, limit: range.upperBound)
      } else {
        if byte >= Ascii.space { plain[offset] = byte }
        offset += 1
      }
    }
  }

  /// Copies the byte at `offset`, or the whole character if `plain` shows another; gives the offset after it.
  func copyWide(at offset: Int, limit: Int) -> Int {
    let first = text[offset]
    if first == 0xC2, offset + 1 < limit, text[offset + 1] == 0xA0 { return offset + 2 }
    if first == 0xE2 || first == 0xE3 || first == 0xEF, offset + 2 < limit,
      let shown = Self.shown(first, text[offset + 1], text[offset + 2])
    {
      if shown == Ascii.dash { plain[offset + 1] = shown } else { plain[offset] = shown }
      return offset + 3
    }
    plain[offset] = first
    return offset + 1
  }

  /// The ASCII form of a character of three bytes; dashes are set between blanks.
  private static func shown(_ first: UInt8, _ second: UInt8, _ third: UInt8) -> UInt8? {
    switch (first, second, third) {
    case (0xE2, 0x80, 0x80...0x8B), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80),
      (0xEF, 0xBB, 0xBF):
      Ascii.space
    case (0xE2, 0x80, 0x90...0x95), (0xE2, 0x88, 0x92), (0xE3, 0x80, 0x9C), (0xEF, 0xBD, 0x9E): Ascii.dash
    case (0xE3, 0x80, 0x81): UInt8(ascii: ",")
    case (0xE3, 0x80, 0x82): Ascii.dot
    case (0xE3, 0x80, 0x90), (0xE3, 0x80, 0x94): Ascii.openBracket
    case (0xE3, 0x80, 0x91), (0xE3, 0x80, 0x95): Ascii.closeBracket
    // Full-width punctuation; digits and letters stay.
    case (0xEF, 0xBC, 0x81...0x8F), (0xEF, 0xBC, 0x9A...0xA0), (0xEF, 0xBC, 0xBB...0xBF): third - 0x60
    case (0xEF, 0xBD, 0x9B...0x9D): third - 0x20
    default: nil
    }
  }

  /// Writes what the entity at `offset` stands for, or the ampersand alone; gives the offset after it.
  func copyEntity(at offset: Int, limit: Int) -> Int {
    var end = offset + 1
    while end < limit, end - offset < 32, Ascii.isAlphanumeric(text[end]) || text[end] == Ascii.hash {
      end += 1
    }
    guard end < limit, text[end] == Ascii.semicolon, end > offset + 1,
      let shown = Entity.shown(UnsafeBufferPointer(rebasing: text[offset + 1..<end]))
    else {
      plain[offset] = Ascii.ampersand
      return offset + 1
    }
    var place = offset
    for byte in shown where place <= end {
      plain[place] = byte
      place += 1
    }
    return end + 1
  }
}

/// HTML character references.
enum Entity {
  /// What `plain` shows for a name or number; nil for names that are not known.
  static func shown(_ name: UnsafeBufferPointer<UInt8>) -> [UInt8]? {
    guard name.first == Ascii.hash else {
      return names[String(decoding: name, as: UTF8.self)].map { Array($0.utf8) }
    }
    let isHexadecimal = name.count > 1 && name[1] | 0x20 == 0x78
    var value: UInt32 = 0
    guard name.count > (isHexadecimal ? 2 : 1), name.count <= 9 else { return nil }
    for byte in name.dropFirst(isHexadecimal ? 2 : 1) {
      guard let digit = Character(Unicode.Scalar(byte)).hexDigitValue, isHexadecimal || digit < 10 else {
        return nil
      }
      value = value &* (isHexadecimal ? 16 : 10) &+ UInt32(digit)
    }
    return Unicode.Scalar(value).map(shown)
  }

  private static func shown(_ scalar: Unicode.Scalar) -> [UInt8] {
    switch scalar.value {
    case 0...0x20, 0x7F...0xA0, 0x2000...0x200B, 0x202F, 0x3000, 0xFEFF: []
    case 0x2010...0x2015, 0x2212: [Ascii.space, Ascii.dash, Ascii.space]
    default: Array(String(Character(scalar)).utf8)
    }
  }

  private static let names: [String: String] = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": "", "ensp": "", "emsp": "",
    "thinsp": "",
    "ndash": " - ", "mdash": " - ", "minus": " - ", "hyphen": "-", "shy": "", "lsquo": "'", "rsquo": "'",
    "ldquo": "\"", "rdquo": "\"", "laquo": "«", "raquo": "»", "hellip": "...", "rarr": "->", "larr": "<-",
    "rArr": "=>", "bull": "•", "middot": "·", "times": "×", "deg": "°", "copy": "©", "reg": "®", "trade": "™",
    "euro": "€", "pound": "£", "sect": "§", "micro": "µ", "plusmn": "±", "percnt": "%", "colon": ":",
    "comma": ",",
    "period": ".", "lpar": "(", "rpar": ")", "lsqb": "[", "rsqb": "]", "sol": "/", "num": "#", "ast": "*",
    "lowbar": "_", "vert": "|", "verbar": "|", "tilde": "~", "equals": "=", "plus": "+", "semi": ";",
    "excl": "!",
    "quest": "?", "commat": "@", "dollar": "$", "le": "<=", "ge": ">=", "ne": "!=", "zwj": "", "zwnj": "",
    "aacute": "á", "eacute": "é", "iacute": "í", "oacute": "ó", "uacute": "ú", "agrave": "à", "egrave": "è",
    "ccedil": "ç", "ntilde": "ñ", "atilde": "ã", "otilde": "õ", "acirc": "â", "ecirc": "ê", "ocirc": "ô",
    "auml": "ä", "ouml": "ö", "uuml": "ü", "Auml": "Ä", "Ouml": "Ö", "Uuml": "Ü", "szlig": "ß", "check": "✓",
    "cross": "✗",
  ]
}
