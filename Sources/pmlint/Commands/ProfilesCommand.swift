import ArgumentParser
import PostmortemReports
import PostmortemRules

struct ProfilesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "profiles",
    abstract: "List the profiles, your own among them, or show what one asks for.")

  @OptionGroup var file: ConfigurationFileOptions
  @OptionGroup var color: ColorOptions

  @Argument(help: "The profile's name.", completion: .profiles)
  var name: String?

  @Option(help: "How they are told.")
  var format = ListFormat.text

  func run() throws {
    let configuration = try ConfigurationSearch.configuration(of: .current, file.choice)
    let profiles = try name.map { [try configuration.profile(named: $0)] } ?? configuration.allProfiles
    let report = ProfileReport(profiles: profiles, isColored: color.isColored)
    var output = OutputStream()
    switch format {
    case .text: output.write(name == nil ? report.list : report.text)
    case .json: output.write(report.json)
    }
    output.flush()
  }
}
