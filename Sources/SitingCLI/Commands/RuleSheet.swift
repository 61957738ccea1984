import Documents
import Foundation
import Quantities
import Rules

extension Rule {
  /// What it requires, in short: `≥ 30 m2/100 households`, `walk 5 min ≥ 100 percent`.
  var requirement: String {
    var words: [String] = []
    if let reach = check.reach { words.append(reach.description) }
    if let threshold {
      let figure =
        switch threshold.figure {
        case .amount(let amount, _): amount.description
        case .parameter(let name): "<\(name)>"
        case .statistic(let name): "<\(name)>"
        }
      if let upper = threshold.upper {
        words.append("\(figure)–\(upper) \(unit)")
      } else {
        words.append("\(threshold.comparison.symbol) \(figure) \(unit)")
      }
    } else if isReportOnly {
      words.append("(report only, \(unit))")
    }
    return words.joined(separator: " ")
  }

  /// All that is known of it, as lines.
  func sheet(in pack: RulePack, topics: Topics, _ console: Console) -> String {
    let language = console.language
    let home = pack.home(of: self)
    var rows: [(String, String)] = [
      (console.say("rule", "规则"), "\(pack.id)/\(id)"),
      (
        console.say("document", "文件"),
        [home.title[language], document.number, document.issued]
          .compactMap { $0 }.joined(separator: ", ")
      ),
      (console.say("clause", "条款"), clause),
      (console.say("says", "内容"), says[language]),
      (console.say("topic", "主题"), topics.name(means)[language]),
      (console.say("check", "检查"), check.name),
      (console.say("subject", "对象"), subjects.map(\.rawValue).joined(separator: ", ")),
      (console.say("required", "要求"), requirement),
      (console.say("force", "效力"), force.rawValue),
    ]
    if let targetYear { rows.append((console.say("due by", "期限"), "\(targetYear)")) }
    if let standard { rows.append((console.say("standard", "标准"), standard)) }
    if !when.columns.isEmpty {
      rows.append(
        (console.say("applies by", "适用条件"), when.columns.sorted().joined(separator: ", ")))
    }
    if !check.facilityKinds.isEmpty {
      rows.append((console.say("facilities", "设施"), check.facilityKinds.joined(separator: ", ")))
    }
    if !check.statistics.isEmpty {
      rows.append((console.say("statistics", "统计指标"), check.statistics.joined(separator: ", ")))
    }
    if !conflictsWith.isEmpty {
      rows.append((console.say("disputed by", "冲突条款"), conflictsWith.joined(separator: ", ")))
    }
    if let corrected {
      rows.append((console.say("literal", "原文"), corrected.literal[language]))
      rows.append((console.say("corrected", "更正依据"), corrected.because[language]))
    }
    if let note { rows.append((console.say("note", "说明"), note[language])) }
    let key = RuleKey(pack: origin, rule: id)
    let gone = pack.replaced.filter { $0.by.contains(key) }
    if !gone.isEmpty {
      rows.append(
        (
          console.say("replaces", "替代"), gone.map { $0.rule.description }.joined(separator: ", ")
        ))
    }
    if origin != pack.id { rows.append((console.say("inherited from", "继承自"), origin)) }
    rows.append((console.say("defined in", "定义位置"), "\(home.file):\(line)"))
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
      "\(names) \(by.count == 1 ? "replaces" : "replace") '\(rule.rule)' of \(rule.pack)"
        + (isWhole ? "" : " for \(levels)"),
      "\(names) 替代 \(rule.pack) 的 '\(rule.rule)'" + (isWhole ? "" : "（\(levels)）"))
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
      header: [console.say("topic", "主题"), console.say("subject", "对象"), first.id, second.id])
    for line in lines {
      var isFirst = true
      for (subject, mine, theirs) in Self.pairs(line.first, line.second) {
        table.append([
          isFirst ? topics.name(line.topic)[console.language] : "", subject,
          mine?.requirement ?? "–", theirs?.requirement ?? "–",
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
