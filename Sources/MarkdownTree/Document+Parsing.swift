extension Document {
  /// Reads a Markdown file. Any bytes make a document.
  public init(parsing source: SourceText) {
    self.init(parsing: source, blanking: [])
  }

  /// Reads a Markdown file as if `spans` held only blanks; their line ends stay.
  ///
  /// This shows what stands inside a code fence as Markdown: blank the fence's two lines.
  public init(parsing source: SourceText, blanking spans: [SourceSpan]) {
    let frontMatter = FrontMatter(of: source)
    var masked = source.bytes
    Self.overwriteNuls(&masked)
    if let frontMatter { Self.overwrite(&masked, frontMatter.span) }
    for span in spans { Self.overwrite(&masked, span) }

    let hasByteOrderMark = masked.starts(with: [0xEF, 0xBB, 0xBF])
    let skeleton = BlockSkeleton(of: masked, lines: source)
    var outline = CMarkReader.outline(of: skeleton.bytes, hasByteOrderMark: hasByteOrderMark)
    // A copy at once: the buffers are written to.
    var text = masked.withUnsafeBufferPointer { masked in
      [UInt8](unsafeUninitializedCapacity: masked.count) { $1 = $0.initialize(fromContentsOf: masked) }
    }
    let garbled = masked.withUnsafeBufferPointer { GarbledTextFinder($0) }
    Self.repair(&text, garbled)
    var plain = Self.blankPage(source)
    var styles = [TextStyle](repeating: [], count: masked.count)
    var result: BlockBuilder?
    masked.withUnsafeBufferPointer { masked in
      text.withUnsafeMutableBufferPointer { text in
        plain.withUnsafeMutableBufferPointer { plain in
          styles.withUnsafeMutableBufferPointer { styles in
            let canvas = Canvas(source: masked, text: text, plain: plain, styles: styles)
            let definitions = DefinitionReader.read(&outline, of: source, masked)
            let scanner = InlineScanner(
              canvas: canvas, definitions: definitions, hasBareHosts: Self.holdsBareHost(masked))
            var builder = BlockBuilder(source: source, canvas: canvas, outline: outline, scanner: scanner)
            builder.build()
            for run in garbled.found { canvas.add(.garbled, to: run.span.range) }
            result = builder
          }
        }
      }
    }
    self.init(
      source: source, frontMatter: frontMatter, blocks: result?.finishedBlocks ?? [],
      lines: result?.lines ?? [],
      plain: plain, styles: styles, links: Self.sorted(result?.scanner.links ?? []),
      images: Self.sorted(result?.scanner.images ?? []), comments: result?.scanner.comments ?? [],
      garbled: garbled.found)
  }

  private static func overwriteNuls(_ bytes: inout [UInt8]) {
    let first = bytes.withUnsafeBufferPointer { $0.firstOffset(of: 0, from: 0, to: $0.count) }
    guard first < bytes.count else { return }
    for index in bytes.indices where bytes[index] == 0 { bytes[index] = Ascii.space }
  }

  private static func overwrite(_ bytes: inout [UInt8], _ span: SourceSpan) {
    for index in span.range.clamped(to: bytes.indices) where !Ascii.isLineEnd(bytes[index]) {
      bytes[index] = Ascii.space
    }
  }

  private static func repair(_ text: inout [UInt8], _ garbled: GarbledTextFinder) {
    for (run, repair) in zip(garbled.found, garbled.repairs) {
      let range = run.span.range
      for index in range {
        let place = index - range.lowerBound
        text[index] = place < repair.count ? repair[place] : Ascii.space
      }
    }
  }

  /// Blanks, with a line feed where each line ends.
  private static func blankPage(_ source: SourceText) -> [UInt8] {
    var page = [UInt8](repeating: Ascii.space, count: source.bytes.count)
    page.withUnsafeMutableBufferPointer { page in
      for line in 1..<max(1, source.lineCount) { page[source.start(ofLine: line) - 1] = Ascii.lineFeed }
    }
    return page
  }

  /// Whether "www." stands anywhere.
  private static func holdsBareHost(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var dot = bytes.firstOffset(of: Ascii.dot, from: 0, to: bytes.count)
    while dot < bytes.count {
      if dot >= 3, (1...3).allSatisfy({ bytes[dot - $0] | 0x20 == UInt8(ascii: "w") }) { return true }
      dot = bytes.firstOffset(of: Ascii.dot, from: dot + 1, to: bytes.count)
    }
    return false
  }

  private static func sorted(_ links: [Link]) -> [Link] {
    links.sorted { $0.span < $1.span }
  }
}
