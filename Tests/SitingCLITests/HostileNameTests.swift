import Foundation
import TestSupport
import Testing

/// Names that somebody made to do something do nothing, wherever they are told.
@Suite("Hostile names")
struct HostileNameTests {
  private static let names = [
    "<script>alert(1)</script>", "=HYPERLINK(\"http://x\")", "+cmd|' /C calc'!A0", "@SUM(1)",
    "-2+3",
    "\u{1B}[31m红\u{1B}[2J", "东\u{202E}苑\u{2066}小区", "a\nerror: b",
    "\"><img src=x onerror=alert(1)>",
    "\u{9B}31m", "]]><x/>", "'; DROP TABLE x;--",
  ]

  private static func escaped(_ text: String) throws -> String {
    String(decoding: try JSONEncoder().encode(text), as: UTF8.self)
  }

  /// A city whose compounds, facilities and units are called so, and whose compounds have ids so.
  private static func project(_ scratch: ScratchFolder, households: Int) throws -> String {
    var parcels: [String] = []
    var facilities: [String] = []
    var units: [String] = []
    for (row, name) in names.enumerated() {
      let (x, name) = (115.6 + Double(row) * 0.004, try escaped(name))
      parcels.append(
        GeoJSONText.feature(
          "\"id\":\(name),\"name\":\(name),\"households\":\(households),\"population\":300,"
            + "\"status\":\"existing\",\"urban\":true", GeoJSONText.square(x, 34.4, half: 0.001)))
      facilities.append(
        GeoJSONText.feature(
          "\"id\":\(name),\"name\":\(name),\"kind\":\"childcare\",\"places\":5,\"floor_area\":50",
          GeoJSONText.point(x, 34.4)))
      units.append(
        GeoJSONText.feature(
          "\"id\":\(name),\"name\":\(name)", GeoJSONText.square(x, 34.4, half: 0.002)))
    }
    try scratch.write(GeoJSONText.collection(parcels), to: "parcels.geojson")
    try scratch.write(GeoJSONText.collection(facilities), to: "facilities.geojson")
    try scratch.write(GeoJSONText.collection(units), to: "units.geojson")
    return try scratch.write(
      """
      schema: 1
      name: "<b>区</b>\\u202E\\x1B[2J"
      packs: [shangqiu-2022]
      layers:
        parcels: parcels.geojson
        facilities: facilities.geojson
        units: {file: units.geojson, level: community}
      """, to: "project.yaml")
  }

  private static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10: false
    case 0..<0x20, 0x7F..<0xA0, 0x202A...0x202E, 0x2066...0x2069: true
    default: false
    }
  }

  /// Cells of a CSV file.
  private static func cells(_ text: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isQuoted = false
    for character in text.drop(while: { $0 == "\u{FEFF}" }) {
      switch character {
      case "\"": isQuoted.toggle()
      case ",", "\n":
        if isQuoted {
          cell.append(character)
        } else {
          cells.append(cell)
          cell = ""
        }
      default: cell.append(character)
      }
    }
    return cells
  }

  @Test("nothing in terminals, pages and tables; ids are found again", arguments: ["zh", "en"])
  func harmless(language: String) throws {
    let scratch = try ScratchFolder()
    var said = ""
    for (out, households) in [("a", 100), ("b", 900)] {
      let run = try Program.run(
        "check", try Self.project(scratch, households: households), "--out", scratch.path(out),
        "--format", "geojson,xlsx", "--lang", language)
      #expect(run.status == 0, "\(run.errors)")
      said += run.output + run.errors
    }
    let compared = try Program.run(
      "compare", scratch.path("a"), scratch.path("b"), "--out", scratch.path("changes"), "--lang",
      language)
    #expect(compared.status == 0, "\(compared.errors)")
    said += compared.output + compared.errors
    for name in Self.names {
      let why = try Program.run(
        ["why", scratch.path("project.yaml"), "--lang", language, "--", name])
      #expect(why.status == 0 || why.status == 64, "\(name): \(why.errors)")
      let inspected = try Program.run(
        "why", scratch.path("project.yaml"), "nobody \(name)", "--lang", language)
      said += why.output + why.errors + inspected.output + inspected.errors
    }
    said += try Program.run(
      "inspect", scratch.path("project.yaml"), "--lang", language
    ).output
    #expect(!said.unicodeScalars.contains(where: Self.isHidden))
    for page in ["a/report.html", "changes/changes.html"] {
      let text = try scratch.text(page)
      #expect(!text.unicodeScalars.contains(where: Self.isHidden), "\(page)")
      for markup in ["<script>alert", "<img", "<b>区"] { #expect(!text.contains(markup), "\(page)") }
      #expect(text.contains("&lt;script&gt;alert(1)"))
    }
    for table in ["a/findings.csv", "changes/changes.csv", "a/columns.csv"] {
      for cell in Self.cells(try scratch.text(table)) {
        let isNumber = Double(cell) != nil
        #expect(!"=+-@".contains(cell.first ?? " ") || isNumber, "\(table): \(cell)")
      }
    }
    // What stands guarded in the tables is found again.
    let findings = Self.cells(try scratch.text("a/findings.csv"))
    #expect(findings.contains("'@SUM(1)"))
    #expect(try scratch.text("changes/changes.geojson").contains("@SUM(1)"))
  }
}
