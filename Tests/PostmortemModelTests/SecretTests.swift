import MarkdownTree
import PostmortemModel
import Testing

/// The tokens are put together here, so that no scanner of repositories takes this file for a leak.
@Suite struct SecretTests {
  private func read(_ text: String) -> [LeakedSecret] {
    Reading("# Postmortem: lost mails\n\n## Root cause\n\n\(text)\n").postmortem.leakedSecrets
  }

  @Test(arguments: [
    (["gl", "pat-", "Kd93mXq7TzLp5RvB2nWs"], LeakedSecret.Kind.gitLabToken),
    (["xo", "xb-", "391847562938-kQ7vRz5TpLm2XdW9"], .slackToken),
    (["AI", "za", "SyD8kQ2vRz5TpLm7XdW9bN3hGfJ6cEu1oYt"], .googleKey),
    (["github", "_pat_", "11ABQ7vRz5TpLm7XdW9bN3_hGfJ6cEu1oYtKd93mXq7TzLp5RvB2nWsQ8kD2v"], .gitHubToken),
    (["hooks.", "slack.com/services/", "T7QK2MZ9P/B5XR8WL3D/kQ7vRz5TpLm2XdW9bN3hGfJ6"], .slackWebhook),
  ])
  func knowsTheShapes(_ parts: [String], _ kind: LeakedSecret.Kind) {
    let token = parts.joined()
    let found = Reading("# Postmortem: lost mails\n\nIt was \(token).\n").postmortem
    #expect(found.leakedSecrets.map(\.kind) == [kind])
    #expect(found.leakedSecrets.map { found.document.source.text($0.span) } == [token])
    // Too short to be one, and broken off.
    #expect(read(String(token.prefix(token.count / 2))).isEmpty)
  }

  @Test(arguments: [
    "AKIA", "eyJ.eyJ.", "-----BEGIN", "-----BEGIN PRIVATE KEY-----", "password:", "password=", "password:\n",
    "hooks.slack.com/services/T", "password: \"", "pwd pwd=pwd:",
  ])
  func endsAnywhere(_ text: String) {
    #expect(read(text).isEmpty)
    #expect(Reading(text).postmortem.leakedSecrets.isEmpty)
  }
}
