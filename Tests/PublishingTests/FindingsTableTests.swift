import Compliance
import Documents
import Foundation
import GeoFiles
import Rules
import TestSupport
import Testing

@testable import Publishing

@Suite("findings.csv")
struct FindingsTableTests {
  @Test("has the promised columns and one row a finding, in the order of rules and subjects")
  func rows() async throws {
    let scratch = try ScratchFolder()
    let result = try SmallResult.make()
    _ = try await Publication.publish(
      result, to: "\(scratch.path)/out", options: SmallResult.options())
    let lines = try scratch.text("out/findings.csv").split(separator: "\n")
    #expect(
      lines[0] == """
        pack,rule,clause,force,subject_kind,subject_id,verdict,flags,measured,required,operator,\
        unit,shortfall,attribution,facilities,group,reason,shortfall_unit,target_year,document
        """)
    #expect(lines.count == 1 + result.findings.reduce(0) { $0 + $1.count })
    let rules = lines.dropFirst().map { cells(String($0))[1] }
    var order: [String] = []
    for rule in rules where order.last != rule { order.append(rule) }
    #expect(order == result.findings.map(\.rule.id))
    for line in lines { #expect(cells(String(line)).count == 20, "\(line)") }
    let city = cells(String(try #require(lines.last)))
    #expect(city[4] == "city" && city[5] == "city" && city[9] == "1200")
    #expect(cells(String(lines[1]))[2] == "1, \"a\"")
    #expect(cells(String(lines[1]))[18...] == ["2025", "示例〔2023〕1号"])
    let size = try #require(lines.first { $0.contains("day-care-size") })
    #expect(cells(String(size))[9...11] == ["350..750", "between", "m2"])
  }

  @Test("says of each parcel what its layer says: measured, required and missing")
  func agreesWithLayers() async throws {
    let scratch = try ScratchFolder()
    let result = try SmallResult.make()
    _ = try await Publication.publish(
      result, to: "\(scratch.path)/out", options: SmallResult.options())
    var compared = 0
    for file in ["parcels", "facilities", "units"] {
      let layer =
        try JSONSerialization.jsonObject(
          with: Data(try scratch.text("out/\(file).geojson").utf8)) as? [String: Any]
      let features = try #require(layer?["features"] as? [[String: Any]])
      var rows: [String: [String: Any]] = [:]
      for feature in features {
        let properties = feature["properties"] as? [String: Any] ?? [:]
        rows[feature["id"] as? String ?? properties["id"] as? String ?? ""] = properties
      }
      for line in try scratch.text("out/findings.csv").split(separator: "\n").dropFirst() {
        let cells = cells(String(line))
        let prefix = cells[1].replacing("-", with: "_")
        guard let row = rows[cells[5]], row["\(prefix)_verdict"] != nil else { continue }
        for (place, column) in [(8, "measured"), (9, "required"), (12, "shortfall")] {
          let first = cells[place].components(separatedBy: "..")[0]
          let value = (row["\(prefix)_\(column)"] as? NSNumber)?.doubleValue
          #expect(value == Double(first), "\(cells[1]) \(cells[5]) \(column)")
          compared += 1
        }
      }
    }
    #expect(compared > 50)
  }

  /// The fields of a line of RFC 4180.
  private func cells(_ line: String) -> [String] {
    var cells = [""]
    var isQuoted = false
    var last: Character?
    for character in line {
      switch character {
      case "\"":
        // An end and a new beginning in one place are a quote.
        if !isQuoted, last == "\"" { cells[cells.count - 1].append("\"") }
        isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
      last = character
    }
    return cells
  }

  @Test(
    "numbers are plain decimals",
    arguments: [
      (0.0, "0"), (100, "100"), (29.999_999_9, "30"), (-1.5, "-1.5"), (0.000_001, "0.000001"),
      (1.0 / 3, "0.333333"), (.nan, ""), (.infinity, ""), (1e15, "1000000000000000.0"),
    ])
  func numbers(number: Double, text: String) {
    let buffer = ByteBuffer()
    buffer.append(number: number)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == text)
  }

  @Test(
    "cells are quoted where they must be",
    arguments: [
      ("plain", "plain"), ("a,b", "\"a,b\""), ("a\"b", "\"a\"\"b\""), ("a\nb", "\"a\nb\""),
      ("", ""),
    ])
  func quoting(text: String, cell: String) {
    let buffer = ByteBuffer()
    buffer.append(csv: text)
    #expect(String(decoding: buffer.bytes, as: UTF8.self) == cell)
  }
}
