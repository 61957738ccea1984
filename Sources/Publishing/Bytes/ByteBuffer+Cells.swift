internal import GeoFiles
internal import Quantities

extension ByteBuffer {
  /// A cell of our tables, which know no difference between an empty text and none.
  func append(csv text: String) { append(field: text, quotes: .sparing) }

  /// An exact decimal, as it prints itself.
  func append(_ amount: Amount) { append(amount.micros, decimals: 6) }

  /// A number at six decimals without zeros at the end; nothing where it is not finite.
  func append(number: Double) {
    if let amount = Amount(rounding: number) {
      append(amount)
    } else if number.isFinite {
      append(text: "\(number)")
    }
  }
}
