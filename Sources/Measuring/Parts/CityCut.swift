/// Which part of a city owns each row: any cut will do.
public struct CityCut: Sendable, Hashable {
  /// Number of parts; some may own nothing.
  public let parts: Int
  /// By parcel: its part.
  public let ofParcel: [Int32]
  /// By facility: its part.
  public let ofFacility: [Int32]

  /// A cut row by row.
  ///
  /// - Precondition: Every part is one of `0..<parts`.
  public init(parts: Int, ofParcel: [Int32], ofFacility: [Int32]) {
    precondition(
      (ofParcel + ofFacility).allSatisfy { $0 >= 0 && $0 < parts }, "a part that there is not")
    self.parts = parts
    self.ofParcel = ofParcel
    self.ofFacility = ofFacility
  }

  /// Vertical strips with about as many parcels each.
  public static func strips(
    _ parts: Int, parcelX: [Double], facilityX: [Double]
  ) -> CityCut {
    let sorted = parcelX.filter(\.isFinite).sorted()
    let ends = (1..<max(1, parts)).map { part in
      sorted.isEmpty ? 0 : sorted[min(sorted.count - 1, part * sorted.count / parts)]
    }
    func part(_ x: Double) -> Int32 { Int32(ends.firstIndex { x < $0 } ?? ends.count) }
    return CityCut(
      parts: max(1, parts), ofParcel: parcelX.map(part), ofFacility: facilityX.map(part))
  }
}
