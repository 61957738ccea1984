import Documents
import Foundation
import Quantities
import Rules
import Wording

extension Rule {
  /// All that is known of it, as lines.
  func sheet(in pack: RulePack, topics: Topics, _ console: Console) -> String {
    let language = console.language
    let home = pack.home(of: self)
    var rows: [(String, String)] = [
      (console.say(TerminalWords.rule), "\(pack.id)/\(id)"),
      (
        console.say(TerminalWords.document),
        [home.title[language], document.number, document.issued]
          .compactMap { $0 }.joined(separator: ", ")
      ),
      (console.say(TerminalWords.clause), clause),
      (console.say(TerminalWords.says), says[language]),
      (console.say(TerminalWords.topic), topics.name(means)[language]),
      (console.say(TerminalWords.check), console.say(CodeWords.of(check.name))),
      (
        console.say(TerminalWords.subject),
        subjects.map { console.say(CodeWords.of($0.rawValue)) }.joined(separator: ", ")
      ),
      (console.say(TerminalWords.required), console.say(requirementWords)),
      (console.say(TerminalWords.force), console.say(force.words)),
      (console.say(TerminalWords.duty), language == .zh ? duty.holder.zh : duty.rawValue),
    ]
    if let targetYear { rows.append((console.say(TerminalWords.dueBy), "\(targetYear)")) }
    if let standard { rows.append((console.say(TerminalWords.standard), standard)) }
    if !applicability.isEmpty {
      rows.append((console.say(TerminalWords.appliesBy), console.say(applicabilityWords)))
    }
    if !check.facilityKinds.isEmpty {
      rows.append(
        (console.say(TerminalWords.facilities), check.facilityKinds.joined(separator: ", ")))
    }
    if !check.statistics.isEmpty {
      rows.append((console.say(TerminalWords.statistics), check.statistics.joined(separator: ", ")))
    }
    if !conflictsWith.isEmpty {
      rows.append((console.say(TerminalWords.disputedBy), conflictsWith.joined(separator: ", ")))
    }
    if let corrected {
      rows.append((console.say(TerminalWords.literal), corrected.literal[language]))
      rows.append((console.say(TerminalWords.corrected), corrected.because[language]))
    }
    if let note { rows.append((console.say(TerminalWords.note), note[language])) }
    let key = RuleKey(pack: origin, rule: id)
    let gone = pack.replaced.filter { $0.by.contains(key) }
    if !gone.isEmpty {
      rows.append(
        (
          console.say(TerminalWords.replaces),
          gone.map { $0.rule.description }.joined(separator: ", ")
        ))
    }
    if origin != pack.id { rows.append((console.say(TerminalWords.inheritedFrom), origin)) }
    rows.append((console.say(TerminalWords.definedIn), "\(home.file):\(line)"))
    let width = rows.map { TextTable.width($0.0) }.max() ?? 0
    return rows.map { name, value in
      name + String(repeating: " ", count: width - TextTable.width(name)) + "  " + value
    }.joined(separator: "\n")
  }
}

extension ReplacedRule {
  /// What takes the place of what, as a note.
  func sentence(_ console: Console) -> String {
    let names = by.map { "'\($0.rule)'" }.joined(separator: ", ")
    let levels = isWhole ? "" : subjects.map(\.rawValue).joined(separator: ", ")
    return console.say(
      TerminalWords.replaced(rule, by: names, count: by.count, levels: levels))
  }
}

/// Clauses of two packs, lined up by what they are about.
struct PackComparison {
  let first: RulePack
  let second: RulePack
  let topics: Topics
  /// In the order of topics; each with the rules of both packs.
  let lines: [(topic: String, first: [Rule], second: [Rule])]

  init(_ first: RulePack, _ second: RulePack, topics: Topics) {
    self.first = first
    self.second = second
    self.topics = topics
    let used = Set((first.rules + second.rules).map(\.means))
    lines = topics.ids.filter(used.contains).map { topic in
      (
        topic, first.rules.filter { $0.means == topic }, second.rules.filter { $0.means == topic }
      )
    }
  }

  func table(_ console: Console) -> String {
    var table = TextTable(
      header: [
        console.say(TerminalWords.topic), console.say(TerminalWords.subject), first.id, second.id,
      ])
    for line in lines {
      var isFirst = true
      for (subject, mine, theirs) in Self.pairs(line.first, line.second) {
        table.append([
          isFirst ? topics.name(line.topic)[console.language] : "",
          subject.split(separator: ",").map { console.say(CodeWords.of(String($0))) }
            .joined(separator: ","),
          (mine?.requirementWords).map(console.say) ?? "–",
          (theirs?.requirementWords).map(console.say) ?? "–",
        ])
        isFirst = false
      }
    }
    return table.text
  }

  func json(_ language: Language) throws -> String {
    struct Side: Encodable {
      let rule: String
      let clause: String
      let requirement: String
      let force: String
    }
    struct Line: Encodable {
      let topic: String
      let subject: String
      let first: Side?
      let second: Side?
    }
    func side(_ rule: Rule?) -> Side? {
      rule.map {
        Side(
          rule: $0.id, clause: $0.clause, requirement: $0.requirement, force: $0.force.rawValue)
      }
    }
    let all = lines.flatMap { line in
      Self.pairs(line.first, line.second).map {
        Line(topic: line.topic, subject: $0.0, first: side($0.1), second: side($0.2))
      }
    }
    return try Console.json(all)
  }

  /// Rules about the same subject stand in one line.
  private static func pairs(_ first: [Rule], _ second: [Rule]) -> [(String, Rule?, Rule?)] {
    var rest = second
    var pairs: [(String, Rule?, Rule?)] = []
    for rule in first {
      let match = rest.firstIndex {
        $0.subjects == rule.subjects && $0.check.name == rule.check.name
      }
      pairs.append(
        (rule.subjects.map(\.rawValue).joined(separator: ","), rule, match.map { rest[$0] }))
      if let match { rest.remove(at: match) }
    }
    return pairs + rest.map { ($0.subjects.map(\.rawValue).joined(separator: ","), nil, $0) }
  }
}
