internal import Documents
internal import GeoFiles

/// What is known of what a form says of a project: stated with the plan, or in its columns.
public struct PlanFacts: Sendable, Hashable {
  private var values: [PlanFact: String] = [:]

  /// Nothing known.
  public init() {}

  /// One of them; `nil`: not known.
  public subscript(fact: PlanFact) -> String? {
    get { values[fact] }
    set { values[fact] = newValue }
  }

  /// Takes what is stated in place of what is known.
  public mutating func merge(_ stated: PlanFacts) {
    values.merge(stated.values) { _, stated in stated }
  }

  /// What the columns of some tables say: a fact that their rows do not agree on is not one of the
  /// project.
  init(_ tables: [AttributeTable], _ names: [PlanFact: [String]]) {
    for fact in PlanFact.allCases {
      let wanted = Set((names[fact] ?? []) + [FoldedText.fold(fact.rawValue)])
      var said: Set<String> = []
      for table in tables {
        for header in table.names where wanted.contains(FoldedText.fold(header)) {
          guard let cells = table[header].map(CellReading.init) else { continue }
          said.formUnion((0..<table.rowCount).compactMap { cells.text($0) })
        }
      }
      if said.count == 1 { values[fact] = said.first }
    }
  }
}

extension Note {
  /// Whether it is about a column that says something of the project, beside that with names of rows.
  func isAboutFact(_ names: [PlanFact: [String]]) -> Bool {
    guard case .columnMatchedTwice(_, let used, let second) = self else { return false }
    let facts = Set(names.values.joined())
    return facts.contains(FoldedText.fold(used)) || facts.contains(FoldedText.fold(second))
  }
}
