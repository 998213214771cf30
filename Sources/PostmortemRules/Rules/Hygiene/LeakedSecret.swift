import MarkdownTree
import PostmortemModel

extension Rule {
  /// A report holds no password, token or key.
  ///
  /// Reports are read by many and kept for years, and so is the history of their files.
  static let leakedSecret = Rule(
    "leaked-secret",
    "A password, token or private key",
    severity: .error,
    page: PackageResources.leaked_secret_md
  ) { postmortem in
    postmortem.leakedSecrets.map { secret in
      // The first line of a key is the same for all; of anything else the report shows no more than tells where to look.
      let words = postmortem.document.quote(secret.span)
      return Violation(
        .leaked(secret.kind == .privateKey ? words : "\(words.prefix(4))…", secret.kind), at: secret.span,
        help: "revoke it, then remove it from the file and from its history")
    }
  }
}

extension Message {
  fileprivate static func leaked(_ opening: String, _ kind: LeakedSecret.Kind) -> Message {
    "'\(opening)' looks like \(name(of: kind))"
  }

  private static func name(of kind: LeakedSecret.Kind) -> String {
    switch kind {
    case .awsKey: "an AWS access key"
    case .gitHubToken: "a GitHub token"
    case .gitLabToken: "a GitLab token"
    case .slackToken: "a Slack token"
    case .slackWebhook: "the address of a Slack webhook"
    case .googleKey: "a Google API key"
    case .jsonWebToken: "a JSON web token"
    case .privateKey: "a private key"
    case .password: "a password"
    }
  }
}
