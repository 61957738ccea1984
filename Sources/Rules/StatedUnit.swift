internal import Documents
internal import GeoData
internal import Quantities

/// A unit as documents write it, and how much of ours one of it is: `ha` is 10,000 m².
///
/// Numbers are metres, square metres and minutes inside; what is written in another unit is converted
/// where it is read. The words are data, `units.yaml`.
struct StatedUnit: Sendable, Hashable {
  /// What is counted.
  enum Dimension: String, Sendable, Hashable, CaseIterable {
    case metres = "m"
    case squareMetres = "m2"
    case minutes = "min"
  }

  let dimension: Dimension
  private let numerator: Int128
  private let denominator: Int128

  /// The unit of a word, in Chinese or English; `nil` for a word that is none.
  init?(word: String) {
    guard let known = try? Self.known.get()[word.lowercased()] else { return nil }
    self = known
  }

  /// Whether it is one of ours, and one of it is one.
  var isOurs: Bool { numerator == denominator }

  /// How much that is in ours, to the nearest millionth; `nil` beyond the range of amounts.
  ///
  /// A mu is 666.6̅ m², so that 20 mu are 13,333.333333: so does the loading of data.
  func converted(_ amount: Amount) -> Amount? {
    let product = Int128(amount.micros) * numerator * 2
    let half = product < 0 ? -denominator : denominator
    return Int64(exactly: (product + half) / (denominator * 2)).map { Amount(micros: $0) }
  }

  /// An amount with a unit behind it, `0.5 mi`, in ours; `nil` for anything else.
  static func amount(_ text: String, of dimension: Dimension) -> Amount? {
    let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
    let word = text.dropFirst(digits.count).drop { $0 == " " }
    guard let amount = Amount(exactly: digits), let unit = StatedUnit(word: String(word)),
      unit.dimension == dimension
    else { return nil }
    return unit.converted(amount)
  }

  /// By word. Read once; faults in it are told by whoever opens the library.
  static let known = Result {
    try read(GeoData.text("rules/units.yaml"), file: "units.yaml")
  }

  private static func read(
    _ yaml: String, file: String
  ) throws(DocumentFaults) -> [String: StatedUnit] {
    let reader = DocumentReader(file: file)
    let sections = reader.anyFields(try DocumentNode(yaml: yaml, file: file), of: "units")
    var units: [String: StatedUnit] = [:]
    for dimension in Dimension.allCases {
      guard let node = sections?.required(dimension.rawValue) else { continue }
      for line in reader.anyFields(node, of: dimension.rawValue)?.pairs ?? [] {
        let parts = line.key.scalar?.split(separator: "/").map { Int128($0) ?? 0 } ?? []
        guard let numerator = parts.first, parts.count <= 2, !parts.contains(0) else {
          reader.report(line.key, "a factor is a whole number or a fraction, such as 2000/3")
          continue
        }
        let unit = StatedUnit(dimension, numerator, over: parts.count == 2 ? parts[1] : 1)
        for word in reader.texts(line.value, "words") ?? [] { units[word.lowercased()] = unit }
      }
    }
    try reader.finish()
    return units
  }

  private init(_ dimension: Dimension, _ numerator: Int128, over denominator: Int128) {
    self.dimension = dimension
    self.numerator = numerator
    self.denominator = denominator
  }
}
