/// What a figure of a clause is counted in: `m2`, `places/1000 persons`, `m2/person`.
///
/// It is written as the text that rule packs use, and read from it.
public struct MeasureUnit: Hashable, Sendable {
  /// What is counted.
  public let thing: MeasuredThing
  /// Of how many of what, where the figure is a rate.
  public let per: Per?

  /// So many of a thing, which others are counted for.
  public struct Per: Hashable, Sendable {
    /// Above zero.
    public let count: Amount
    /// What there are so many of.
    public let thing: MeasuredThing
  }

  /// A plain count or amount of a thing.
  public init(_ thing: MeasuredThing) {
    self.thing = thing
    per = nil
  }

  /// A rate: so much of one thing for `count` of another; of one, another word loses its `s`.
  ///
  /// - Precondition: `count` is above zero.
  public init(_ thing: MeasuredThing, per count: Amount, _ other: MeasuredThing) {
    precondition(count > .zero, "a rate is for some of a thing")
    if count == Amount(1), case .other(let word) = other, word.hasSuffix("s") {
      self.init(thing, Per(count: count, thing: .other(String(word.dropLast()))))
    } else {
      self.init(thing, Per(count: count, thing: other))
    }
  }

  /// A rate for whole things.
  ///
  /// - Precondition: `count` is at least 1.
  public init(_ thing: MeasuredThing, per count: Int, _ other: MeasuredThing) {
    self.init(thing, per: Amount(count), other)
  }

  private init(_ thing: MeasuredThing, _ per: Per?) {
    self.thing = thing
    self.per = per
  }

  /// Whether it is an amount for each, or for so many, of another thing.
  public var isRate: Bool { per != nil }

  /// The unit of what is offered, or missing: of `places/1000 persons`, `places`.
  public var numerator: MeasureUnit { MeasureUnit(thing) }

  /// Whether its thing comes whole: half a place is no place.
  public var comesWhole: Bool { thing.comesWhole }

  /// Percent.
  public static let percent = MeasureUnit(.percent)
  /// Metres.
  public static let metres = MeasureUnit(.metres)
}

extension MeasureUnit: LosslessStringConvertible {
  /// `m2/100 households`; without the number where it is one of a thing.
  public var description: String {
    guard let per else { return thing.word }
    return per.count == Amount(1)
      ? "\(thing.word)/\(per.thing.singular)" : "\(thing.word)/\(per.count) \(per.thing.word)"
  }

  /// Reads the text of a unit; `nil` unless it is written just so, but that `persons/1 places` may stand
  /// for `persons/place`.
  public init?(_ text: String) {
    let sides = text.split(separator: "/", omittingEmptySubsequences: false).map(String.init)
    guard sides.count <= 2, let thing = MeasuredThing(word: sides[0]) else { return nil }
    guard sides.count == 2 else {
      self.init(thing)
      return
    }
    let parts = sides[1].split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    switch parts.count {
    case 1:
      guard let other = MeasuredThing(singular: parts[0]) else { return nil }
      self.init(thing, Per(count: Amount(1), thing: other))
    case 2:
      guard let count = Amount(exactly: parts[0]), count > .zero,
        let other = MeasuredThing(word: parts[1])
      else {
        return nil
      }
      self.init(thing, per: count, other)
      if parts[0] == "1", per?.thing.singular != parts[1] { return }
    default: return nil
    }
    guard description == text else { return nil }
  }
}
