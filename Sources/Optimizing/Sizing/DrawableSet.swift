/// A set of small whole numbers in no order: adds, removes, and draws one by lot, all in constant time.
struct DrawableSet {
  private(set) var members: [Int32] = []
  private var places: [Int32]

  init(capacity: Int, filled: [Int]) {
    places = Array(repeating: -1, count: capacity)
    for member in filled { insert(member) }
  }

  var count: Int { members.count }
  var isEmpty: Bool { members.isEmpty }

  @inline(__always)
  func contains(_ member: Int) -> Bool { places[member] >= 0 }

  mutating func insert(_ member: Int) {
    guard places[member] < 0 else { return }
    places[member] = Int32(members.count)
    members.append(Int32(member))
  }

  mutating func remove(_ member: Int) {
    let place = Int(places[member])
    guard place >= 0 else { return }
    places[member] = -1
    let last = members.removeLast()
    guard place < members.count else { return }
    members[place] = last
    places[Int(last)] = Int32(place)
  }
}
