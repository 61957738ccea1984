import Conformance
import Documents
import Wording

/// What came of conformance cases, for a terminal or a script.
struct ConformanceSheet {
  private let results: [(one: ConformanceCase, outcome: CaseOutcome)]

  init(_ cases: [ConformanceCase], _ outcomes: [CaseOutcome]) {
    results = Array(zip(cases, outcomes))
  }

  /// How many cases of a group came out how.
  private struct Tally {
    var pass = 0
    var fail = 0
    var notRun = 0

    mutating func add(_ outcome: CaseOutcome) {
      switch outcome {
      case .pass: pass += 1
      case .fail: fail += 1
      case .notRun: notRun += 1
      }
    }

    var cells: [String] { [pass + fail + notRun, pass, fail, notRun].map(String.init) }
  }

  /// By group, sorted by name.
  private var groups: [(name: String, tally: Tally)] {
    var tallies: [String: Tally] = [:]
    for (one, outcome) in results { tallies[one.group, default: Tally()].add(outcome) }
    return tallies.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  // MARK: For people

  /// What differs, case by case, then a table by group.
  ///
  /// - Parameter namingAll: Names the cases that agree, too.
  func text(_ console: Console, namingAll: Bool) -> String {
    var lines = results.flatMap { one, outcome in
      Self.lines(one, outcome, console, namingAll: namingAll)
    }
    if !lines.isEmpty { lines.append("") }
    var table = TextTable(
      header: [
        console.say(TerminalWords.caseGroup), console.say(TerminalWords.cases),
        console.say(TerminalWords.agrees),
        console.say(TerminalWords.differs), console.say(TerminalWords.notRun),
      ], right: [1, 2, 3, 4])
    for (name, tally) in groups { table.append([name] + tally.cells) }
    var all = Tally()
    for (_, outcome) in results { all.add(outcome) }
    table.append([console.say(TerminalWords.allCases)] + all.cells)
    return (lines + [table.text]).joined(separator: "\n")
  }

  private static func lines(
    _ one: ConformanceCase, _ outcome: CaseOutcome, _ console: Console, namingAll: Bool
  ) -> [String] {
    let name = "\(one.group)/\(one.id)"
    switch outcome {
    case .pass: return namingAll ? [console.say(TerminalWords.agrees) + " \(name)"] : []
    case .fail(let differences):
      let promise = one.promise.map { console.say(TerminalWords.promise($0)) } ?? ""
      return [console.say(TerminalWords.differs).uppercased() + " \(name)\(promise): \(one.says)"]
        + differences.map { "    " + $0.sentence[console.language] }
    case .notRun(let reason):
      return [console.say(TerminalWords.notRun).uppercased() + " \(name): \(reason)"]
    }
  }

  // MARK: For scripts

  /// The outcomes, in the order of the cases.
  struct Summary: Encodable {
    struct Group: Encodable {
      let name: String
      let cases: Int
      let pass: Int
      let fail: Int
      let notRun: Int
    }

    struct Case: Encodable {
      let id: String
      let group: String
      let says: String
      let promise: String?
      let outcome: String
      let differences: [Difference]
      let reason: String?
    }

    struct Difference: Encodable {
      let about: String?
      let field: String
      let found: String
      let expected: String
      let note: String?
    }

    let groups: [Group]
    let cases: [Case]
  }

  var summary: Summary {
    Summary(
      groups: groups.map { name, tally in
        Summary.Group(
          name: name, cases: tally.pass + tally.fail + tally.notRun, pass: tally.pass,
          fail: tally.fail, notRun: tally.notRun)
      },
      cases: results.map(Self.summary))
  }

  private static func summary(_ one: ConformanceCase, _ outcome: CaseOutcome) -> Summary.Case {
    var found: [Difference] = []
    var reason: String?
    var word = "pass"
    switch outcome {
    case .pass: break
    case .fail(let differences): (word, found) = ("fail", differences)
    case .notRun(let why): (word, reason) = ("not_run", why)
    }
    return Summary.Case(
      id: one.id, group: one.group, says: one.says, promise: one.promise, outcome: word,
      differences: found.map {
        Summary.Difference(
          about: $0.about, field: $0.field, found: $0.found, expected: $0.expected.words.en,
          note: $0.note)
      },
      reason: reason)
  }
}
