internal import Quantities

/// What parcels get of what they need, as exact fractions: few differ, since parcels that share a
/// bottleneck fare alike.
struct RatioColumn: Sendable {
  private var table: [FairShare.Ratio] = []
  private var places: [Int32] = []

  init(_ ratios: [FairShare.Ratio]) {
    var known: [FairShare.Ratio: Int32] = [:]
    places.reserveCapacity(ratios.count)
    for ratio in ratios {
      // Neighbours mostly fare alike.
      if let last = places.last, table[Int(last)] == ratio {
        places.append(last)
      } else if let place = known[ratio] {
        places.append(place)
      } else {
        known[ratio] = Int32(table.count)
        places.append(Int32(table.count))
        table.append(ratio)
      }
    }
  }

  subscript(_ row: Int) -> FairShare.Ratio { table[Int(places[row])] }
}

/// The figures that parcels are judged by, where they are finer than amounts in millionths.
struct Rates: Sendable {
  /// By parcel, at worst.
  let low: RatioColumn
  /// By parcel, at best.
  let high: RatioColumn
  /// What a ratio of 1 stands for; `nil`: one of the supply for each person.
  let whole: Amount?
  /// Whether they are parts of what parcels owe, and no rates.
  var isOfNeeds = false

  func range(_ row: Int, per: Amount) -> (low: ExactRatio, high: ExactRatio) {
    let whole = whole ?? per
    return (ExactRatio(low[row], of: whole), ExactRatio(high[row], of: whole))
  }
}

extension ExactRatio {
  /// A ratio of an amount, so that it can be compared with another.
  fileprivate init(_ ratio: FairShare.Ratio, of whole: Amount) {
    if ratio.denominator == 0 {
      self = .infinite
      return
    }
    let bits = Int128.bitWidth - Int128(whole.micros).leadingZeroBitCount
    // Comparing takes the product with millionths once more.
    let ratio = ratio.narrowed(to: 126 - bits - 20)
    self.init(
      ratio.numerator * Int128(whole.micros), over: ratio.denominator * Int128(Amount.scale))
  }
}
