/// Writes the least of a PBF file: one way without nodes, nothing compressed.
enum TinyPBF {
  static func file(wayTags: [(key: [UInt8], value: [UInt8])]) -> [UInt8] {
    let header = field(4, Array("OsmSchema-V0.6".utf8))
    // The first string is empty by convention.
    let strings = [[]] + wayTags.flatMap { [$0.key, $0.value] }
    let table = strings.flatMap { field(1, $0) }
    let keys = wayTags.indices.flatMap { varint(UInt64(2 * $0 + 1)) }
    let values = wayTags.indices.flatMap { varint(UInt64(2 * $0 + 2)) }
    let way = [0x08] + varint(1) + field(2, keys) + field(3, values)
    return blob("OSMHeader", header) + blob("OSMData", field(1, table) + field(2, field(3, way)))
  }

  /// A header, and a block that says that it is packed as lz4.
  static let lz4: [UInt8] = {
    let header = field(4, Array("OsmSchema-V0.6".utf8))
    return blob("OSMHeader", header) + blob("OSMData", [1, 2, 3], as: 6)
  }()

  private static func blob(
    _ type: String, _ content: [UInt8], as number: UInt8 = 1
  ) -> [UInt8] {
    let size: [UInt8] = number == 1 ? [] : [0x10] + varint(UInt64(content.count))
    let data = size + field(number, content)
    let head = field(1, Array(type.utf8)) + [0x18] + varint(UInt64(data.count))
    let length = (0..<4).map { UInt8(truncatingIfNeeded: head.count >> (24 - 8 * $0)) }
    return length + head + data
  }

  /// A field with a length.
  private static func field(_ number: UInt8, _ content: [UInt8]) -> [UInt8] {
    [number << 3 | 2] + varint(UInt64(content.count)) + content
  }

  private static func varint(_ value: UInt64) -> [UInt8] {
    var rest = value
    var bytes: [UInt8] = []
    repeat {
      bytes.append(UInt8(rest & 0x7F) | (rest > 0x7F ? 0x80 : 0))
      rest >>= 7
    } while rest > 0
    return bytes
  }
}
