import MarkdownTree

/// Finds tokens by the shapes that their issuers gave them, and what stands behind "password".
///
/// Most bytes of a report are never looked at: a token is long, so that it holds one of a few places, and a password has
/// "=" or ":" before it.
struct SecretReader {
  let bytes: UnsafeBufferPointer<UInt8>
  /// Every token is at least this long, but for the mark of a key.
  private static let shortestToken = 20
  private static let longestMark = 60

  func secrets() -> [LeakedSecret] {
    let found = passwords() + tokens() + keys()
    if found.isEmpty { return [] }
    var result: [LeakedSecret] = []
    // A token behind "password:" is one secret.
    for secret in found.sorted(by: { $0.span.start < $1.span.start }) {
      if result.last.map({ secret.span.start >= $0.span.end }) ?? true { result.append(secret) }
    }
    return result
  }

  private func passwords() -> [LeakedSecret] {
    var result: [LeakedSecret] = []
    for mark in [UInt8(ascii: ":"), UInt8(ascii: "=")] {
      var offset = bytes.firstOffset(of: mark, from: 0, to: bytes.count)
      while offset < bytes.count {
        if let secret = password(after: name(before: offset)) { result.append(secret) }
        offset = bytes.firstOffset(of: mark, from: offset + 1, to: bytes.count)
      }
    }
    return result
  }

  private func tokens() -> [LeakedSecret] {
    var result: [LeakedSecret] = []
    // A token covers all eight bytes from one of these places on.
    let step = SecretReader.shortestToken - 7
    var place = 0
    while place + 8 <= bytes.count {
      guard isInToken(place) else {
        place += step
        continue
      }
      let token = token(around: place)
      if token.count >= SecretReader.shortestToken, let secret = secret(in: token) ?? webhook(endingIn: token)
      {
        result.append(secret)
      }
      place += max(1, (token.upperBound - place + step - 1) / step) * step
    }
    return result
  }

  /// "-----BEGIN RSA PRIVATE KEY-----".
  private func keys() -> [LeakedSecret] {
    var result: [LeakedSecret] = []
    // "G" is the rarest of its letters.
    var place = bytes.firstOffset(of: UInt8(ascii: "G"), from: 0, to: bytes.count)
    while place < bytes.count {
      let start = max(0, place - 7)
      let isFirst = start == 0 || bytes[start - 1] != UInt8(ascii: "-")
      if isFirst, opens(start..<bytes.count, "-----BEGIN"), let secret = secret(in: start..<start + 10) {
        result.append(secret)
      }
      place = bytes.firstOffset(of: UInt8(ascii: "G"), from: place + 1, to: bytes.count)
    }
    return result
  }

  private func token(around place: Int) -> Range<Int> {
    var start = place
    while start > 0, SecretReader.isTokenByte(bytes[start - 1]) { start -= 1 }
    return start..<run(from: place, SecretReader.isTokenByte)
  }

  /// The address that ends in a token: "hooks.slack.com/services/T…/B…/…".
  private func webhook(endingIn token: Range<Int>) -> LeakedSecret? {
    var start = token.lowerBound
    while start > 0, token.lowerBound - start < SecretReader.longestMark,
      SecretReader.isTokenByte(bytes[start - 1]) || "/.".utf8.contains(bytes[start - 1])
    {
      start -= 1
      if opens(start..<bytes.count, "hooks.slack.com") { return secret(in: start..<start + 5) }
    }
    return nil
  }

  /// The word before ":" or "=", over quotation marks and blanks.
  private func name(before mark: Int) -> Range<Int> {
    var end = mark
    while end > 0, mark - end < SecretReader.longestMark, bytes[end - 1] == 0x20 || isQuote(bytes[end - 1]) {
      end -= 1
    }
    var start = end
    while start > 0, end - start < SecretReader.longestMark, SecretReader.isTokenByte(bytes[start - 1]) {
      start -= 1
    }
    return start..<end
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
}
