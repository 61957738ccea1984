import Planar
import Planning
import TestSupport
import Testing

@Suite("Units of rows")
struct UnitFillingTests {
  /// Overlapping squares on three levels, and points that lie on their borders, too.
  private func random(seed: UInt64) -> TestCity {
    var random = SplitMix64(seed: seed)
    func step() -> Double { Double(Int.random(in: 0..<20, using: &random)) * 0.01 }
    var city = TestCity()
    let levels = ["社区", "街道", "区"]
    city.units = (0..<24).map { row in
      TestFeature(
        [("id", "\"U\(row)\""), ("level", "\"\(levels[row % 3])\"")],
        square(115 + step(), 34 + step(), half: 0.01 * Double(1 + row % 3)))
    }
    city.parcels = (0..<80).map { row in
      TestFeature([("id", "\"P\(row)\"")], point(115 + step(), 34 + step()))
    }
    city.facilities = (0..<80).map { row in
      TestFeature(
        [("id", "\"F\(row)\""), ("kind", "\"childcare\"")], point(115 + step(), 34 + step()))
    }
    return city
  }

  @Test("by place: the smallest id of those that contain it", arguments: UInt64(0)..<20)
  func matchesBruteForce(seed: UInt64) async throws {
    let city = try await random(seed: seed).load()
    let units = city.units
    for (rows, membership) in [
      (city.parcels.rows, city.parcels.units), (city.facilities.rows, city.facilities.units),
    ] {
      for row in 0..<rows.count {
        let found = UnitLevel.administrative.map { level in
          units.rows(of: level).first {
            // In degrees, where straight lines are straight whatever the working CRS.
            units.rows.wgs84.contains($0, x: rows.wgs84.x[row], y: rows.wgs84.y[row])
          }
        }
        // A level in which the place lies nowhere is that of the smaller unit it does lie in.
        for level in UnitLevel.administrative where found[level.rank] != nil {
          #expect(membership[row, level] == found[level.rank])
        }
        if found.allSatisfy({ $0 == nil }) {
          #expect(UnitLevel.administrative.allSatisfy { membership[row, $0] == nil })
        }
      }
    }
  }

  @Test("facilities inside parcels, by brute force", arguments: UInt64(0)..<10)
  func insideParcels(seed: UInt64) async throws {
    var test = random(seed: seed)
    test.parcels = test.units.enumerated().map { row, unit in
      TestFeature([("id", "\"P\(row)\"")], unit.geometry)
    }
    let city = try await test.load()
    let (parcels, facilities) = (city.parcels.rows, city.facilities.rows)
    for row in 0..<facilities.count {
      let first = (0..<parcels.count).first {
        // In degrees, as above.
        parcels.wgs84.contains($0, x: facilities.wgs84.x[row], y: facilities.wgs84.y[row])
      }
      #expect(city.facilities.insideParcel[row] == Int32(first ?? -1))
    }
  }

  @Test("a row's own column beats its place, and brings the larger units along")
  func ownColumn() async throws {
    var test = TestCity()
    test.units = [
      TestFeature(
        [("id", "\"C1\""), ("level", "\"社区\""), ("street", "\"S1\"")],
        square(115.65, 34.44, half: 0.01)),
      TestFeature(
        [("id", "\"C2\""), ("name", "\"二社区\""), ("level", "\"社区\""), ("上级", "\"T1\"")],
        square(115.7, 34.44, half: 0.01)),
      TestFeature([("id", "\"S1\""), ("level", "\"街道\"")], square(115.65, 34.44, half: 0.02)),
      TestFeature([("id", "\"T1\""), ("level", "\"镇\"")], square(115.7, 34.44, half: 0.02)),
      TestFeature([("id", "\"D1\""), ("level", "\"区\"")], square(115.68, 34.44, half: 0.2)),
    ]
    test.parcels[0].set("社区", "\"二社区\"")
    test.parcels[1].set("街道", "\"T1\"")
    let city = try await test.load()
    let units = city.units
    func ids(_ row: Int) -> [String?] {
      UnitLevel.administrative.map { level in
        city.parcels.units[row, level].map { units.rows.ids[$0] }
      }
    }
    #expect(ids(0) == ["C2", nil, "T1", "D1", nil, nil])
    #expect(ids(1) == ["C1", nil, "T1", "D1", nil, nil])
    let community = try #require(units.rows.ids.firstIndex(of: "C2"))
    #expect(
      UnitLevel.administrative.map { units.parents[community, $0] != nil }
        == [true, false, true, true, false, false])
    #expect(city.notes.isEmpty)
  }

  @Test("urban is a parcel's own, its community's, or assumed")
  func urban() async throws {
    var test = TestCity()
    test.parcels[0].set("城镇", "\"否\"")
    test.parcels.append(TestCity.parcel("P3", 115.8, 34.44))
    #expect(try await test.load().parcels.urban == [false, true, nil])
    test.project.assumptions.urban = false
    #expect(try await test.load().parcels.urban == [false, true, false])
  }

  @Test("a missing status is as assumed, and noted all the same")
  func status() async throws {
    var test = TestCity()
    test.parcels[0].set("status", "null")
    test.project.assumptions.status = .existing
    let city = try await test.load()
    #expect(city.parcels.status == [.existing, .new])
    #expect(city.notes.map(\.code) == [.missingStatus])
  }
}
