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

/// Columns in which missing values are supposed to be something.
struct SupposedColumns<Columns: SubjectColumns>: SubjectColumns {
  let columns: Columns
  let supposition: Supposition

  var count: Int { columns.count }
  var words: ConditionWords { columns.words }

  func values(of column: String) -> ColumnValues? {
    let values = columns.values(of: column)
    guard let word = supposition.words[column] else { return values }
    switch values {
    case .word(let value): return .word { value($0) ?? word }
    case .flag(let value): return .flag { value($0) ?? (word == "true") }
    default: return values
    }
  }
}
