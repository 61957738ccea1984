import Compliance
import Measuring
import Planning
import Rules
import TestSupport
import Testing
import Workers

/// A distance is one on the ground: whatever other rows are in the run, and wherever they are.
@Suite("On the ground")
struct GroundLawTests {
  /// Rules that look around in every way there is.
  static let rules = [
    WalkRules.coverage("radius: 300 m"),
    WalkRules.coverage("radius: 300 m", atLeast: "50") + "\nat: centroid",
    WalkRules.coverage("radius: 400 m") + "\nat: access",
    WalkRules.coverage("walk: 300 m"),
    provision("fair", "radius: 450 m"), provision("pooled", "radius: 150 m"),
    provision("in_reach", "walk: 300 m"),
  ]

  static func provision(_ attribution: String, _ within: String) -> String {
    "check: provision\nsubject: parcel\nsupply: {facility: [nursery], measure: places}\n"
      + "demand: {measure: households, per: 100}\nwithin: {\(within)}\n"
      + "attribution: \(attribution)\nat_least: 10\nunit: places/100 households"
  }

  private static func pack() throws -> RulePack { try SmallPack.make(rules) }

  /// Some blocks around a place, with nurseries, gates and a grid of streets.
  static func city(
    _ name: String, around centre: (Double, Double), side: Int, _ dice: inout SplitMix64
  ) -> GlobeCity {
    var city = GlobeCity()
    func at(_ east: Double, _ north: Double) -> (Double, Double) {
      let row = GlobeCity.place(abs(north), north < 0 ? 180 : 0, from: centre)
      return GlobeCity.place(abs(east), east < 0 ? 270 : 90, from: row)
    }
    for line in 0..<side {
      for column in 0..<side {
        let (x, y) = (Double(column) * 190, Double(line) * 170)
        let id = "\(name)-\(line)-\(column)"
        func jitter() -> Double { .random(in: -25...25, using: &dice) }
        if (line + column) % 5 == 0 {
          city.addParcel(id, [at(x, y)])
        } else {
          city.addParcel(
            id,
            [
              at(x - 60 + jitter(), y - 50), at(x + 60, y - 55 + jitter()), at(x + jitter(), y),
              at(x + 55, y + 50 + jitter()), at(x - 60 + jitter(), y + 55),
            ])
          if column % 3 == 0 {
            city.gates.append((id, at(x - 58, y + jitter())))
            city.gates.append((id, at(x + 30, y + 52)))
          }
        }
        if Int.random(in: 0..<4, using: &dice) == 0 {
          city.addFacility("F-\(id)", at(x + 3 * jitter(), y + 3 * jitter()))
        }
      }
      // Named by no one: two streets a block, which meet at shared vertices.
      city.streets.append((0..<side).map { at(Double($0) * 190 + 95, Double(line) * 170 + 85) })
    }
    for column in 0..<side {
      city.streets.append(
        (0..<side).map { at(Double(column) * 190 + 95, Double($0) * 170 + 85) })
    }
    return city
  }

  @Test(
    "rows 300 to 1,400 km away, a few or most, change no figure",
    arguments: [(3.2, 0.4, 2), (-8, 3, 9), (12, -4, 12), (0.3, 12, 11)])
  func elsewhere(east: Double, north: Double, side: Int) async throws {
    var dice = SplitMix64(seed: UInt64(side))
    let home = (113.6, 34.7)
    let alone = Self.city("H", around: home, side: 8, &dice)
    let other = Self.city("O", around: (home.0 + east, home.1 + north), side: side, &dice)
    var both = alone
    both.add(other)
    let pack = try Self.pack()
    let one = try await alone.check(pack)
    let two = try await both.check(pack)
    if side > 8 { #expect(one.city.workingCRS != two.city.workingCRS) }
    for rule in one.findings.indices {
      for parcel in alone.parcels {
        let (a, b) = (try one.answers(rule, parcel.id), try two.answers(rule, parcel.id))
        #expect(a.texts == b.texts)
        // A street is straight in the plane, which bends 190 m by 0.1 mm 12 degrees away.
        #expect(
          a.metres == b.metres || abs(a.metres - b.metres) < 0.000_5,
          "rule \(rule), \(parcel.id): \(a.metres) and \(b.metres) m")
      }
    }
    // The law would hold of nothing, too.
    #expect(one.findings.allSatisfy { Set($0.verdicts).count > 1 })
  }

  @Test(
    "what may be near, or may hold a place, is so on the ground",
    arguments: [(8.0, 0.0), (-11, 3), (0, 0)], [-0.001, 0.001])
  func doubtful(far: (east: Double, north: Double), off: Double) async throws {
    let home = (114.0, 31.0)
    var city = GlobeCity()
    city.addParcel("H", [home])
    // Of no kind that is known, and a home of which only a point is known.
    city.addFacility("R", GlobeCity.place(300 + off, 70, from: home), kind: "zzqq")
    city.addFacility("N", GlobeCity.place(4_000, 0, from: home))
    let inside = GlobeCity.place(2_000, 180, from: home)
    city.addFacility("I", inside)
    city.addFacility("C", GlobeCity.place(300 + off, 45, from: inside), kind: "elder_care_home")
    // Where most rows are, the plane is true.
    for row in 0..<(far == (0, 0) ? 0 : 9) {
      let place = (home.0 + far.east + 0.01 * Double(row), home.1 + far.north)
      city.addParcel("O\(row)", [place])
    }
    let pack = try SmallPack.make([
      WalkRules.coverage("radius: 300 m"),
      "check: size\nsubject: facility\nkinds: [nursery]\nmeasure: floor_area\nat_least: 1\nunit: m2"
        + "\nwhen: {inside: {facility: {kind: elder_care_home}}}",
    ])
    let result = try await city.check(pack)
    #expect(try result.answers(0, "H").texts[0] == (off < 0 ? "unknown" : "fail"))
    let sizes = result.findings[1]
    let row = try #require(
      sizes.rows.firstIndex { result.city.facilities.rows.ids[Int($0)] == "I" })
    #expect(sizes.verdicts[row] == (off < 0 ? .unknown : .notApplicable))
  }

  @Test("a city in two provinces is in parts what it is in one piece", arguments: [3, 17])
  func parts(count: Int) async throws {
    var dice = SplitMix64(seed: 3)
    var city = Self.city("A", around: (104, 30), side: 5, &dice)
    city.add(Self.city("B", around: (116, 38), side: 6, &dice))
    let folder = try ScratchFolder()
    let workers = Workers(count: 2)
    let loaded = try await city.load(folder)
    let engine = ComplianceEngine(
      city: loaded, packs: [try Self.pack()], vocabulary: try Vocabulary.builtIn().kinds,
      network: try await CityNetwork.load(for: loaded, workers: workers), workers: workers)
    let whole = try await engine.run()
    let cut = CityCut.strips(
      count, parcelX: loaded.parcels.rows.placeX, facilityX: loaded.facilities.rows.placeX)
    var parts: [PartMeasurement] = []
    for part in 0..<cut.parts { parts.append(try await engine.measure(part: part, of: cut)) }
    #expect(try await Answers(engine.run(merging: parts)) == Answers(whole))
  }

  // MARK: At a limit

  @Test(
    "a place 1 mm within a limit for each kilometre is within it, one beyond it is not",
    arguments: [0.0, 1, 3, 6, 9, 12], [100.0, 300, 1_000, 5_000])
  func limits(degrees: Double, limit: Double) async throws {
    var city = GlobeCity()
    let nursery = (100 + degrees, 30 + degrees / 3)
    city.addFacility("F", nursery)
    // Most rows are elsewhere, so that the plane is centred there.
    for row in 0..<60 { city.addParcel("far\(row)", [(100 + Double(row) * 0.001, 30)]) }
    let step = limit * 1e-6
    for (number, azimuth) in stride(from: 0.0, to: 360, by: 22.5).enumerated() {
      for (name, metres) in [("in", limit - step), ("out", limit + step), ("at", limit)] {
        let far = GlobeCity.place(metres, azimuth, from: nursery)
        city.addParcel("point-\(name)-\(number)", [far])
        // An outline whose farthest vertex is there, on the line to the nursery and beside it.
        let near = GlobeCity.place(metres * 0.8, azimuth, from: nursery)
        let side = GlobeCity.place(metres * 0.85, azimuth + 4, from: nursery)
        city.addParcel("area-\(name)-\(number)", [far, near, side])
      }
    }
    let pack = try SmallPack.make(
      WalkRules.coverage("radius: \(limit) m"), WalkRules.count("radius: \(limit) m"))
    let result = try await city.check(pack)
    let ids = result.city.parcels.rows.ids
    for (row, id) in ids.enumerated() where !id.hasPrefix("far") {
      let isIn = !id.contains("-out-")
      #expect((result.findings[0].verdicts[row] == .pass) == isIn, "\(id)")
      guard id.hasPrefix("point") else { continue }
      #expect((result.findings[1].verdicts[row] == .pass) == isIn, "\(id)")
      let right = id.contains("-in-") ? limit - step : isIn ? limit : limit + step
      #expect(abs(result.findings[0].distance[row] - right) < 2e-6, "\(id)")
    }
  }

  @Test(
    "of two the one nearer on the ground is nearest, where the plane says the other",
    arguments: [6.0, 12])
  func nearest(degrees: Double) async throws {
    var city = GlobeCity()
    for row in 0..<30 { city.addParcel("far\(row)", [(100 + Double(row) * 0.001, 30)]) }
    let home = (100 + degrees, 30.0)
    city.addParcel("P", [home])
    // To the east the plane is longer: 5 km there by more than 20 mm.
    city.addFacility("east", GlobeCity.place(5_000 - 0.02, 90, from: home))
    city.addFacility("west", GlobeCity.place(5_000, 270, from: home))
    let result = try await city.check(SmallPack.make(WalkRules.coverage("radius: 1000 m")))
    let row = try #require(result.city.parcels.rows.ids.firstIndex(of: "P"))
    #expect(result.city.facilities.rows.ids[Int(result.findings[0].nearest[row])] == "east")
    #expect(abs(result.findings[0].distance[row] - 4_999.98) < 4e-6)
  }

  @Test("a walk is as long as its streets are on the ground", arguments: [0.0, 6, 12])
  func walks(degrees: Double) async throws {
    var city = GlobeCity()
    for row in 0..<30 { city.addParcel("far\(row)", [(100 + Double(row) * 0.001, 30)]) }
    let start = (100 + degrees, 30.0)
    var line = [start]
    for step in 1...6 {
      line.append(GlobeCity.place(200.05, step % 2 == 0 ? 90 : 60, from: line[step - 1]))
    }
    city.streets = [line]
    // From a street's middle and 30 m beside its end.
    let middle = GlobeCity.place(150, GlobeCity.azimuth(of: line), from: line[0])
    city.addParcel("P", [middle])
    let door = GlobeCity.place(30, 0, from: line[6])
    city.addFacility("F", door)
    let right = 200.05 * 6 - 150 + 30
    let result = try await city.check(
      SmallPack.make(
        WalkRules.coverage("walk: 1080.3015 m"),
        WalkRules.coverage("walk: 1080.2985 m")))
    let row = try #require(result.city.parcels.rows.ids.firstIndex(of: "P"))
    #expect(abs(result.findings[0].distance[row] - right) < 0.001)
    #expect(result.findings.map { $0.verdicts[row] } == [.pass, .fail])
  }

  @Test("an area that weighs is that on the ground")
  func areas() async throws {
    var city = GlobeCity()
    for row in 0..<30 { city.addParcel("far\(row)", [(100 + Double(row) * 0.001, 30)]) }
    for (id, longitude) in [("near", 100.5), ("away", 112)] {
      city.addParcel(
        id,
        [
          (longitude, 30), (longitude + 0.001, 30), (longitude + 0.001, 30.001),
          (longitude, 30.001),
        ])
    }
    city.addFacility("F", (100.5005, 30.0005))
    let result = try await city.check(
      SmallPack.make(
        WalkRules.people("radius: 200 m").replacing("of: people", with: "of: area")))
    // Both are as large as each other, and one is covered.
    #expect(abs(result.findings[0].measured[0] - 50) < 1e-6)
  }

  // MARK: In a plane

  @Test("a plane's own distances, where a project asks for them")
  func plane() async throws {
    var city = GlobeCity()
    let home = (115.3, 34.0)
    city.addParcel("P", [home])
    city.addFacility("F", GlobeCity.place(1_000, 90, from: home))
    let pack = try SmallPack.make(WalkRules.coverage("radius: 1000 m"))
    city.stated = "working_crs: EPSG:4547"
    let ground = try await city.check(pack)
    #expect(ground.findings[0].verdicts == [.pass])
    city.stated = "working_crs: EPSG:4547\ndistances: plane"
    let plane = try await city.check(pack)
    // 119 km from the meridian.
    #expect(abs(plane.findings[0].distance[0] - 1_000.177) < 0.01)
    #expect(plane.findings[0].verdicts == [.fail])
    city.stated = "working_crs: EPSG:3857"
    #expect(try await city.check(pack).findings[0].verdicts == [.pass])
    #expect(try await city.check(pack).city.unusedWorkingCRS == "EPSG:3857")
    for crs in ["EPSG:3857", "EPSG:4549"] {
      city.stated = "working_crs: \(crs)\ndistances: plane"
      await #expect(throws: CityLoadError.self) { try await city.check(pack) }
    }
  }
}

extension GlobeCity {
  /// That of the first piece of a line, by halves: degrees from north.
  fileprivate static func azimuth(of line: [(Double, Double)]) -> Double {
    let length = distance(line[0], line[1])
    var (low, high) = (0.0, 180.0)
    for _ in 0..<60 {
      let (a, b) = (low + (high - low) / 3, high - (high - low) / 3)
      let isLower =
        distance(place(length, a, from: line[0]), line[1])
        < distance(place(length, b, from: line[0]), line[1])
      if isLower { high = b } else { low = a }
    }
    return (low + high) / 2
  }
}
