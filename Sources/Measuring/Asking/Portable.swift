/// An answer that can be carried from a part of a city to the whole: it says once which columns it
/// has, and that is enough to cut it to the rows that a part owns, to write it, and to merge it.
package protocol Portable: Sendable {
  /// An answer about nobody yet, to be filled from parts.
  init(parcels: Int, facilities: Int, units: Int)
  /// Hands every column to a carrier, always in the same order.
  mutating func carry(_ carrier: inout some Carrier) throws(PartError)
}

/// Takes columns along. Rows of parcels and facilities in columns change their numbers on the way
/// from a part to the whole.
package protocol Carrier {
  /// One value a parcel.
  mutating func parcels<Value: BitwiseCopyable>(_ column: inout [Value]) throws(PartError)
  /// One value a facility.
  mutating func facilities<Value: BitwiseCopyable>(_ column: inout [Value]) throws(PartError)
  /// One row of a facility a parcel, or -1.
  mutating func facilityOfParcel(_ column: inout [Int32]) throws(PartError)
  /// One row of a facility a facility, or -1.
  mutating func facilityOfFacility(_ column: inout [Int32]) throws(PartError)
  /// Rows of facilities, in compressed rows by parcel.
  mutating func edges(_ edges: inout ReachEdges) throws(PartError)
  /// One sum a slot: a unit, or whatever else all parts number alike.
  mutating func sums(_ column: inout [Bounds]) throws(PartError)
  /// What is true of the whole if it is true of a part; a slot each.
  mutating func anyOf(_ column: inout [Bool]) throws(PartError)
  /// Weighed shares; a slot each.
  mutating func shares(_ column: inout [WeightedShares]) throws(PartError)
}
