internal import GeoFiles
internal import Quantities

extension ByteBuffer {
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
