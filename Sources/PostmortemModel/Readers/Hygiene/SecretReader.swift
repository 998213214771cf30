import MarkdownTree

/// Finds tokens by the shapes that their issuers gave them, and what stands behind "password". One pass over the bytes.
struct SecretReader {
  let bytes: UnsafeBufferPointer<UInt8>

  func secrets() -> [LeakedSecret] {
    var result: [LeakedSecret] = []
    var offset = 0
    while offset < bytes.count {
      guard SecretReader.isTokenByte(bytes[offset]) else {
        offset += 1
        continue
      }
      let start = offset
      while offset < bytes.count, SecretReader.isTokenByte(bytes[offset]) { offset += 1 }
      guard mayBeSecret(start, offset),
        let secret = secret(in: start..<offset) ?? password(after: start..<offset)
      else { continue }
      result.append(secret)
      offset = max(offset, secret.span.end)
    }
    return result
  }

  /// Turns nearly all words away: a token is long or has a mark of its own, and a password has "=" or ":" before it.
  @inline(__always)
  private func mayBeSecret(_ start: Int, _ end: Int) -> Bool {
    if end - start >= 20 { return true }
    switch bytes[start] {
    case UInt8(ascii: "e"): if end - start > 2, bytes[start + 1] == UInt8(ascii: "y") { return true }
    case UInt8(ascii: "h"):
      if end - start == 5, end < bytes.count, bytes[end] == UInt8(ascii: ".") { return true }
    case UInt8(ascii: "-"): if end - start >= 10 { return true }
    default: break
    }
    guard end - start >= 3, end < bytes.count else { return false }
    // "password", "pwd", "passwort", "senha".
    switch (bytes[end - 2] | 0x20, bytes[end - 1] | 0x20) {
    case (UInt8(ascii: "r"), UInt8(ascii: "d")), (UInt8(ascii: "w"), UInt8(ascii: "d")),
      (UInt8(ascii: "r"), UInt8(ascii: "t")), (UInt8(ascii: "h"), UInt8(ascii: "a")):
      return true
    default: return false
    }
  }

  private func secret(in token: Range<Int>) -> LeakedSecret? {
    guard token.count >= 4, let kind = kind(of: token) else { return nil }
    guard let end = end(of: kind, token) else { return nil }
    let span = SourceSpan(token.lowerBound, end)
    // The mark of a key is no secret itself.
    if kind != .privateKey, isMadeUp(span.range) { return nil }
    return LeakedSecret(kind: kind, span: span)
  }

  private func kind(of token: Range<Int>) -> LeakedSecret.Kind? {
    switch bytes[token.lowerBound] {
    case UInt8(ascii: "A"):
      if opens(token, "AKIA") || opens(token, "ASIA") { return .awsKey }
      return opens(token, "AIza") ? .googleKey : nil
    case UInt8(ascii: "g"):
      if opens(token, "glpat-") { return .gitLabToken }
      return ["ghp_", "gho_", "ghu_", "ghs_", "ghr_", "github_pat_"].contains { opens(token, $0) }
        ? .gitHubToken : nil
    case UInt8(ascii: "x"):
      return ["xoxb-", "xoxa-", "xoxp-", "xoxr-", "xoxs-"].contains { opens(token, $0) } ? .slackToken : nil
    case UInt8(ascii: "e"): return opens(token, "eyJ") ? .jsonWebToken : nil
    case UInt8(ascii: "h"): return token.count == 5 && opens(token, "hooks") ? .slackWebhook : nil
    case UInt8(ascii: "-"): return opens(token, "-----BEGIN") ? .privateKey : nil
    default: return nil
    }
  }

  /// The offset after a token of a kind; nil where it is too short or too long to be one.
  private func end(of kind: LeakedSecret.Kind, _ token: Range<Int>) -> Int? {
    switch kind {
    case .awsKey:
      let isPlain = bytes[token].allSatisfy { $0 >= 0x41 && $0 <= 0x5A || $0 >= 0x30 && $0 <= 0x39 }
      return token.count == 20 && isPlain ? token.upperBound : nil
    case .googleKey: return token.count == 39 ? token.upperBound : nil
    case .gitHubToken:
      return token.count == 40 || token.count > 60 && opens(token, "github_pat_") ? token.upperBound : nil
    case .gitLabToken: return token.count >= 26 ? token.upperBound : nil
    case .slackToken: return token.count >= 24 ? token.upperBound : nil
    case .jsonWebToken: return webTokenEnd(token)
    case .slackWebhook: return webhookEnd(token)
    case .privateKey: return privateKeyEnd(token)
    case .password: return nil
    }
  }

  /// Three parts, of which the first two begin as JSON does.
  private func webTokenEnd(_ head: Range<Int>) -> Int? {
    var last = head
    for part in 1...2 {
      guard last.count >= 10, last.upperBound < bytes.count, bytes[last.upperBound] == UInt8(ascii: ".")
      else {
        return nil
      }
      let start = last.upperBound + 1
      last = start..<run(from: start, SecretReader.isTokenByte)
      if part == 1, !opens(last, "eyJ") { return nil }
    }
    return last.count >= 10 ? last.upperBound : nil
  }

  private func webhookEnd(_ host: Range<Int>) -> Int? {
    let rest = host.upperBound..<bytes.count
    guard opens(rest, ".slack.com/services/T") else { return nil }
    let end = run(from: host.upperBound + 20) { SecretReader.isTokenByte($0) || $0 == UInt8(ascii: "/") }
    return end - host.upperBound >= 50 ? end : nil
  }

  /// "-----BEGIN RSA PRIVATE KEY-----" with the key itself behind it, on the next line or after "\\n" in a string.
  private func privateKeyEnd(_ mark: Range<Int>) -> Int? {
    let end = run(from: mark.upperBound, limit: SecretReader.longestMark) {
      $0 >= 0x41 && $0 <= 0x5A || $0 == 0x20
    }
    guard opens(end..<bytes.count, "-----"), SecretReader.holds(bytes[mark.upperBound..<end], "PRIVATE KEY")
    else {
      return nil
    }
    var start = run(from: end + 5) {
      $0 == 0x0A || $0 == 0x0D || $0 == 0x20 || $0 == 0x09 || $0 == UInt8(ascii: ">")
    }
    if opens(start..<bytes.count, "\\n") { start += 2 }
    let body = run(from: start, limit: SecretReader.longestMark) {
      SecretReader.isTokenByte($0) || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "/")
    }
    return body - start >= 32 && !isMadeUp(start..<body) ? end + 5 : nil
  }

  // MARK: Bytes

  private static let longestMark = 60

  func run(from start: Int, limit: Int = Int.max, _ belongs: (UInt8) -> Bool) -> Int {
    var end = start
    while end < bytes.count, end - start < limit, belongs(bytes[end]) { end += 1 }
    return end
  }

  func opens(_ range: Range<Int>, _ letters: StaticString) -> Bool {
    letters.withUTF8Buffer { range.count >= $0.count && bytes[range].starts(with: $0) }
  }

  @inline(__always)
  static func isTokenByte(_ byte: UInt8) -> Bool {
    let letter = byte | 0x20
    return letter >= 0x61 && letter <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == UInt8(ascii: "_")
      || byte == UInt8(ascii: "-")
  }
}
