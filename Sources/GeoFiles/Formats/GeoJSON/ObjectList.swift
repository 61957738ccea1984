/// A JSON text that is a list of objects, as crawlers and web services write it: a table with a row an object, which is
/// read as tables are, with their columns of coordinates.
///
/// What is in an object in an object is a column `location.lng`; lists are texts.
enum ObjectList {
  /// Whether a text may be one, by its first characters.
  static func isLikely(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    let first = text.lazy.filter { !$0.isJSONSpace }.prefix(2)
    return Array(first) == [UInt8(ascii: "["), UInt8(ascii: "{")]
  }

  /// The table as text; `nil` where an item is no object, or is a feature or a geometry.
  static func table(_ tape: JSONTape) -> [UInt8]? {
    let items = tape.items(of: JSONTape.rootIndex)
    var columns: [String: Int] = [:]
    var names: [String] = []
    var cells: [(row: Int, column: Int, value: Int)] = []
    for (row, item) in items.enumerated() {
      guard tape.tag(item) == JSONTape.Tag.openObject else { return nil }
      var isPlace = true
      tape.members(of: item) { name, value in
        if name == "geometry" || name == "coordinates" { isPlace = false }
        tape.visit(value, named: name) { name, value in
          let column = columns[name] ?? names.count
          if column == names.count {
            columns[name] = column
            names.append(name)
          }
          cells.append((row, column, value))
        }
      }
      guard isPlace else { return nil }
    }
    guard !names.isEmpty else { return nil }
    var bytes: [UInt8] = []
    TableText.append(names, to: &bytes)
    var next = cells.startIndex
    for row in items.indices {
      var values = [Int?](repeating: nil, count: names.count)
      while next < cells.endIndex, cells[next].row == row {
        values[cells[next].column] = cells[next].value
        next += 1
      }
      TableText.append(values.map { $0.flatMap { text(of: $0, tape) } }, to: &bytes)
    }
    return bytes
  }

  private static func text(of value: Int, _ tape: JSONTape) -> String? {
    switch tape.tag(value) {
    case JSONTape.Tag.null: nil
    case JSONTape.Tag.string: tape.text(value)
    default: tape.raw(value).map { String(decoding: $0, as: UTF8.self) }
    }
  }
}

extension JSONTape {
  /// Calls `body` with a value and its name; of an object with what is in it.
  fileprivate func visit(_ value: Int, named name: String, _ body: (String, Int) -> Void) {
    guard tag(value) == Tag.openObject else { return body(name, value) }
    members(of: value) { inner, value in visit(value, named: "\(name).\(inner)", body) }
  }
}
