import ArgumentParser
import Documents
import Foundation
import Wording

/// Help in Chinese: made from what the commands say of themselves, with the words of `HelpWords`. In
/// English the argument parser's own is shown.
struct HelpPage {
  /// A command as the argument parser describes it.
  struct Command: Decodable {
    let commandName: String
    let abstract: String?
    let discussion: String?
    let subcommands: [Command]?
    let arguments: [Argument]?
    let shouldDisplay: Bool?
  }

  /// One of its arguments.
  struct Argument: Decodable {
    struct Name: Decodable {
      let kind: String
      let name: String

      var text: String { (kind == "long" ? "--" : "-") + name }
    }

    let kind: String
    let names: [Name]?
    let valueName: String?
    let abstract: String?
    let defaultValue: String?
    let allValues: [String]?
    let shouldDisplay: Bool?
    let sectionTitle: String?

    /// `--out <out>`
    var label: String {
      guard kind != "positional" else { return "<\(valueName ?? "")>" }
      let names = (self.names ?? []).sorted { $0.kind != "long" && $1.kind == "long" }
      let text = names.map(\.text).joined(separator: ", ")
      return kind == "option" ? "\(text) <\(valueName ?? "")>" : text
    }
  }

  private struct Tool: Decodable { let command: Command }

  private static let width = 80
  private static let indent = 26

  /// Everything that the program says of its commands.
  static func root() throws -> Command {
    try JSONDecoder().decode(Tool.self, from: Data(Siting._dumpHelp().utf8)).command
  }

  /// The help that arguments ask for; `nil`: they ask for none.
  static func asked(by arguments: [String]) -> String? {
    let isHelp = arguments.first == "help"
    guard isHelp || arguments.isEmpty || arguments.contains(where: ["-h", "--help"].contains)
    else { return nil }
    guard var command = try? root() else { return nil }
    var path = [command.commandName]
    for word in arguments.dropFirst(isHelp ? 1 : 0) where !word.hasPrefix("-") {
      guard let next = command.subcommands?.first(where: { $0.commandName == word }) else {
        continue
      }
      command = next
      path.append(word)
    }
    return HelpPage(command: command, path: path).text
  }

  let command: Command
  let path: [String]

  private func say(_ text: String) -> String { HelpWords.chinese[text] ?? text }

  var text: String {
    var parts: [String] = []
    if let abstract = command.abstract { parts.append(HelpWords.overview + say(abstract)) }
    if let discussion = command.discussion { parts.append(wrapped(say(discussion))) }
    parts.append(HelpWords.usage + usage)
    var sections: [(title: String, arguments: [Argument])] = []
    for argument in command.arguments ?? [] where argument.shouldDisplay ?? true {
      let title =
        argument.kind == "positional"
        ? HelpWords.arguments
        : argument.sectionTitle.map { say($0) + "：" } ?? HelpWords.options
      if let place = sections.firstIndex(where: { $0.title == title }) {
        sections[place].arguments.append(argument)
      } else {
        sections.append((title, [argument]))
      }
    }
    parts += sections.map { section in
      ([section.title] + section.arguments.map(line)).joined(separator: "\n")
    }
    let commands = (command.subcommands ?? []).filter {
      ($0.shouldDisplay ?? true) && $0.commandName != "help"
    }
    if !commands.isEmpty {
      let lines = commands.map { entry($0.commandName, $0.abstract.map(say) ?? "") }
      parts.append(([HelpWords.subcommands] + lines).joined(separator: "\n"))
      parts.append(
        HelpWords.seeAlso(
          (path + ["<\(HelpWords.subcommandInUsage)>", "--help"])
            .joined(separator: " ")))
    }
    return parts.joined(separator: "\n\n") + "\n"
  }

  private var usage: String {
    let isFamily = !(command.subcommands ?? []).filter { $0.commandName != "help" }.isEmpty
    let positional = (command.arguments ?? []).filter { $0.kind == "positional" }
      .map { "[<\($0.valueName ?? "")>]" }
    return
      (path
      + (isFamily
        ? ["<\(HelpWords.subcommandInUsage)>"] : ["[<\(HelpWords.optionsInUsage)>]"] + positional))
      .joined(separator: " ")
  }

  private func line(_ argument: Argument) -> String {
    var text = argument.abstract.map(say) ?? ""
    if let values = argument.allValues, !values.isEmpty { text += HelpWords.oneOf(values) }
    if let value = argument.defaultValue { text += HelpWords.byDefault(value) }
    return entry(argument.label, text)
  }

  /// A name, and beside it what it is.
  private func entry(_ name: String, _ text: String) -> String {
    let lines = Self.lines(of: text, width: Self.width - Self.indent)
    let blank = String(repeating: " ", count: Self.indent)
    let head = "  " + name
    let rest = lines.map { blank + $0 }
    guard TextTable.width(head) < Self.indent, let first = lines.first else {
      return ([head] + rest).joined(separator: "\n")
    }
    let pad = String(repeating: " ", count: Self.indent - TextTable.width(head))
    return ([head + pad + first] + rest.dropFirst()).joined(separator: "\n")
  }

  /// Lines of their own stay so: commands to type are never broken.
  private func wrapped(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      line.hasPrefix(" ")
        ? String(line) : Self.lines(of: String(line), width: Self.width).joined(separator: "\n")
    }.joined(separator: "\n")
  }

  /// Breaks a text where a line is full: between Chinese characters, or at a blank.
  private static func lines(of text: String, width: Int) -> [String] {
    var lines: [String] = []
    for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
      var line = ""
      var word = ""
      func add(_ piece: String) {
        if TextTable.width(line + piece) > width, !line.isEmpty {
          lines.append(line.trimmingCharacters(in: .whitespaces))
          line = ""
        }
        line += piece
      }
      for character in paragraph {
        // What may not begin a line stays with what it follows.
        if character.isASCII, character != " " || "，。、；：）”".contains(character) {
          word.append(character)
          continue
        }
        if "，。、；：）”".contains(character) {
          word.append(character)
          continue
        }
        add(word)
        word = String(character)
      }
      add(word)
      lines.append(line.trimmingCharacters(in: .whitespaces))
    }
    return lines.isEmpty ? [""] : lines
  }
}

/// What the argument parser says of wrong usage, in Chinese. It says it in a text: this is the one place
/// that takes one apart, since the parser has no other way to tell.
enum UsagePage {
  /// A whole message as the parser prints it, line by line.
  static func chinese(_ message: String) -> String {
    message.split(separator: "\n", omittingEmptySubsequences: false).map { line in
      let line = String(line)
      if let rest = rest(of: line, behind: "Error: ") { return HelpWords.error + sentence(rest) }
      if let rest = rest(of: line, behind: "Usage: ") {
        return HelpWords.usage
          + rest.replacing("<options>", with: "<\(HelpWords.optionsInUsage)>")
          .replacing("<subcommand>", with: "<\(HelpWords.subcommandInUsage)>")
      }
      if let command = line.firstMatch(of: /^  See '(.+)' for more information\.$/) {
        return "  " + HelpWords.seeAlso(String(command.1))
      }
      if let help = line.firstMatch(of: /^Help:  (.+?)  (.+)$/) {
        let text = String(help.2)
        return "  \(help.1)  \(HelpWords.chinese[text] ?? text)"
      }
      return line
    }.joined(separator: "\n")
  }

  private static func rest(of line: String, behind start: String) -> String? {
    line.hasPrefix(start) ? String(line.dropFirst(start.count)) : nil
  }

  private static func sentence(_ text: String) -> String {
    if let found = text.firstMatch(of: /^Unknown option '(.+?)'(?:\. Did you mean '(.+)'\?)?$/) {
      return HelpWords.unknownOption("\(found.1)", meant: found.2.map { "\($0)" })
    }
    if let found = text.firstMatch(of: /^Missing expected argument '(.+)'$/) {
      return HelpWords.missingArgument("\(found.1)")
    }
    if let found = text.firstMatch(of: /^Missing value for '(.+)'$/) {
      return HelpWords.missingValue("\(found.1)")
    }
    if let found = text.firstMatch(of: /^The value '(.*)' is invalid for '(.+?)'(.*)$/) {
      let values = found.3.matches(of: /'([^']+)'/).map { "\($0.1)" }
      return HelpWords.invalidValue("\(found.1)", of: "\(found.2)", among: values)
    }
    if let found = text.firstMatch(of: /^Unexpected argument '(.+)'$/) {
      return HelpWords.unexpectedArguments("\(found.1)")
    }
    if let found = text.firstMatch(of: /^\d+ unexpected arguments: (.+)$/) {
      return HelpWords.unexpectedArguments("\(found.1)".replacing("'", with: ""))
    }
    return text
  }
}
