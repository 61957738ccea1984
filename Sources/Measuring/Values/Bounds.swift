package import Quantities

/// What is known about an amount: it lies between two figures, in millionths.
///
/// Unknown data is carried as its best and its worst case, so that a verdict that does not depend
/// on it is still given.
package struct Bounds: Hashable, Sendable, BitwiseCopyable {
  package var low: Int64
  /// `unlimited` where nothing is known.
  package var high: Int64

  package static let unlimited = Int64.max
  package static let zero = Bounds(low: 0, high: 0)
  package static let unknown = Bounds(low: 0, high: unlimited)

  package init(low: Int64, high: Int64) {
    self.low = low
    self.high = high
  }

  package init(_ amount: Amount) {
    low = amount.micros
    high = amount.micros
  }

  /// Unknown where there is no amount.
  package init(_ amount: Amount?) {
    if let amount { self.init(amount) } else { self = .unknown }
  }

  package init(count: Int) {
    low = Int64(count) * Amount.scale
    high = low
  }

  package var isExact: Bool { low == high }

  package static func + (a: Bounds, b: Bounds) -> Bounds {
    Bounds(low: saturated(a.low, b.low), high: saturated(a.high, b.high))
  }

  package static func += (a: inout Bounds, b: Bounds) { a = a + b }

  /// May or may not be added.
  mutating func addPossibly(_ other: Bounds) {
    high = Self.saturated(high, other.high)
  }

  /// What remains of it for whom a clause may not speak of.
  package func taken(_ applies: Truth) -> Bounds {
    switch applies {
    case .yes: self
    case .unknown: Bounds(low: 0, high: high)
    case .no: .zero
    }
  }

  private static func saturated(_ a: Int64, _ b: Int64) -> Int64 {
    if a == unlimited || b == unlimited { return unlimited }
    let (sum, overflow) = a.addingReportingOverflow(b)
    return overflow ? unlimited : sum
  }
}

/// Yes, no, or not known.
package enum Truth: UInt8, Sendable, Hashable, BitwiseCopyable {
  case no
  case unknown
  case yes

  package init(_ isTrue: Bool) { self = isTrue ? .yes : .no }

  /// Not known where there is no answer.
  package init(_ isTrue: Bool?) { self = isTrue.map { Truth($0) } ?? .unknown }

  /// Whether at least so many of several things are true.
  package init(_ least: Int, of truths: some Sequence<Truth>) {
    let counts = truths.reduce(into: (sure: 0, possible: 0)) { counts, truth in
      if truth == .yes { counts.sure += 1 }
      if truth != .no { counts.possible += 1 }
    }
    self = counts.sure >= least ? .yes : counts.possible >= least ? .unknown : .no
  }

  /// Whether something that is one of some values is one of those wanted.
  init<Value: Equatable>(_ values: [Value], among wanted: [Value]) {
    let meeting = values.count { wanted.contains($0) }
    self = meeting == 0 ? .no : meeting == values.count ? .yes : .unknown
  }

  package static func && (a: Truth, b: Truth) -> Truth {
    Truth(rawValue: min(a.rawValue, b.rawValue)) ?? a
  }
  package static func || (a: Truth, b: Truth) -> Truth {
    Truth(rawValue: max(a.rawValue, b.rawValue)) ?? a
  }
  package static prefix func ! (a: Truth) -> Truth { Truth(rawValue: 2 - a.rawValue) ?? a }
}
