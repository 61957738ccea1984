package import Planning
package import Quantities
package import Rules

extension Project.Layers {
  /// Whether a project that has files at all names none of parcels, or of facilities: that there is
  /// nothing of the kind does not follow.
  package func lacks(_ role: LayerRole) -> Bool {
    guard role == .parcels || role == .facilities, sources(of: role).isEmpty else { return false }
    return LayerRole.allCases.contains { !sources(of: $0).isEmpty }
  }
}

/// The area that a total is taken over.
package enum Scope: Hashable, Sendable {
  /// One unit of a units layer.
  case unit(Int)
  /// All that the project holds, as the unit of this level.
  case territory(RuleSubject)
  /// The parcels that are to be built, taken together.
  case plan
}

extension Frame {
  /// Why totals over the layers may not stand for the scope; `nil`: they may.
  ///
  /// - Parameter role: What is counted or added up: parcels or facilities, in a layer of theirs, or
  ///   units.
  package func layersAreIncomplete(for scope: Scope, of role: LayerRole) -> MissingTotal? {
    let level: UnitLevel
    switch scope {
    case .plan: return nil
    case _ where project.layers.lacks(role): return .noLayer(role)
    case .unit(let row): level = units.level[row]
    case .territory(let subject): level = UnitLevel(subject) ?? .city
    }
    if case .unit = scope, level <= .district || level.isOfPlanning { return nil }
    if level.isOfPlanning, level != project.level { return .noUnitLayer(level) }
    guard project.isComplete else { return .layersIncomplete(level) }
    if level == project.level { return nil }
    guard level < project.level, !project.level.isOfPlanning else {
      return .projectSmaller(covers: project.level, asked: level)
    }
    if case .territory = scope { return .noUnitLayer(level) }
    return nil
  }

  /// A figure declared for a scope.
  package func declared(_ name: String, _ scope: Scope) -> Amount? {
    for statistics in project.statistics {
      guard let figure = statistics.figures[name] else { continue }
      switch (statistics.subject, scope) {
      case (.territory(let word), .territory(let subject)) where word == subject.rawValue:
        return figure
      case (.territory("plan"), .plan):
        return figure
      case (.territory(let word), .unit(let row))
      where word == units.level[row].rawValue && self.units(of: units.level[row]).count == 1:
        return figure
      case (.unit(let level, let id), .unit(let row))
      where units.level[row] == level
        && (units.rows.ids[row] == id || units.rows.names[row] == id):
        return figure
      default: continue
      }
    }
    return nil
  }

  /// The scopes that a rule about units, the territory or the plan is judged for; the table is
  /// `units`, or `territory` for the other two.
  package func scopes(of subjects: [RuleSubject]) -> [Scope] {
    if subjects == [.plan] { return [.plan] }
    let rows = units(subjects, in: .territory(.province))
    if !rows.isEmpty { return rows.map { Scope.unit($0) } }
    return [.territory(subjects[0])]
  }
}
