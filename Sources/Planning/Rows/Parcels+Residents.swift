public import Quantities

extension Parcels {
  /// Persons of a parcel as in the data, else its households times the stated persons per household.
  ///
  /// - Returns: Exact, but for what lies behind the sixth decimal; `nil` where neither is known, and
  ///   where the product is beyond what an amount can hold.
  public func residents(of row: Int, perHousehold: Amount?) -> Amount? {
    if let people = population[row] { return people }
    guard let households = households[row], let perHousehold else { return nil }
    let product = Int128(households.micros) * Int128(perHousehold.micros) / Int128(Amount.scale)
    guard product < Int128(Int64.max) else { return nil }
    return Amount(micros: Int64(product))
  }

  /// By parcel: persons, known or estimated.
  public func residents(perHousehold: Amount?) -> [Amount?] {
    (0..<count).map { residents(of: $0, perHousehold: perHousehold) }
  }
}
