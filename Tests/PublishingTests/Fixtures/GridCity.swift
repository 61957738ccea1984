import Documents
import GeoData
import GeoFiles
import Geodesy
import Planar
import Planning
import Quantities
import TestSupport

/// A city on a square grid, made up from a seed: a parcel a block, facilities here and there, and
/// communities of some blocks, which make up streets.
struct GridCity {
  let side: Int
  var random: SplitMix64
  let crs = CRS.metric(centredOn: 115.65, 34.44)

  init(side: Int, seed: UInt64 = 1) {
    self.side = side
    random = SplitMix64(seed: seed)
  }

  /// Metres from block to block.
  static let pitch = 220.0

  mutating func make() throws -> City {
    var project = Project()
    project.name = LocalizedText(en: "Grid <city> & Co.", zh: "网格市“示例”<区>")
    project.asOf = CalendarDate(year: 2024, month: 6, day: 30)
    project.note = LocalizedText(
      en: "Everything here is made up.", zh: "本报告数据全部为虚构，仅用于演示。")
    project.assumptions.personsPerHousehold = Amount(exactly: "2.64")
    project.assumptions.detour = Amount(exactly: "1.3")
    project.distances = .plane
    let units = try makeUnits()
    let parcels = try makeParcels()
    let facilities = try makeFacilities()
    let rejected = [
      RejectedRow(
        layer: "parcels", file: "parcels.geojson", row: 17, line: 19, id: "P<9>",
        reasons: [.repeatedID("P<9>", others: ["parcels.geojson: feature 3"], count: 1)],
        position: (115.65, 34.44)),
      RejectedRow(
        layer: "facilities", file: "facilities.csv", row: 4, id: nil,
        reasons: [.unknownKind("养老驿馆", nearest: [])]),
    ]
    let notes = [
      DataNote(
        layer: "parcels", file: "parcels.geojson", row: 8, id: "P00002",
        .missingStatus(assumed: nil))
    ]
    return City(
      project: project, parcels: parcels, facilities: facilities, units: units,
      rejected: rejected, notes: notes, inputs: [], workingCRS: crs,
      ground: .plane)
  }

  /// Rows with the same geometry in both systems.
  func rows(
    ids: [String], names: [String?], _ geometry: GeometryColumn, attributes: AttributeTable
  ) throws -> SubjectRows {
    var wgs84 = geometry
    let transformer = try CoordinateTransform(from: crs, to: .wgs84).makeTransformer()
    wgs84.withMutableCoordinates { x, y in _ = transformer.transform(x: &x, y: &y) }
    let places = (0..<geometry.count).map {
      geometry.interiorPoint(of: $0) ?? Point(x: .nan, y: .nan)
    }
    return SubjectRows(
      ids: ids, names: names, geometry: geometry, wgs84: wgs84, attributes: attributes,
      placeX: places.map(\.x), placeY: places.map(\.y), sourceRows: Array(1...max(1, ids.count)))
  }

  private mutating func makeParcels() throws -> Parcels {
    let count = side * side
    var geometry = GeometryColumn()
    var households = ValueColumn<Int64>(filler: 0)
    var status = TextColumn()
    let namePool = ["梧桐府", "澄湖华庭", "后何菜园", "前周庄", "望湖华庭", "Maple & Oak", "<b>Bold</b>"]
    var names: [String?] = []
    for index in 0..<count {
      let x = (Double(index % side) - Double(side) / 2) * Self.pitch
      let y = (Double(index / side) - Double(side) / 2) * Self.pitch
      let width = Double.random(in: 90...180, using: &random)
      let height = Double.random(in: 90...180, using: &random)
      let cut = Double.random(in: 5...40, using: &random)
      let ring = [
        (x, y), (x + width, y), (x + width, y + height - cut), (x + width - cut, y + height),
        (x, y + height), (x, y),
      ]
      for (x, y) in ring { geometry.appendVertex(x: x, y: y) }
      geometry.endRing()
      geometry.endPart()
      geometry.endRow(.polygon)
      households.append(index % 41 == 7 ? nil : Int64.random(in: 40...1200, using: &random))
      status.append(index % 5 == 0 ? "新建" : "既有")
      names.append(index % 9 == 4 ? nil : namePool[index % namePool.count])
    }
    var attributes = AttributeTable(rowCount: count)
    attributes.set("户数", .integer(households))
    attributes.set("verdict", .text(status))
    var parcels = Parcels(
      rows: try rows(
        ids: (0..<count).map { "P" + padded($0) }, names: names, geometry, attributes: attributes))
    for index in 0..<count {
      parcels.households[index] = households[index].map { Amount(Int($0)) }
      parcels.population[index] =
        index % 3 == 0 ? households[index].map { Amount(Int($0) * 5 / 2) } : nil
      parcels.status[index] = index % 5 == 0 ? .new : .existing
      let community = (index / side) / 6 * communitySide + (index % side) / 6
      parcels.units[index, .community] = community
      parcels.units[index, .street] = communitySide * communitySide + (index / side) / 12
    }
    return parcels
  }

  private var communitySide: Int { (side + 5) / 6 }
  private var streetCount: Int { (side + 11) / 12 }

  private func makeUnits() throws -> Units {
    var geometry = GeometryColumn()
    let origin = -Double(side) / 2 * Self.pitch - 30
    let extent = Double(side) * Self.pitch
    func box(_ left: Double, _ bottom: Double, _ right: Double, _ top: Double) {
      for (x, y) in [(left, bottom), (right, bottom), (right, top), (left, top), (left, bottom)] {
        geometry.appendVertex(x: origin + min(x, extent), y: origin + min(y, extent))
      }
      geometry.endRing()
      geometry.endPart()
      geometry.endRow(.polygon)
    }
    var ids: [String] = []
    var names: [String?] = []
    var levels: [UnitLevel] = []
    let block = 6 * Self.pitch
    for row in 0..<communitySide {
      for column in 0..<communitySide {
        box(
          Double(column) * block, Double(row) * block, Double(column + 1) * block,
          Double(row + 1) * block)
        ids.append("C" + padded(row * communitySide + column))
        names.append("第\(row * communitySide + column + 1)社区")
        levels.append(.community)
      }
    }
    for street in 0..<streetCount {
      box(0, Double(street) * 2 * block, extent, Double(street + 1) * 2 * block)
      ids.append("S" + padded(street))
      names.append(street == 0 ? nil : "第\(street + 1)街道")
      levels.append(.street)
    }
    let rows = try rows(
      ids: ids, names: names, geometry, attributes: AttributeTable(rowCount: ids.count))
    return Units(rows: rows, level: levels)
  }

  private mutating func makeFacilities() throws -> Facilities {
    let vocabulary = try FacilityKinds.builtIn()
    let ids = ["elder_day_care", "childcare", "nursing_home", "primary_medical", "nursery"]
    let kinds = ids.compactMap { vocabulary.index(ofID: $0) }
    let count = max(3, side * side / 8)
    var geometry = GeometryColumn()
    var area = ValueColumn<Double>(filler: 0)
    let reach = Double(side) / 2 * Self.pitch
    for _ in 0..<count {
      geometry.appendPoint(
        x: Double.random(in: -reach...reach, using: &random),
        y: Double.random(in: -reach...reach, using: &random))
      area.append(Double.random(in: 100...900, using: &random).rounded() / 4)
    }
    var attributes = AttributeTable(rowCount: count)
    attributes.set("建筑面积", .real(area))
    let rows = try rows(
      ids: (0..<count).map { "F" + padded($0) },
      names: (0..<count).map { $0 % 6 == 5 ? nil : "第\($0 + 1)服务站" }, geometry,
      attributes: attributes)
    return Facilities(rows: rows, kind: (0..<count).map { kinds[$0 % kinds.count] })
  }

  /// Five digits, so that ids sort as numbers do.
  private func padded(_ number: Int) -> String {
    let text = String(number)
    return String(repeating: "0", count: max(0, 5 - text.count)) + text
  }
}
