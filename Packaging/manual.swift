// Fills Packaging/pmlint.1.in: standard input is what `pmlint --experimental-dump-help` prints, the arguments are the
// template and the seconds since 1970 that date the page. The manual that swift-argument-parser's own plugin makes names
// no values and no defaults, and says of the exit status what is not true of pmlint.
import Foundation

struct Tool: Decodable {
  let command: Command
}

struct Command: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let arguments: [Argument]?
  let subcommands: [Command]?
  let defaultSubcommand: String?
  let shouldDisplay: Bool?
}

struct Argument: Decodable {
  struct Name: Decodable {
    let kind: String
    let name: String
  }

  let kind: String
  let abstract: String?
  let names: [Name]?
  let valueName: String?
  let isOptional: Bool
  let isRepeating: Bool
  let shouldDisplay: Bool
  let defaultValue: String?
  let allValues: [String]?

  /// Said once for all commands.
  var isCommon: Bool { names?.contains { ["help", "version"].contains($0.name) } == true }
}

/// Text, a line for each sentence, that no reader of the page takes for a macro.
func text(_ text: String) -> String {
  let safe = text.replacing("\\", with: "\\e").replacing("-", with: "\\-")
  let sentences = safe.replacing(#/([.!?]\)?) +(?=[A-Z(])/#) { "\($0.1)\n" }.split(separator: "\n")
  return sentences.map { ".'".contains($0.prefix(1)) ? "\\&\($0)" : String($0) }.joined(separator: "\n")
}

func macro(_ name: Argument.Name) -> String {
  "Fl \(name.kind == "long" ? "-" : "")\(name.name)"
}

func head(of argument: Argument) -> String {
  let value = argument.valueName ?? "value"
  if argument.kind == "positional" { return ".It Ar \(value)" + (argument.isRepeating ? " ..." : "") }
  let names = (argument.names ?? []).map(macro).joined(separator: " , ")
  return ".It " + names + (argument.kind == "option" ? " Ar \(value)" : "")
}

func argumentLines(_ argument: Argument) -> [String] {
  var lines = [head(of: argument), text(argument.abstract ?? "")]
  if let values = argument.allValues, !values.isEmpty {
    lines.append(text("One of \(values.joined(separator: ", "))."))
  }
  if let value = argument.defaultValue { lines.append(text("The default is \(value).")) }
  if argument.kind == "option", argument.isRepeating { lines.append("It may be given several times.") }
  return lines
}

func synopsis(of command: Command, _ path: [String], isDefault: Bool = false) -> [String] {
  let inner = (command.subcommands ?? []).filter { $0.commandName != "help" && $0.shouldDisplay != false }
  if !inner.isEmpty {
    return inner.flatMap {
      synopsis(
        of: $0, path + [$0.commandName], isDefault: $0.commandName == command.defaultSubcommand)
    }
  }
  var lines = [".Nm"]
  if !path.isEmpty { lines.append((isDefault ? ".Op " : ".") + "Cm " + path.joined(separator: " ")) }
  let arguments = (command.arguments ?? []).filter { $0.shouldDisplay && !$0.isCommon }
  if arguments.contains(where: { $0.kind != "positional" }) { lines.append(".Op Ar option ...") }
  for argument in arguments where argument.kind == "positional" {
    let value = "Ar \(argument.valueName ?? "value")" + (argument.isRepeating ? " ..." : "")
    lines.append((argument.isOptional ? ".Op " : ".") + value)
  }
  return lines
}

func section(of command: Command, _ path: [String]) -> [String] {
  var lines = path.isEmpty ? [] : [".Ss " + path.joined(separator: " ")]
  if !path.isEmpty, let abstract = command.abstract { lines.append(text(abstract)) }
  for line in (command.discussion ?? "").split(separator: "\n") where !path.isEmpty {
    lines.append(text(String(line)))
  }
  let arguments = (command.arguments ?? []).filter { $0.shouldDisplay && (path.isEmpty || !$0.isCommon) }
  if !arguments.isEmpty {
    lines += [".Bl -tag -width Ds"] + arguments.flatMap(argumentLines) + [".El"]
  }
  for inner in command.subcommands ?? [] where inner.commandName != "help" && inner.shouldDisplay != false {
    lines += section(of: inner, path + [inner.commandName])
  }
  return lines
}

func date(_ seconds: TimeInterval) -> String {
  let format = DateFormatter()
  format.locale = Locale(identifier: "en_US_POSIX")
  format.timeZone = TimeZone(secondsFromGMT: 0)
  format.dateFormat = "MMMM d, yyyy"
  return format.string(from: Date(timeIntervalSince1970: seconds))
}

let arguments = CommandLine.arguments
guard arguments.count == 3, let seconds = TimeInterval(arguments[2]) else {
  FileHandle.standardError.write(Data("usage: manual.swift TEMPLATE SECONDS < HELP\n".utf8))
  exit(2)
}
let help = try FileHandle.standardInput.readToEnd() ?? Data()
let command = try JSONDecoder().decode(Tool.self, from: help).command
let page = try String(contentsOfFile: arguments[1], encoding: .utf8)
  .replacing("@DATE@", with: date(seconds))
  .replacing("@SYNOPSIS@", with: synopsis(of: command, []).joined(separator: "\n"))
  .replacing("@COMMANDS@", with: section(of: command, []).joined(separator: "\n"))
FileHandle.standardOutput.write(Data(page.utf8))
