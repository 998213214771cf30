import YAMLTree

extension Profile {
  /// What nearly every public template asks for.
  public static let standard = reading("standard") ?? Profile(named: "standard")

  /// The names of the built-in profiles, the default first.
  public static var names: [String] { files.map(\.name) }

  /// All built-in profiles.
  public static let all: [Profile] = names.compactMap(builtIn)

  /// The built-in profile of a name.
  public static func builtIn(_ name: String) -> Profile? {
    name == standard.name ? standard : reading(name)
  }

  private static func reading(_ name: String) -> Profile? {
    guard let file = files.first(where: { $0.name == name }) else { return nil }
    return read(file.bytes(), name: name).profile
  }

  /// A profile's file, with what is wrong in it.
  static func read(_ bytes: [UInt8], name: String) -> (profile: Profile, problems: [ConfigurationProblem]) {
    do {
      guard let node = try YAMLReader.read(bytes[...]) else { return (Profile(named: name), []) }
      var reader = ProfileReader()
      // A profile may extend those that stand before it only, so that none extends itself.
      let earlier = files.prefix { $0.name != name }.map(\.name)
      let profile = reader.read(node, name: name) { earlier.contains($0) ? builtIn($0) : nil }
      return (profile, reader.problems)
    } catch {
      return (Profile(named: name), [ConfigurationProblem(message: error.reason, offset: error.offset)])
    }
  }

  /// The files of `Profiles/`. Only the one that is asked for is read.
  static var files: [(name: String, bytes: () -> [UInt8])] {
    [
      ("standard", { PackageResources.standard_yml }),
      ("minimal", { PackageResources.minimal_yml }),
      ("alx", { PackageResources.alx_yml }),
      ("google-sre", { PackageResources.google_sre_yml }),
      ("google-workbook", { PackageResources.google_workbook_yml }),
      ("pagerduty", { PackageResources.pagerduty_yml }),
      ("atlassian", { PackageResources.atlassian_yml }),
      ("aws-coe", { PackageResources.aws_coe_yml }),
      ("gitlab", { PackageResources.gitlab_yml }),
      ("azure", { PackageResources.azure_yml }),
      ("etsy", { PackageResources.etsy_yml }),
      ("howie", { PackageResources.howie_yml }),
      ("mybinder", { PackageResources.mybinder_yml }),
    ]
  }
}
