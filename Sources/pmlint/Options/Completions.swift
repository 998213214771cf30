import ArgumentParser
import PostmortemRules

/// What a shell offers where a name of ours is asked for.
extension CompletionKind {
  static var rules: CompletionKind {
    .list(["all"] + Rule.Category.allCases.map(\.rawValue) + Rule.all.map(\.id))
  }

  /// What `explain` has a page on.
  static var pages: CompletionKind { .list(Rule.all.map(\.id) + Guide.all.map(\.name)) }

  static var profiles: CompletionKind { .list(Profile.all.map(\.name)) }

  /// As `profiles`, with the choice by each report.
  static var profileChoices: CompletionKind { .list(Profile.all.map(\.name) + ["auto"]) }
}
