import Quantities

/// A fraction that is not negative, exact; over zero it is infinite.
struct Fraction: Comparable {
  let top: Int128
  let bottom: Int128

  init(_ top: Int128, over bottom: Int128) {
    self.top = top
    self.bottom = bottom
  }

  init(_ amount: Amount) { self.init(Int128(amount.micros), over: Int128(Amount.scale)) }

  static let infinity = Fraction(1, over: 0)

  var double: Double { Double(top) / Double(bottom) }

  static func < (a: Fraction, b: Fraction) -> Bool { a.top * b.bottom < b.top * a.bottom }
  static func == (a: Fraction, b: Fraction) -> Bool { a.top * b.bottom == b.top * a.bottom }

  /// The same in the smallest terms.
  var reduced: Fraction {
    var a = top
    var b = bottom
    while b != 0 { (a, b) = (b, a % b) }
    return a == 0 ? self : Fraction(top / a, over: bottom / a)
  }

  /// To the nearest decimal, halves up.
  func rounded(decimals: Int) -> Fraction {
    guard bottom != 0 else { return self }
    var power: Int128 = 1
    for _ in 0..<decimals { power *= 10 }
    return Fraction((2 * top * power + bottom) / (2 * bottom), over: power)
  }
}

/// Yes, no, or not known.
enum Maybe: Int, Comparable {
  case no
  case maybe
  case yes

  init(_ isTrue: Bool) { self = isTrue ? .yes : .no }
  static func < (a: Maybe, b: Maybe) -> Bool { a.rawValue < b.rawValue }
  var negated: Maybe { self == .yes ? .no : self == .no ? .yes : .maybe }
}

/// An amount between two ends, in millionths; without an upper end nothing bounds it.
struct Span {
  var low: Int128
  var high: Int128?

  static let zero = Span(low: 0, high: 0)
  static let anything = Span(low: 0, high: nil)

  init(low: Int128, high: Int128?) {
    self.low = low
    self.high = high
  }

  init(_ amount: Amount?) {
    self = amount.map { Span(low: Int128($0.micros), high: Int128($0.micros)) } ?? .anything
  }

  init(count: Int) { self.init(Amount(count)) }

  var exact: Int128? { high == low ? low : nil }

  static func + (a: Span, b: Span) -> Span {
    var sum = Span(low: a.low + b.low, high: nil)
    if let first = a.high, let second = b.high { sum.high = first + second }
    return sum
  }

  /// What it adds if it is certain, likely, or out of the question that it counts.
  func counted(_ maybe: Maybe) -> Span {
    switch maybe {
    case .no: .zero
    case .maybe: Span(low: 0, high: high)
    case .yes: self
    }
  }
}
