/// Numbers by lot, the same for a seed on every machine.
///
/// Source: Steele, Lea & Flood, *Fast splittable pseudorandom number generators*, 2014 (SplitMix64).
struct SizingRandom {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  @inline(__always)
  mutating func next() -> UInt64 {
    // Overflow is the generator: arithmetic modulo 2^64.
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// Below a count of at least 1.
  @inline(__always)
  mutating func below(_ count: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(count)).high)
  }

  /// From 0 up to, not including, 1.
  @inline(__always)
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }
}
