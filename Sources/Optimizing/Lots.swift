/// Numbers by lot that are the same on every machine.
///
/// Source: Steele, Lea & Flood, *Fast splittable pseudorandom number generators*, 2014.
struct Lots: RandomNumberGenerator, Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  @inline(__always)
  mutating func next() -> UInt64 {
    // Overflow is the generator: arithmetic modulo 2^64.
    state &+= 0x9e37_79b9_7f4a_7c15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
    return mixed ^ (mixed >> 31)
  }

  /// A number below `count`, which is at least 1.
  mutating func below(_ count: Int) -> Int { Int(next() % UInt64(count)) }

  /// The same by the high word of a product, without a division, for innermost loops: another number.
  @inline(__always)
  mutating func quickly(below count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// A number from 0 up to but not including 1.
  @inline(__always)
  mutating func share() -> Double { Double(next() >> 11) * 0x1p-53 }
}

/// A set of small numbers of which any can be drawn by lot.
struct NumberSet: Sendable {
  private(set) var numbers: [Int] = []
  private var places: [Int] = []

  mutating func insert(_ number: Int) {
    while places.count <= number { places.append(-1) }
    guard places[number] < 0 else { return }
    places[number] = numbers.count
    numbers.append(number)
  }

  mutating func remove(_ number: Int) {
    guard places.indices.contains(number), places[number] >= 0 else { return }
    let place = places[number]
    let last = numbers.removeLast()
    if last != number {
      numbers[place] = last
      places[last] = place
    }
    places[number] = -1
  }

  func any(_ lots: inout Lots) -> Int? {
    numbers.isEmpty ? nil : numbers[lots.below(numbers.count)]
  }
}
