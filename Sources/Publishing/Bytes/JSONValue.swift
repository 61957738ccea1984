internal import GeoFiles
internal import Quantities

/// A JSON document with its keys sorted, so that equal content is equal bytes.
enum JSONValue: Sendable {
  case null
  case flag(Bool)
  case integer(Int)
  /// An exact decimal.
  case amount(Amount)
  case text(String)
  case list([JSONValue])
  case object([String: JSONValue])

  /// `null` where there is none.
  static func optional(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }

  /// `null` where there is none.
  static func optional(_ amount: Amount?) -> JSONValue { amount.map { .amount($0) } ?? .null }

  /// `null` where there is none.
  static func optional(_ number: Int?) -> JSONValue { number.map { .integer($0) } ?? .null }

  /// At six decimals; `null` where it is not finite.
  static func measured(_ number: Double) -> JSONValue {
    .optional(Amount(rounding: number))
  }

  /// The document without a line end.
  var document: String {
    let bytes = ByteBuffer()
    append(to: bytes)
    return String(decoding: bytes.bytes, as: UTF8.self)
  }

  /// Writes the document, and a line end, as a whole file.
  func write(to path: String) throws(LayerWriteError) {
    let bytes = ByteBuffer()
    append(to: bytes)
    bytes.append("\n")
    var file = try OutputFile(creating: path)
    try file.write(bytes)
    try file.finish()
  }

  /// Indented by two blanks.
  private func append(to bytes: ByteBuffer, indent: Int = 0) {
    switch self {
    case .null: bytes.append("null")
    case .flag(let flag): bytes.append(flag ? "true" : "false")
    case .integer(let number): bytes.append(Int64(number))
    case .amount(let amount): bytes.append(amount)
    case .text(let text): bytes.append(json: text)
    case .list(let items):
      Self.append(items, in: ("[", "]"), to: bytes, indent: indent) { item in
        item.append(to: bytes, indent: indent + 1)
      }
    case .object(let members):
      let sorted = members.sorted { $0.key < $1.key }
      Self.append(sorted, in: ("{", "}"), to: bytes, indent: indent) { member in
        bytes.append(json: member.key)
        bytes.append(": ")
        member.value.append(to: bytes, indent: indent + 1)
      }
    }
  }

  private static func append<Item>(
    _ items: [Item], in brackets: (StaticString, StaticString), to bytes: ByteBuffer,
    indent: Int, _ appendItem: (Item) -> Void
  ) {
    bytes.append(brackets.0)
    for (index, item) in items.enumerated() {
      bytes.append(index == 0 ? "\n" : ",\n")
      bytes.append(Array(repeating: UInt8(ascii: " "), count: 2 * (indent + 1)))
      appendItem(item)
    }
    if !items.isEmpty {
      bytes.append("\n")
      bytes.append(Array(repeating: UInt8(ascii: " "), count: 2 * indent))
    }
    bytes.append(brackets.1)
  }
}
