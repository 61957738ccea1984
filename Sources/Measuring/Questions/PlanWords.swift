internal import Documents
internal import GeoFiles
internal import Planning
internal import Quantities
package import Rules

/// What all parcels of a plan under review say in some columns of theirs; a column is left out where
/// they differ or do not say.
package struct PlanWords: PortableQuestion {
  package let columns: Set<String>

  package init(columns: Set<String>) { self.columns = columns }

  package struct Answer: Portable {
    package var words: [String: String] = [:]

    package init(parcels: Int, facilities: Int, units: Int) {}

    /// A plan under review is measured in one piece: there is nothing to carry.
    package mutating func carry(_ carrier: inout some Carrier) throws(PartError) {}
  }

  package func answer(in city: MeasuredCity, _ known: Answers) async throws -> Answer {
    var answer = Answer(parcels: 0, facilities: 0, units: 0)
    guard let planned = city.planned else { return answer }
    for column in columns {
      guard let texts = city.city.parcels.rows.attributes[column], case .text(let values) = texts
      else { continue }
      let words = Set(planned.isParcel.indices.filter { planned.isParcel[$0] }.map { values[$0] })
      if words.count == 1, let word = words.first ?? nil { answer.words[column] = word }
    }
    return answer
  }
}

extension Condition {
  /// Whether a territory or a plan as a whole meets it.
  ///
  /// - Parameters:
  ///   - measured: Has answers to `peopleQuestions` for a territory.
  ///   - words: What the parcels of a plan say.
  package func truth(of scope: Scope, _ measured: Measurement, words: [String: String]) -> Truth {
    truths(in: ScopeColumns(measured: measured, scope: scope, said: words))[0]
  }
}

/// The few things known about a territory or the plan as a whole.
private struct ScopeColumns: SubjectColumns {
  let measured: Measurement
  let scope: Scope
  /// What the parcels of a plan say.
  let said: [String: String]
  var count: Int { 1 }
  private var frame: Frame { measured.frame }
  var words: ConditionWords { frame.words }
  var units: Units { frame.units }

  /// A territory lies in nothing that is known, and a plan in more than one unit perhaps.
  func unit(of row: Int, _ level: UnitLevel) -> Int? { nil }

  func values(of column: String) -> ColumnValues? {
    if column == "name" {
      let name = frame.project.name
      return .synonyms { _ in [name.zh, name.en] }
    }
    if let figure = frame.declared(column, scope) { return .number { _ in figure } }
    if case .territory = scope, let measure = PeopleMeasure(named: column) {
      return .number { _ in measured.people(measure, scope) }
    }
    if case .plan = scope, let word = said[column] { return .word { _ in word } }
    for statistics in frame.project.statistics {
      guard case .territory(let word) = statistics.subject, let value = statistics.words[column]
      else { continue }
      switch scope {
      case .plan where word == "plan": return .word { _ in value }
      case .territory(let subject) where word == subject.rawValue: return .word { _ in value }
      default: continue
      }
    }
    return nil
  }
}
