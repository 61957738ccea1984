import CZlib

/// An archive of files in memory, without times, so that equal content is equal bytes.
///
/// Source: PKWARE, *APPNOTE*, .ZIP file format 2.0.
package enum ZipFile {
  /// The bytes of an archive.
  ///
  /// - Parameter files: Names in it, with `/` between folders, and contents of less than 4 GB.
  package static func bytes(of files: [(name: String, content: [UInt8])]) -> [UInt8] {
    var archive: [UInt8] = []
    var directory: [UInt8] = []
    for (name, content) in files {
      let start = archive.count
      let packed = deflated(content)
      let check = content.withUnsafeBufferPointer { crc32_z(0, $0.baseAddress, $0.count) }
      let name = Array(name.utf8)
      // Version 2.0, names in UTF-8, deflated, the first of January 1980.
      var entry: [UInt8] = []
      entry.append(words: [20, 0x0800, 8, 0, 0x21])
      entry.append(longs: [UInt32(check), UInt32(packed.count), UInt32(content.count)])
      entry.append(words: [UInt16(name.count), 0])
      archive.append(longs: [0x0403_4b50])
      archive += entry + name + packed
      directory.append(longs: [0x0201_4b50])
      directory.append(words: [20])
      directory += entry
      directory.append(words: [0, 0, 0])
      directory.append(longs: [0, UInt32(start)])
      directory += name
    }
    let start = archive.count
    archive += directory
    archive.append(longs: [0x0605_4b50])
    archive.append(words: [0, 0, UInt16(files.count), UInt16(files.count)])
    archive.append(longs: [UInt32(directory.count), UInt32(start)])
    archive.append(words: [0])
    return archive
  }

  /// Deflated, with an empty last block behind it.
  private static func deflated(_ content: [UInt8]) -> [UInt8] {
    let block = content.withUnsafeBufferPointer { GzipBlock($0) }
    return block.packed.bytes + [3, 0]
  }
}

extension [UInt8] {
  fileprivate mutating func append(words: [UInt16]) {
    for word in words { append(contentsOf: [UInt8(truncatingIfNeeded: word), UInt8(word >> 8)]) }
  }

  fileprivate mutating func append(longs: [UInt32]) {
    for long in longs {
      append(words: [UInt16(truncatingIfNeeded: long), UInt16(long >> 16)])
    }
  }
}
