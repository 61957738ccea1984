internal import Planning
internal import Rules

/// Values that are taken for those that are missing: what is not known is looked at as each thing
/// that it can be.
package struct Supposition: Hashable, Sendable {
  /// By column: a word that it can have.
  let words: [String: String]

  /// Nothing is supposed.
  package static let none = Supposition(words: [:])

  /// Columns beyond this many are left unknown, which widens what is said and makes it no less true.
  private static var mostColumns: Int { 3 }

  /// All that parcels can be in the columns that some conditions read and that can have a few values
  /// only: new or existing, urban or not. At least one.
  static func all(of conditions: [Condition]) -> [Supposition] {
    let columns = conditions.reduce(into: Set<String>()) { $0.formUnion($1.columns) }.sorted()
    let few = columns.map { (name: $0, words: Parcels.column($0)?.choices ?? []) }
      .filter { !$0.words.isEmpty }
    return few.prefix(mostColumns).reduce([.none]) { found, column in
      found.flatMap { supposed in
        column.words.map { word in
          Supposition(words: supposed.words.merging([column.name: word]) { $1 })
        }
      }
    }
  }
}

/// What conditions come to for some rows under one supposition after another: each of their tests is
/// looked at once, and what is supposed stands in where it is open.
struct SupposedTruths<Columns: SubjectColumns> {
  private let columns: Columns
  private let rows: [Int]
  private var known: [Condition: [Truth]] = [:]

  init(_ columns: Columns, rows: [Int]) {
    self.columns = columns
    self.rows = rows
  }

  /// Whether the rows meet a condition, were what is missing of them so.
  mutating func truths(of condition: Condition, supposing supposition: Supposition) -> [Truth] {
    condition.truths(of: rows.count) { name, test in
      let truths = truths(of: name, test)
      guard let word = supposition.words[name],
        let supposed = test.truth(ofSupposed: word, in: name, columns)
      else { return truths }
      return truths.map { $0 == .unknown ? supposed : $0 }
    }
  }

  private mutating func truths(of name: String, _ test: Condition.Test) -> [Truth] {
    let leaf = Condition.column(name, test)
    if let truths = known[leaf] { return truths }
    let truths = test.truths(of: name, in: columns, at: rows)
    known[leaf] = truths
    return truths
  }
}
