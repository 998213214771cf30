public import MarkdownTree

/// Something that opens a door to whoever reads it.
public struct LeakedSecret: Sendable {
  public enum Kind: Hashable, Sendable {
    case awsKey, gitHubToken, gitLabToken, slackToken, slackWebhook, googleKey, jsonWebToken, privateKey,
      password
  }

  public let kind: Kind
  public let span: SourceSpan
}

extension Postmortem {
  /// Tokens, keys and passwords anywhere in the file, code and comments included.
  public var leakedSecrets: [LeakedSecret] {
    document.source.bytes.withUnsafeBufferPointer { SecretReader(bytes: $0).secrets() }
  }
}
