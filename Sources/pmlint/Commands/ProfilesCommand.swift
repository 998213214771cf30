import ArgumentParser
import PostmortemReports
import PostmortemRules

struct ProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles", abstract: "List the profiles, or show what one asks for.")

  @OptionGroup var color: ColorOptions

  @Argument(help: "The profile's name.", completion: .profiles)
  var name: String?

  @Option(help: "How they are told.")
  var format = ListFormat.text

  func run() throws {
    let profiles = try name.map { [try Self.profile(named: $0)] } ?? Profile.all
    let report = ProfileReport(profiles: profiles, isColored: color.isColored)
    var output = OutputStream()
    switch format {
    case .text: output.write(name == nil ? report.list : report.text)
    case .json: output.write(report.json)
    }
    output.flush()
  }

  static func profile(named name: String) throws(UsageFailure) -> Profile {
    if let profile = Profile.builtIn(name) { return profile }
    let hint = NearestName.nearest(to: name, in: Profile.names).map { "did you mean '\($0)'?" }
    throw UsageFailure(message: "unknown profile '\(name)'; \(hint ?? "see pmlint profiles")")
  }
}
