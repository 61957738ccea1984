import ArgumentParser
import Documents
import Foundation
import GeoData
import Quantities
import Rules
import Wording

struct RulesCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rules", abstract: "List, show, lint and compare rule packs.",
    subcommands: [List.self, Show.self, Lint.self, Compare.self])
}

extension RulesCommand {
  struct List: SpeakingCommand {
    static let configuration = CommandConfiguration(
      abstract: "List the built-in packs, or the rules of one pack.")

    @Argument(help: "A pack: built-in id or path. Default: all built-in packs.")
    var pack: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
      let library = try PackLibrary()
      let console = shared.console
      guard let pack else {
        var table = TextTable(
          header: [
            console.say(TerminalWords.pack), console.say(TerminalWords.rules),
            console.say(TerminalWords.issued), console.say(TerminalWords.status),
            console.say(TerminalWords.title),
          ], right: [1])
        for id in library.builtInIDs {
          let pack = try library.pack(id)
          table.append([
            pack.id, "\(pack.rules.count)", pack.document.issued,
            console.say(pack.document.status.words),
            pack.title[console.language],
          ])
        }
        Console.write(table.text)
        return
      }
      var table = TextTable(
        header: [
          console.say(TerminalWords.rule), console.say(TerminalWords.check),
          console.say(TerminalWords.subject),
          console.say(TerminalWords.required), console.say(TerminalWords.force),
          console.say(TerminalWords.clause),
        ])
      for rule in try library.pack(pack).rules {
        table.append([
          rule.id, console.say(CodeWords.of(rule.check.name)),
          rule.subjects.map { console.say(CodeWords.of($0.rawValue)) }.joined(separator: ","),
          console.say(rule.requirementWords), console.say(rule.force.words), rule.clause,
        ])
      }
      Console.write(table.text)
    }
  }

  struct Show: SpeakingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Show one rule: what it says, where it stands, what it needs.")

    @Argument(help: "PACK/RULE, or just RULE when only one built-in pack has it.")
    var rule: String

    @OptionGroup var shared: SharedOptions

    func run() throws {
      let library = try PackLibrary()
      let console = shared.console
      let (pack, rule) = try find(library)
      Console.write(try rule.sheet(in: pack, topics: .known(to: [pack]), console))
    }

    private func find(_ library: PackLibrary) throws -> (RulePack, Rule) {
      if let slash = rule.lastIndex(of: "/") {
        let pack = try library.pack(String(rule[..<slash]))
        let id = String(rule[rule.index(after: slash)...])
        if let rule = pack.rule(id) { return (pack, rule) }
        throw usageError(
          "no rule '\(id)' in \(pack.id)\(Spelling.hint(for: id, among: pack.rules.map(\.id)))")
      }
      let packs = try library.builtInIDs.map { try library.pack($0) }
      let found = packs.flatMap { pack in pack.rules.filter { $0.id == rule }.map { (pack, $0) } }
      if found.count == 1 { return found[0] }
      if found.count > 1 {
        let names = found.map { "\($0.0.id)/\(rule)" }.joined(separator: ", ")
        throw usageError("'\(rule)' is in several packs: \(names)")
      }
      let ids = Set(packs.flatMap(\.rules).map(\.id)).sorted()
      throw usageError("no rule '\(rule)'\(Spelling.hint(for: rule, among: ids))")
    }
  }

  struct Lint: SpeakingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Check rule pack files; every complaint names line and column.")

    @Argument(help: "Files.", completion: .file(extensions: ["yaml", "yml"]))
    var files: [String]

    @OptionGroup var shared: SharedOptions

    func run() throws {
      let library = try PackLibrary()
      let console = shared.console
      var faults: [String] = []
      for file in files {
        let isPath = file.hasSuffix(".yaml") || file.hasSuffix(".yml")
        do {
          let pack = try library.pack(
            isPath || library.builtInIDs.contains(file) ? file : "./\(file)")
          console.note(
            console.say(TerminalWords.noComplaint(file, rules: pack.rules.count)))
          for rule in pack.replaced { console.note("\(file): \(rule.sentence(console))") }
        } catch let error as DocumentFaults {
          faults += error.faults.map { $0.sentence(console.language) }
        }
      }
      guard faults.isEmpty else {
        Console.write(faults.joined(separator: "\n"))
        throw ExitStatus.badData
      }
    }
  }

  struct Compare: SpeakingCommand {
    static let configuration = CommandConfiguration(
      abstract: "Put clauses of the same meaning side by side.")

    @Argument(help: "A pack: built-in id or path.")
    var first: String

    @Argument(help: "Another.")
    var second: String

    @Flag(help: "Print JSON.")
    var json = false

    @OptionGroup var shared: SharedOptions

    func run() throws {
      let library = try PackLibrary()
      let packs = try (library.pack(first), library.pack(second))
      let comparison = PackComparison(
        packs.0, packs.1, topics: try .known(to: [packs.0, packs.1]))
      if json {
        Console.write(try comparison.json(shared.language))
      } else {
        Console.write(comparison.table(shared.console))
      }
    }
  }
}
