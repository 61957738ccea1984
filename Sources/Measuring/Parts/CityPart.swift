internal import GeoData
internal import Geodesy
internal import Planar
internal import Planning
internal import Rules
internal import Walking

/// A part of a city that is measured alone: the rows that it owns, and around them its halo.
///
/// **The rule of the halo.** Let B be the box around the places, outlines and entrances of the rows
/// that the part owns; a facility is near B if the box around its place, outline and entrances is,
/// for it is reached by any of them. An answer about an owned row can depend on these other rows only:
/// - on facilities within some limit *r* of a point of B: what is reached, what covers, what floats.
///   *r* is the longest limit that any question has, along the network that at which nearest
///   facilities are given up; a walk is at least as long as the straight line, so this holds of
///   walks, too;
/// - where the nearest facility of a choice is asked for without a limit, on those that can be
///   nearest to some point of B. Let *m* be the least over the choice of the distance to the farthest
///   corner of B (of those not owned themselves, the second least, since a facility is not nearest to
///   itself). Whatever the point, there is one within *m*: so only those that come within *m* of B
///   can be nearest;
/// - on parcels within *r* of B, where demand floats;
/// - on facilities of which it is not known where they are: all of them;
/// - where a condition asks what a row lies in, on all facilities that may meet it, and on those that
///   facilities at hand are declared to be part of;
/// - on facilities that are declared for an owned parcel or lie in one, and on the parcels that any
///   facility at hand is declared for or lies in, wherever they are.
/// - A metre on the ground is at most k metres of the plane, k being the greatest scale about B: *r*
///   is taken k times as long, and of two distances in the plane the one that is less than the other
///   by the ratio of the greatest scale to the least is less on the ground, too.
/// - Along the network, on the streets that come within *r* of B, whole: lengths are whole ticks, so
///   a walk among them is the same to the last digit. Where rows meet the network was decided before
///   the cut, islands left out and all.
///
/// All of these are in the part; sums are taken over owned rows only. Rows keep their order, so that
/// of equally near facilities the same one is named.
struct CityPart: Sendable {
  /// Rows of the whole city that it owns, ascending.
  let ownedParcels: [Int32]
  let ownedFacilities: [Int32]
  /// Rows of the whole city that it sees, ascending.
  let parcels: [Int]
  let facilities: [Int]
  /// To be measured.
  let measured: MeasuredCity

  /// - Parameter local: All local questions that will be asked of it.
  init(_ part: Int, of whole: MeasuredCity, _ cut: CityCut, _ local: [any LocalQuestion]) {
    let city = whole.city
    ownedParcels = cut.ofParcel.indices.filter { cut.ofParcel[$0] == part }.map { Int32($0) }
    ownedFacilities = cut.ofFacility.indices.filter { cut.ofFacility[$0] == part }
      .map { Int32($0) }
    let box = Self.box(of: ownedParcels, ownedFacilities, city)
    let halo = Halo(local, whole)
    // More than is needed: lengths along streets are rounded to ticks at every vertex.
    let reach = halo.reach * 1.001 + 1
    let stretch = city.ground.greatestScale(over: box.expanded(by: 2 * reach))
    let wide = box.expanded(by: reach * stretch)
    var isParcelIn = cut.ofParcel.map { $0 == part }
    var isFacilityIn = cut.ofFacility.map { $0 == part }
    for row in 0..<city.facilities.count
    where wide.intersects(city.facilities.extent(of: row)) { isFacilityIn[row] = true }
    // What may be anywhere in its unit is seen by all parts.
    for row in 0..<city.facilities.count where !city.facilities.rows.isPlaced(row) {
      isFacilityIn[row] = true
    }
    if !box.isEmpty {
      for choice in halo.unlimited {
        for row in Self.candidates(choice, near: box, city.facilities, city.ground) {
          isFacilityIn[Int(row)] = true
        }
      }
    }
    if halo.nearsParcels {
      for row in 0..<city.parcels.count
      where wide.intersects(city.parcels.rows.geometry.envelope(of: row)) { isParcelIn[row] = true }
    }
    if halo.floats {
      for row in 0..<city.parcels.count
      where wide.contains(x: city.parcels.rows.placeX[row], y: city.parcels.rows.placeY[row]) {
        isParcelIn[row] = true
      }
    }
    Self.addHosts(halo.ofHosts, whole, &isFacilityIn)
    Self.addOwn(city, cut: cut, part: part, parcels: &isParcelIn, facilities: &isFacilityIn)
    let parcels = isParcelIn.indices.filter { isParcelIn[$0] }
    let facilities = isFacilityIn.indices.filter { isFacilityIn[$0] }
    self.parcels = parcels
    self.facilities = facilities
    measured = MeasuredCity(
      part: city.selecting(parcels: parcels, facilities: facilities),
      owned: OwnedRows(
        parcels: parcels.indices.filter { cut.ofParcel[parcels[$0]] == part }
          .map { Int32($0) },
        isFacility: facilities.map { cut.ofFacility[$0] == part }),
      walks: whole.walks.map { walks in
        walks.cut(to: wide, parcels: parcels, facilities: facilities)
      },
      of: whole)
  }

  /// What is declared for, or lies in, an owned parcel; and whom all that is at hand belongs to.
  private static func addOwn(
    _ city: City, cut: CityCut, part: Int, parcels isParcelIn: inout [Bool],
    facilities isFacilityIn: inout [Bool]
  ) {
    func homes(_ row: Int) -> [Int] {
      let inside = Int(city.facilities.insideParcel[row])
      return city.facilities.servedParcels[row] + (inside < 0 ? [] : [inside])
    }
    for row in 0..<city.facilities.count
    where homes(row).contains(where: { cut.ofParcel[$0] == part }) { isFacilityIn[row] = true }
    for row in 0..<city.facilities.count where isFacilityIn[row] {
      for home in homes(row) { isParcelIn[home] = true }
    }
  }

  /// Facilities that may be what conditions ask for, and what those at hand are declared to be part of.
  private static func addHosts(
    _ conditions: [Condition], _ whole: MeasuredCity, _ isFacilityIn: inout [Bool]
  ) {
    guard !conditions.isEmpty else { return }
    for condition in conditions {
      for (row, truth) in condition.truths(in: whole.facilityColumns).enumerated()
      where truth != .no { isFacilityIn[row] = true }
    }
    let rows = whole.city.facilities.rows
    let host = whole.city.facilities.hosts(whole.city.words)
    var named: [String: [Int]] = [:]
    for row in 0..<rows.count {
      named[rows.ids[row], default: []].append(row)
      if let name = rows.names[row] { named[name, default: []].append(row) }
    }
    var open = isFacilityIn.indices.filter { isFacilityIn[$0] }
    while let row = open.popLast() {
      for other in host(row).flatMap({ named[$0] }) ?? [] where !isFacilityIn[other] {
        isFacilityIn[other] = true
        open.append(other)
      }
    }
  }

  private static func box(
    of parcels: [Int32], _ facilities: [Int32], _ city: City
  ) -> Envelope {
    var box = Envelope.empty
    city.parcels.rows.geometry.withBuffers { buffers in
      for row in parcels.lazy.map({ Int($0) }) {
        box.formUnion(buffers.envelope(of: row))
        box.expand(toInclude: city.parcels.rows.placeX[row], city.parcels.rows.placeY[row])
        for gate in city.parcels.entranceOffsets[row]..<city.parcels.entranceOffsets[row + 1] {
          box.expand(
            toInclude: city.parcels.entrances[gate].x, city.parcels.entrances[gate].y)
        }
      }
    }
    for row in facilities { box.formUnion(city.facilities.extent(of: Int(row))) }
    return box
  }

  /// Of some facilities those that may be the nearest of all to some point of a box.
  private static func candidates(
    _ facilities: [Int32], near box: Envelope, _ all: Facilities, _ ground: GroundScale
  ) -> [Int32] {
    var everything = box
    for row in facilities { everything.formUnion(all.extent(of: Int(row))) }
    func span(_ row: Int32) -> (nearest: Double, farthest: Double) {
      let extent = all.extent(of: Int(row))
      if extent.isEmpty { return (.infinity, .infinity) }
      let (near, far) = (
        (
          x: max(0, box.minX - extent.maxX, extent.minX - box.maxX),
          y: max(0, box.minY - extent.maxY, extent.minY - box.maxY)
        ),
        // Of whatever point it counts by: all are in its extent.
        (
          x: max(extent.maxX - box.minX, box.maxX - extent.minX),
          y: max(extent.maxY - box.minY, box.maxY - extent.minY)
        )
      )
      return (
        (near.x * near.x + near.y * near.y).squareRoot(),
        (far.x * far.x + far.y * far.y).squareRoot()
      )
    }
    let spans = facilities.map(span)
    // The second least: the least may be the one that asks.
    let least = spans.map(\.farthest).sorted().prefix(2).last ?? .infinity
    let ratio = ground.greatestScale(over: everything) / ground.leastScale
    let limit = least * ratio * (1 + 1e-9) + 1e-3
    return zip(facilities, spans).filter { $0.1.nearest <= limit }.map(\.0)
  }
}

/// How far local questions look beyond the rows that they are about.
private struct Halo {
  /// Metres.
  private(set) var reach = 0.0
  /// Facilities of which the nearest is asked for, however far.
  private(set) var unlimited: [[Int32]] = []
  /// Whether demand around a parcel matters to it.
  private(set) var floats = false
  /// Whether the outlines of parcels around matter.
  private(set) var nearsParcels = false
  /// What is asked of facilities that rows lie in.
  private(set) var ofHosts: [Condition] = []

  init(_ questions: [any LocalQuestion], _ whole: MeasuredCity) {
    for question in questions {
      if let applies = question as? Applies { ofHosts += applies.condition.ofHosts }
      if question is NearestParcel { nearsParcels = true }
      guard let looking = question as? any LookingQuestion else { continue }
      reach = max(reach, looking.metresAround)
      floats = floats || looking.looksAtParcels
      guard let choice = looking.nearestOf else { continue }
      // The nearest that surely counts, and the nearest of those that may, too.
      let selection = whole.selection(choice)
      let rows = whole.city.facilities.rows
      unlimited += [selection.certain, selection.all].map {
        $0.filter { rows.isPlaced(Int($0)) }
      }
    }
  }
}

/// A question whose answers about a row depend on what lies around it.
package protocol LookingQuestion: LocalQuestion {
  /// How far around, metres.
  var metresAround: Double { get }
  /// Whether parcels around matter, and not only facilities.
  var looksAtParcels: Bool { get }
  /// The facilities of which the nearest is asked for, however far.
  var nearestOf: FacilityChoice? { get }
}

extension LookingQuestion {
  package var looksAtParcels: Bool { false }
  package var nearestOf: FacilityChoice? { nil }
}

extension Cover: LookingQuestion {
  package var metresAround: Double {
    guard let limit else { return 0 }
    return limit.isOnNetwork ? WalkNearest(choice, within: longest).searchLimit : limit.metres
  }

  package var nearestOf: FacilityChoice? { limit?.isOnNetwork ?? false ? nil : choice }
}

extension NearestOther: LookingQuestion {
  package var metresAround: Double { walk.map { max(2 * $0, 1_000) } ?? 0 }
  package var nearestOf: FacilityChoice? { walk == nil ? counted : nil }
}

extension NearestParcel: LookingQuestion {
  package var metresAround: Double { limit }
}

extension Reached: LookingQuestion {
  package var metresAround: Double { limit.metres }
}

extension Floating: LookingQuestion {
  package var metresAround: Double { radius }
  package var looksAtParcels: Bool { true }
}

extension MeasuredCity {
  fileprivate func selection(_ choice: FacilityChoice) -> FacilitySelection {
    let filtered = choice.filter.truths(in: facilityColumns)
    return Chosen.Answer(
      choice.counts(
        city.facilities, meeting: filtered, standings, for: city.project, vocabulary)
    ).selection
  }
}

extension Walks {
  /// The streets that come into a box, and some rows on them.
  fileprivate func cut(to box: Envelope, parcels: [Int], facilities: [Int]) -> Walks {
    let access = access.selecting(parcels: parcels, facilities: facilities)
    guard !box.isEmpty else { return Walks(network: network, access: access) }
    let cut = network.cut(x: box.minX...box.maxX, y: box.minY...box.maxY)
    return Walks(network: cut.network, access: access.onPiece(cut))
  }
}
