import Compliance
import Measuring
import Planar
import Planning
import Rules
import TestSupport
import Testing
import Walking
import Workers

/// A city cut into parts by any cut, each measured alone, written, read back and merged.
@Suite("Parts of a city")
struct PartTests {
  static let counts = [1, 2, 7, 40]

  @Test("random cities in parts are judged as in one piece", arguments: UInt64(0)..<120)
  func randomCities(seed: UInt64) async throws {
    var dice = Dice(random: SplitMix64(seed: seed &+ 31_000))
    var small = SmallCity.random(using: &dice)
    let pack = try RandomPack("random", rules: dice.whole(4...14), using: &dice, hangs: true)
      .read()
    if seed % 2 == 1 { small.scatterDays(using: &dice) }
    try await check(small.city(), [pack], network: nil, &dice)
  }

  @Test("and so are cities with streets, with islands among them", arguments: UInt64(0)..<80)
  func randomStreets(seed: UInt64) async throws {
    var dice = Dice(random: SplitMix64(seed: seed &+ 47_000))
    var small = SmallCity.random(using: &dice)
    if seed % 2 == 1 { small.scatterDays(using: &dice) }
    let city = try small.city()
    let pack = try RandomPack("random", rules: dice.whole(4...14), using: &dice, hangs: true)
      .read()
    let network = try await Self.network(for: city, &dice)
    try await check(city, [pack], network: network, &dice)
  }

  @Test("shared supply is divided alike, in turns and by distance", arguments: UInt64(0)..<40)
  func sharedSupply(seed: UInt64) async throws {
    var dice = Dice(random: SplitMix64(seed: seed &+ 53_000))
    let city = try SmallCity.random(using: &dice).city()
    func rule(_ lines: String...) -> String {
      (["check: provision", "subject: parcel", "at_least: 10", "unit: places/1000 persons"]
        + ["supply: {facility: [childcare, nursery], measure: places}"]
        + ["demand: {measure: population, per: 1000}"] + lines).joined(separator: "\n")
    }
    let pack = try SmallPack.make(
      rule("within: {walk: 10 min}", "when: {status: new}"),
      rule("within: {walk: 500 m}", "when: {status: existing}", "force: advisory"),
      rule(
        "attribution: two_step", "within: {walk: 10 min}",
        "weights: [{to: 4 min, weight: 1}, {to: 10 min, weight: 0.4}]"),
      rule("attribution: two_step", "within: {radius: 700 m}"))
    let network = seed % 2 == 0 ? nil : try await Self.network(for: city, &dice)
    try await check(city, [pack], network: network, &dice)
  }

  @Test("two packs that inherit ask the same questions once, in parts as in one piece")
  func inheritingPacks() async throws {
    var dice = Dice(random: SplitMix64(seed: 5))
    for _ in 0..<20 {
      let small = SmallCity.random(using: &dice)
      let base = RandomPack("base", rules: dice.whole(3...9), using: &dice)
      let parent = try base.read()
      let packs = try ["left", "right"].map {
        try RandomPack($0, below: base, using: &dice).read(parents: [parent])
      }
      try await check(small.city(), packs, network: nil, &dice)
    }
  }

  @Test("what does not fit is refused, and says why")
  func refused() async throws {
    var dice = Dice(random: SplitMix64(seed: 11))
    var small = SmallCity.random(using: &dice)
    while small.parcels.count < 4 || small.facilities.count < 3 {
      small = SmallCity.random(using: &dice)
    }
    let city = try small.city()
    let pack = try RandomPack("random", rules: 12, using: &dice).read()
    let engine = ComplianceEngine(
      city: city, packs: [pack], vocabulary: SmallCity.library.vocabulary,
      workers: Workers(count: 2))
    let cut = Self.randomCut(city, 2, &dice)
    let parts = [
      try await engine.measure(part: 0, of: cut), try await engine.measure(part: 1, of: cut),
    ]
    await #expect(throws: PartError.self) { try await engine.run(merging: [parts[0]]) }
    await #expect(throws: PartError.self) {
      try await engine.run(merging: [parts[0], parts[0], parts[1]])
    }
    let other = ComplianceEngine(
      city: city, packs: [try RandomPack("other", rules: 12, using: &dice).read()],
      vocabulary: SmallCity.library.vocabulary, workers: Workers(count: 2))
    await #expect(throws: PartError.otherQuestions(part: 0)) {
      try await other.run(merging: parts)
    }
    // Cut short at every length, and longer than it is: an error, and no crash.
    let bytes = parts[1].bytes
    for length in stride(from: 0, to: bytes.count, by: max(1, bytes.count / 97)) {
      await #expect(throws: PartError.self, "\(length) of \(bytes.count) bytes") {
        try await engine.run(
          merging: [parts[0], PartMeasurement(bytes: Array(bytes.prefix(length)))])
      }
    }
    await #expect(throws: PartError.self) {
      try await engine.run(merging: [parts[0], PartMeasurement(bytes: bytes + [0])])
    }
  }

  // MARK: Cutting

  /// Cuts by chance and by place, into few parts and into many.
  private func check(
    _ city: City, _ packs: [RulePack], network: CityNetwork?, _ dice: inout Dice
  ) async throws {
    let engine = ComplianceEngine(
      city: city, packs: packs, vocabulary: SmallCity.library.vocabulary, network: network,
      workers: Workers(count: 2))
    let wanted = ResultBits(try await engine.run())
    for count in Self.counts {
      let cut =
        dice.chance(50)
        ? Self.randomCut(city, count, &dice)
        : .strips(
          count, parcelX: city.parcels.rows.placeX, facilityX: city.facilities.rows.placeX)
      var parts: [PartMeasurement] = []
      for part in 0..<cut.parts {
        let measured = try await engine.measure(part: part, of: cut)
        parts.append(PartMeasurement(bytes: measured.bytes))
      }
      parts.shuffle(using: &dice.random)
      let found = ResultBits(try await engine.run(merging: parts))
      let differences = found.differences(from: wanted)
      #expect(differences.isEmpty, "\(count) parts: \(differences.prefix(3))")
    }
  }

  private static func randomCut(_ city: City, _ parts: Int, _ dice: inout Dice) -> CityCut {
    CityCut(
      parts: parts,
      ofParcel: (0..<city.parcels.count).map { _ in Int32(dice.whole(0...parts - 1)) },
      ofFacility: (0..<city.facilities.count).map { _ in Int32(dice.whole(0...parts - 1)) })
  }

  /// Streets through a lattice city: some blocks are missing, some pieces hang together with nothing.
  private static func network(for city: City, _ dice: inout Dice) async throws -> CityNetwork {
    var box = Envelope.empty
    for rows in [city.parcels.rows, city.facilities.rows] {
      for (x, y) in zip(rows.placeX, rows.placeY) where x.isFinite { box.expand(toInclude: x, y) }
    }
    if box.isEmpty { box = Envelope(minX: 0, minY: 0, maxX: 100, maxY: 100) }
    var streets = SmallStreets()
    let spacing = dice.pick([70.0, 110, 160])
    let columns = min(30, Int(box.width / spacing) + 2)
    let rows = min(30, Int(box.height / spacing) + 2)
    func node(_ column: Int, _ row: Int) -> Point {
      Point(
        x: box.minX - 10 + Double(column) * spacing, y: box.minY - 10 + Double(row) * spacing)
    }
    for column in 0..<columns {
      for row in 0..<rows {
        if dice.chance(80) { streets.lines.append([node(column, row), node(column + 1, row)]) }
        if dice.chance(70) { streets.lines.append([node(column, row), node(column, row + 1)]) }
        if dice.chance(15) {
          let corner = node(column, row)
          streets.lines.append([
            Point(x: corner.x + 20, y: corner.y + 20), Point(x: corner.x + 45, y: corner.y + 33),
          ])
        }
      }
    }
    if streets.lines.isEmpty { streets.lines.append([node(0, 0), node(1, 0)]) }
    var source = NetworkSource(LayerSource(path: "streets", resolvedPath: "streets"))
    source.snapWithin = dice.pick([40, 200])
    source.islandsUnder = dice.pick([0, 60, 400])
    return try await CityNetwork(
      LoadedNetwork(network: streets.network()), source, city: city, workers: Workers(count: 2))
  }
}
