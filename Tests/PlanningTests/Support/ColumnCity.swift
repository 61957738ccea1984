import GeoFiles
import Planar
import Quantities
import TestSupport

@testable import Planning

/// A city of which one row of each layer has a value in every declared column and another in none,
/// with all columns under one of their names.
struct ColumnCity {
  /// 0: our own name; else the alias of this number, counted round where a column has fewer.
  let name: Int

  /// One facility with nothing known.
  static var facility: Facilities {
    var geometry = GeometryColumn()
    geometry.appendPoint(x: 0, y: 0)
    let rows = SubjectRows(
      ids: ["F"], names: [nil], geometry: geometry, wgs84: geometry,
      attributes: AttributeTable(rowCount: 1), placeX: [0], placeY: [0], sourceRows: [1])
    return Facilities(rows: rows, kind: [0])
  }

  /// What stands in a file, as JSON, and what is read.
  static func value(of column: LayerColumn) -> (json: String, read: String) {
    switch column.content {
    case .number: ("12", "12")
    case .flag: ("\"是\"", "true")
    case .date: ("\"2024年5月6日\"", "2024-05-06")
    case .phase: ("\"二期\"", "2")
    case .word(.status): ("\"新建\"", "new")
    case .word(.ownership): ("\"公办\"", "public")
    case .word(.operating): ("\"在建\"", "under_construction")
    case .openWord(.unitType): ("\"水乡\"", "水乡")
    case .openWord(.sizeClass): ("\"大型\"", "large")
    case .openWord(.tier): ("\"区级\"", "district")
    case .words(.equipment): ("\"电梯、食堂\"", "lift meals")
    case .text: ("\"甲\"", "甲")
    case .kind: ("\"childcare\"", "childcare")
    case .unit(.community): ("\"C1\"", "C1")
    case .unit(.district): ("\"D1\"", "D1")
    case .unit(.city): ("\"T1\"", "T1")
    case .unit: ("\"S1\"", "S1")
    case .parcels: ("\"P1\"", "P1")
    case .id, .word, .openWord, .words: ("null", "a value that this test does not know")
    }
  }

  static func isKeptElsewhere(_ content: LayerColumn.Content) -> Bool {
    switch content {
    case .id, .text, .kind, .unit, .parcels, .word(of: .level): true
    default: false
    }
  }

  func load() async throws -> City {
    let aliases = try FieldAliases.builtIn()
    func row(_ role: LayerRole, _ known: [String: String], _ geometry: String, full: Bool)
      -> TestFeature
    {
      var feature = TestFeature([], geometry)
      for column in role.columns {
        let names = [column.name] + (aliases.columns[role]?[column.name] ?? [])
        let json = known[column.name].map { "\"\($0)\"" }
        guard let json = json ?? (full ? Self.value(of: column).json : nil) else { continue }
        feature.set(names[name % names.count], json)
      }
      return feature
    }
    let home = square(115.65, 34.44)
    // Apart from all others: what belongs to a unit says so.
    func unit(_ id: String, _ level: String, full: Bool = false) -> TestFeature {
      row(.units, ["id": id, "level": level], square(116, 34.44), full: full)
    }
    let folder = try ScratchFolder()
    var project = Project()
    project.layers.parcels = [
      try folder.source(
        "parcels.geojson",
        geoJSON([
          row(.parcels, ["id": "P1"], home, full: true),
          row(.parcels, ["id": "P2"], square(115.66, 34.44), full: false),
        ]))
    ]
    project.layers.facilities = [
      try folder.source(
        "facilities.geojson",
        geoJSON([
          row(.facilities, ["id": "F1"], point(115.651, 34.44), full: true),
          row(
            .facilities, ["id": "F2", "kind": "childcare"], point(115.652, 34.44), full: false),
        ]))
    ]
    project.layers.units = [
      try folder.source(
        "units.geojson",
        geoJSON([
          unit("C1", "社区", full: true), unit("C2", "社区"), unit("S1", "街道"), unit("D1", "区"),
          unit("T1", "市"),
        ]))
    ]
    project.layers.entrances = [
      try folder.source(
        "entrances.geojson", geoJSON([row(.entrances, [:], point(115.65, 34.44), full: true)]))
    ]
    return try await PlanningTests.load(project)
  }
}
