// swift-tools-version: 6.1
import PackageDescription

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// pre-commit builds a hook when it is first used. Where that is in a commit in a worktree, or one of `commit -a`, git's
// variables make SwiftPM's git check the dependency out into the index of that very commit, and both fail beyond
// recognition (pre-commit#3712). SwiftPM has no means to unset them, so say what to do.
let environment = Context.environment
let hasForeignIndex = environment["GIT_DIR"] != nil || environment["GIT_INDEX_FILE"]?.hasPrefix("/") == true
if environment["PRE_COMMIT"] != nil, hasForeignIndex {
  let remedy =
    "pmlint cannot be built inside this commit; run 'pre-commit install-hooks' once, then commit again\n"
  _ = remedy.withCString { write(2, $0, strlen($0)) }
  exit(1)
}

// `PMLINT_STATIC=1` (set by `make install`) links libcmark and libyaml from their archives, so that
// the binary runs where neither is installed. The module maps carry no `link` line for that reason.
let isStatic = environment["PMLINT_STATIC"] != nil
let librarySettings: [LinkerSetting] =
  isStatic ? [.linkedLibrary(":libcmark.a"), .linkedLibrary(":libyaml.a")] : []

// `PMLINT_COMMIT` (set by make) is what `pmlint --version` tells beside the version. Only one C file depends on it, so a
// new commit costs no more than linking.
let commit = (environment["PMLINT_COMMIT"] ?? "").filter {
  $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-")
}

let package = Package(
  name: "pmlint",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "pmlint", targets: ["pmlint"]),
    .library(name: "PostmortemRules", targets: ["PostmortemRules"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CCMark",
      pkgConfig: isStatic ? nil : "libcmark",
      providers: [.apt(["libcmark-dev"]), .brew(["cmark"])]
    ),
    .systemLibrary(
      name: "CYAML",
      pkgConfig: isStatic ? nil : "yaml-0.1",
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]
    ),
    .target(name: "CBuild", cSettings: [.define("PMLINT_COMMIT", to: "\"\(commit)\"")]),
    .target(name: "CArena"),
    .target(name: "Guarded"),
    .target(name: "YAMLTree", dependencies: ["CYAML"]),
    .target(
      name: "MarkdownTree",
      dependencies: ["CArena", "CCMark", "YAMLTree"],
      linkerSettings: librarySettings
    ),
    .target(
      name: "PostmortemModel",
      dependencies: ["Guarded", "MarkdownTree"],
      exclude: ["Vocabulary"],
      resources: [.embedInCode("Snapshot")]
    ),
    .target(
      name: "PostmortemRules",
      dependencies: ["PostmortemModel", "MarkdownTree", "YAMLTree"],
      resources: [.embedInCode("Pages"), .embedInCode("Profiles"), .embedInCode("Guides")]
    ),
    .target(
      name: "PostmortemReports",
      dependencies: ["PostmortemRules", "PostmortemModel", "MarkdownTree"]
    ),
    .executableTarget(
      name: "pmlint",
      dependencies: [
        "CBuild", "Guarded", "PostmortemReports", "PostmortemRules", "PostmortemModel", "MarkdownTree",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]
    ),
    .target(
      name: "TestSupport",
      dependencies: ["PostmortemReports", "PostmortemRules", "PostmortemModel", "MarkdownTree"],
      path: "Tests/TestSupport"
    ),
    .target(
      name: "Invariants",
      dependencies: ["CCMark", "PostmortemReports", "PostmortemRules", "PostmortemModel", "MarkdownTree"],
      path: "Tests/Invariants"
    ),
    .testTarget(name: "MarkdownTreeTests", dependencies: ["MarkdownTree", "Invariants", "TestSupport"]),
    .testTarget(
      name: "PostmortemModelTests",
      dependencies: ["PostmortemModel", "MarkdownTree", "Invariants", "TestSupport"]),
    .testTarget(
      name: "PostmortemRulesTests",
      dependencies: [
        "PostmortemRules", "PostmortemModel", "PostmortemReports", "MarkdownTree", "Invariants",
        "TestSupport",
      ]),
    .testTarget(
      name: "PostmortemReportsTests",
      dependencies: [
        "PostmortemReports", "PostmortemRules", "PostmortemModel", "MarkdownTree", "Invariants",
        "TestSupport",
      ]),
    .testTarget(
      name: "PMLintTests",
      dependencies: [
        "pmlint", "TestSupport", .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .testTarget(name: "HouseTests", dependencies: ["PostmortemRules", "TestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

// `PMLINT_FUZZ=1` (set by `make fuzz`) adds the program that libFuzzer drives, which links with nothing else.
if environment["PMLINT_FUZZ"] != nil {
  package.products.append(.executable(name: "pmlint-fuzz", targets: ["Fuzz"]))
  package.targets.append(
    .executableTarget(
      name: "Fuzz", dependencies: ["Invariants"], path: "Tests/Fuzz", sources: ["main.swift"]))
}

for target in package.targets where target.type != .system {
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
