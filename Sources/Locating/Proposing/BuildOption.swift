public import Quantities
public import Rules

/// What may be built: a kind of facility, in one size or another.
public struct BuildOption: Sendable, Hashable {
  /// Position of the kind in the vocabulary.
  public let kind: Int
  /// Small ones first.
  public let sizes: [BuildSize]

  /// An option.
  public init(kind: Int, sizes: [BuildSize]) {
    self.kind = kind
    self.sizes = sizes
  }

  /// Points that each facility counts where no costs are stated, beside one for each place, bed or square metre of
  /// the measure that is asked for: so the fewest facilities are the best, and of these the smallest.
  public static let points = Amount(10_000)

  /// Sizes as they are usual, for what clauses count of a kind: 30 to 150 places, 20 to 200 beds, 100 to 1,500 m².
  ///
  /// - Parameter measures: What is counted; of several the sizes rise together.
  public static func usual(kind: Int, counting measures: Set<FacilityMeasure>) -> BuildOption {
    let ladders = measures.compactMap { measure in ladder(of: measure).map { (measure, $0) } }
    guard !ladders.isEmpty else {
      return BuildOption(kind: kind, sizes: [BuildSize(amounts: [:])])
    }
    return BuildOption(
      kind: kind,
      sizes: (0..<6).map { step in
        BuildSize(
          amounts: Dictionary(
            uniqueKeysWithValues: ladders.map { ($0, Amount($1[step])) }))
      })
  }

  private static func ladder(of measure: FacilityMeasure) -> [Int]? {
    switch measure {
    case .places: [20, 40, 60, 90, 120, 150]
    case .beds: [20, 40, 60, 100, 150, 200]
    case .nursingBeds: [10, 20, 40, 60, 100, 150]
    case .floorArea: [100, 200, 350, 500, 750, 1_500]
    case .landArea: [200, 400, 800, 1_500, 3_000, 6_000]
    case .count, .residents, .doctors, .nurses, .column: nil
    }
  }
}

/// One size of what may be built.
public struct BuildSize: Sendable, Hashable {
  /// What it has, as far as that is stated; what clauses ask of such facilities besides is added.
  public var amounts: [FacilityMeasure: Amount]
  /// What it costs; `nil`: see `BuildOption.points`.
  public var cost: Amount?

  /// A size.
  public init(amounts: [FacilityMeasure: Amount], cost: Amount? = nil) {
    self.amounts = amounts
    self.cost = cost
  }
}
