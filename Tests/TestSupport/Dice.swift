/// Chances and choices by seed.
public struct Dice {
  /// Where they take their numbers.
  public var random: SplitMix64

  /// Dice that fall alike for the same seed.
  public init(random: SplitMix64) { self.random = random }

  /// Yes in so many of a hundred cases.
  public mutating func chance(_ percent: Int) -> Bool {
    Int.random(in: 0..<100, using: &random) < percent
  }

  /// One of a few.
  public mutating func pick<Element>(_ choices: [Element]) -> Element {
    choices[Int.random(in: choices.indices, using: &random)]
  }

  /// A whole number.
  public mutating func whole(_ range: ClosedRange<Int>) -> Int {
    Int.random(in: range, using: &random)
  }

  /// Mostly a value, sometimes none.
  public mutating func mostly<Element>(_ percent: Int, _ choices: [Element]) -> Element? {
    let choice = pick(choices)
    return chance(percent) ? choice : nil
  }
}
