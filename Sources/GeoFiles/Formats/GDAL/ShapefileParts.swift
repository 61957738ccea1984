import Documents
import Foundation

/// Whether a shapefile is whole: GDAL reads as far as it gets.
struct ShapefileParts {
  private let path: String

  init(_ path: String) { self.path = path }

  /// - Throws: Where a file is missing or is shorter than it says.
  func check() throws(LayerFileError) {
    guard let index = part("shx") else {
      let name = path.split(separator: "/").last.map { String($0.dropLast(3)) } ?? ""
      throw .invalid(
        path: path, place: nil,
        message:
          "\(name)shx is missing; copy all files of the shapefile: .shp, .shx, .dbf and, if there"
          + " are any, .prj and .cpg")
    }
    try checkLength(of: path)
    try checkLength(of: index)
    if let table = part("dbf") { try checkTable(table) }
  }

  private func part(_ ending: String) -> String? {
    [ending, ending.uppercased()].map { path.dropLast(3) + $0 }.map { String($0) }
      .first { FileManager.default.fileExists(atPath: $0) }
  }

  /// Where a fault is: `nil` in the file that is named itself.
  private func place(of file: String) -> FaultText? {
    file == path ? nil : FaultText(verbatim: file)
  }

  /// The length of the file is in its head, in words of two bytes.
  private func checkLength(of file: String) throws(LayerFileError) {
    let head = try head(of: file, 100)
    let stated = 2 * head[24..<28].reduce(0) { $0 << 8 | Int($1) }
    try check(file, stated, isExact: true)
  }

  /// As many rows of as many bytes as the head says.
  private func checkTable(_ file: String) throws(LayerFileError) {
    let head = try head(of: file, 32)
    func number(_ range: Range<Int>) -> Int {
      range.reversed().reduce(0) { $0 << 8 | Int(head[$1]) }
    }
    try check(file, number(8..<10) + number(4..<8) * number(10..<12))
  }

  private func head(of file: String, _ count: Int) throws(LayerFileError) -> [UInt8] {
    let head = FileHandle(forReadingAtPath: file)?.readData(ofLength: count) ?? Data()
    guard head.count == count else {
      throw .invalid(
        path: path, place: place(of: file),
        message: "it has \(head.count) bytes and not even a head of \(count) bytes; copy it again")
    }
    return Array(head)
  }

  /// - Parameter isExact: Whether it may not be longer either, as a table may.
  private func check(
    _ file: String, _ stated: Int, isExact: Bool = false
  ) throws(LayerFileError) {
    let attributes = try? FileManager.default.attributesOfItem(atPath: file)
    let count = (attributes?[.size] as? Int) ?? stated
    if count < stated {
      throw .invalid(
        path: path, place: place(of: file),
        message:
          "it is cut off: it has \(count) bytes and says that it has \(stated); copy it again")
    }
    if isExact, count > stated {
      throw .invalid(
        path: path, place: place(of: file),
        message:
          "it has \(count) bytes and says that it has \(stated): what stands behind its end is read by"
          + " nobody; export it again")
    }
  }
}
