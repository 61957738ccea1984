import Planar
import Planning
import Quantities
import Rules
import TestSupport

@testable import Compliance
@testable import Measuring

/// A city and a plan that share rooms, with who reaches what, and what may come out by linear
/// programs.
struct ShareTown: CustomStringConvertible {
  var host = SmallCity()
  var plan = SmallCity()
  /// Those of the city, then those of the plan, in hundredths of a square metre.
  private var needs: [Int128] = []
  private var capacities: [Int128] = []
  private var reach: [[Int]] = []
  /// By facility: the parcel that it belongs to.
  private var owner: [Int?] = []
  /// How many parcels and facilities are there already.
  private var old = (parcels: 0, facilities: 0)

  /// New compounds need 30 m² per 100 households, existing ones 20, of the same rooms.
  static func pack() throws -> RulePack {
    func rule(_ status: String, _ figure: Int) -> String {
      """
      id: \(status)
      check: provision
      subject: parcel
      when: {status: \(status)}
      attribution: fair
      within: {radius: 1000 m}
      supply: {facility: [childcare], measure: floor_area}
      demand: {measure: households, per: 100}
      at_least: \(figure)
      unit: m2/100 households
      """
    }
    return try SmallPack.make(rule("new", 30), rule("existing", 20))
  }

  init(using random: inout SplitMix64) {
    // Far from the limit: distances are multiples of 400 m, to which at most 30 m come.
    var taken = Set<[Int]>()
    func parcels(_ count: Int, _ name: String, new: Int) -> [SmallCity.Parcel] {
      (0..<count).compactMap { index in
        let (x, y) = (
          Int.random(in: 0..<6, using: &random), Int.random(in: 0..<6, using: &random)
        )
        let households = Int.random(in: 0...6, using: &random) * 100
        let isNew = Int.random(in: 0..<4, using: &random) < new
        guard taken.insert([x, y]).inserted else { return nil }
        return SmallCity.Parcel(
          id: "\(name)\(index)", x: Double(x) * 400, y: Double(y) * 400, side: 50,
          households: "\(households)", status: isNew ? .new : .existing)
      }
    }
    host.parcels = parcels(Int.random(in: 1...4, using: &random), "p", new: 1)
    repeat {
      plan.parcels = parcels(Int.random(in: 1...3, using: &random), "n", new: 4)
    } while plan.parcels.isEmpty
    host.units = [
      .init(id: "D", level: .district, box: .init(minX: -99, minY: -99, maxX: 9999, maxY: 9999))
    ]
    let all = host.parcels + plan.parcels
    func rooms(_ count: Int, _ name: String) -> [SmallCity.Facility] {
      (0..<count).map { index in
        var room = SmallCity.Facility(
          id: "\(name)\(index)", kind: "childcare",
          x: Double(Int.random(in: 0..<6, using: &random)) * 400,
          y: Double(Int.random(in: 0..<6, using: &random)) * 400,
          floorArea: "\(Int.random(in: 0...6, using: &random) * 25)")
        // On the parcel, or beside it.
        room.x += Bool.random(using: &random) ? 10 : 30
        if Int.random(in: 0..<5, using: &random) == 0 {
          let choice = name == "f" ? host.parcels : all
          room.serves = choice.filter { _ in Bool.random(using: &random) }.map(\.id)
        }
        return room
      }
    }
    host.facilities = rooms(Int.random(in: 1...3, using: &random), "f")
    plan.facilities = rooms(Int.random(in: 0...2, using: &random), "g")
    old = (host.parcels.count, host.facilities.count)
    needs = all.map { parcel in
      Int128(parcel.households ?? "0").map { $0 * (parcel.status == .new ? 30 : 20) } ?? 0
    }
    reach = all.map { _ in [] }
    for (row, room) in (host.facilities + plan.facilities).enumerated() {
      capacities.append(Int128(room.floorArea ?? "0").map { $0 * 100 } ?? 0)
      var users = all.indices.filter { isNear(all[$0], room, 1000) }
      var home = all.indices.first { isInside(room, all[$0]) }
      if !room.serves.isEmpty {
        users = all.indices.filter { room.serves.contains(all[$0].id) }
        home = users.count == 1 ? users.first : nil
      }
      owner.append(home)
      for parcel in users { reach[parcel].append(row) }
    }
  }

  private func isNear(
    _ parcel: SmallCity.Parcel, _ room: SmallCity.Facility, _ limit: Double
  ) -> Bool {
    let (dx, dy) = (parcel.x - room.x, parcel.y - room.y)
    return dx * dx + dy * dy <= limit * limit
  }

  private func isInside(_ room: SmallCity.Facility, _ parcel: SmallCity.Parcel) -> Bool {
    abs(parcel.x - room.x) < 25 && abs(parcel.y - room.y) < 25
  }

  /// What those who are there have without the plan; rooms that stand in its parcels are theirs.
  private var ratios: [ExactFraction] {
    let standing = capacities.enumerated().map { $0 < old.facilities ? $1 : 0 }
    let held = needs.indices.map { parcel in
      min(
        needs[parcel],
        owner.indices.filter { owner[$0] == parcel }.reduce(0) { $0 + standing[$1] })
    }
    return Array(
      SubsetOracle(
        ShareCase(
          needs: Array(needs[..<old.parcels]) + Array(held[old.parcels...]), capacities: standing,
          reach: reach, owner: owner)
      ).ratios[..<old.parcels])
  }

  /// - Parameter least: What each parcel of the plan is to get of its need; `nil`: a variable.
  private func program(_ least: ExactFraction?) -> ExactFraction? {
    let edges = reach.indices.flatMap { parcel in reach[parcel].map { (parcel, $0) } }
    typealias Terms = [(variable: Int, factor: ExactFraction)]
    func terms(_ isWanted: ((Int, Int)) -> Bool) -> Terms {
      edges.indices.filter { isWanted(edges[$0]) }.map { ($0, .one) }
    }
    var program = LinearProgram(variables: edges.count + 1)
    program.atMost(.one, [(edges.count, .one)])
    for (row, capacity) in capacities.enumerated() {
      program.atMost(ExactFraction(capacity), terms { $0.1 == row })
    }
    let kept = ratios
    for (parcel, need) in needs.enumerated() {
      let mine = terms { $0.0 == parcel }
      if parcel < old.parcels {
        program.atLeast(kept[parcel] * ExactFraction(need), mine)
      } else if let least {
        program.atLeast(least * ExactFraction(need), mine)
      } else {
        let own = owner.indices.filter { owner[$0] == parcel }.reduce(0) { $0 + capacities[$1] }
        program.atMost(ExactFraction(need), mine)
        program.atLeast(ExactFraction(min(own, need)), mine)
        program.atLeast(.zero, mine + [(edges.count, ExactFraction(-need))])
      }
    }
    return program.maximum([(edges.count, .one)])
  }

  /// Whether the plan's needs can be met without loss to others.
  var verdict: Verdict {
    if needs[old.parcels...].allSatisfy({ $0 == 0 }) { return .notApplicable }
    return program(.one) == nil ? .fail : .pass
  }

  /// The most that the worst-served parcel of the plan can have of its need.
  var leastRatio: ExactFraction? {
    needs[old.parcels...].allSatisfy { $0 == 0 } ? nil : program(nil)
  }

  /// The same with other ids, and with them another order of rows.
  func renamed(using random: inout SplitMix64) -> ShareTown {
    var town = self
    let names = (0..<20).map { "r\($0 + 10)" }.shuffled(using: &random)
    var next = 0
    var known: [String: String] = [:]
    func name(_ id: String) -> String {
      if let name = known[id] { return name }
      known[id] = names[next]
      next += 1
      return names[next - 1]
    }
    for index in town.host.parcels.indices {
      town.host.parcels[index].id = name(host.parcels[index].id)
    }
    for index in town.plan.parcels.indices {
      town.plan.parcels[index].id = name(plan.parcels[index].id)
    }
    for index in town.host.facilities.indices {
      town.host.facilities[index].id = name(host.facilities[index].id)
      town.host.facilities[index].serves = host.facilities[index].serves.map(name)
    }
    for index in town.plan.facilities.indices {
      town.plan.facilities[index].id = name(plan.facilities[index].id)
      town.plan.facilities[index].serves = plan.facilities[index].serves.map(name)
    }
    return town
  }

  var description: String {
    let rooms = capacities.indices.map {
      "\(capacities[$0]) of \(owner[$0].map { "\($0)" } ?? "–")"
    }
    let parcels = needs.indices.map { "\(needs[$0])→\(reach[$0])" }
    return "\(old) \(parcels.joined(separator: " ")) | \(rooms.joined(separator: ", "))"
  }
}
