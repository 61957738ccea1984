import Documents

/// The member `bbox`, which is checked but not used.
enum BoundingBox {
  /// What is wrong with it, or `nil`.
  static func fault(_ tape: JSONTape, _ index: Int) -> FaultText? {
    guard tape.tag(index) == JSONTape.Tag.openArray else {
      return "is \(tape.kindName(index)), not an array of numbers; it is not used"
    }
    var at = index + 1
    var count = 0
    while tape.tag(at) != JSONTape.Tag.closeArray {
      guard tape.number(at) != nil else {
        return "its item \(count) is \(tape.kindName(at)), not a number; it is not used"
      }
      at = tape.after(at)
      count += 1
    }
    return count >= 4 && count.isMultiple(of: 2)
      ? nil : "has \(count) numbers instead of 4 or 6; it is not used"
  }
}
