public import Planning
public import Rules

/// Why there is no total over an area: not known is never 0.
public enum MissingTotal: Sendable, Hashable {
  /// The layers are not stated to hold the whole unit of this level, and no figure is declared.
  case layersIncomplete(UnitLevel)
  /// The project covers less than a whole unit of the level, and no figure is declared.
  case projectSmaller(covers: UnitLevel, asked: UnitLevel)
  /// The project names no layer of what is counted.
  case noLayer(LayerRole)
  /// Rows, that of the area or those of the units in it, lack this.
  case peopleMissing(PeopleMeasure)
  /// There are no units of a level that the project must hold.
  case noUnitLayer(UnitLevel)
  /// There are no units of any of the levels that are counted.
  case noCountedUnits([RuleSubject])
  /// The figure is only ever declared, and is not.
  case notDeclared(statistic: String)
}
