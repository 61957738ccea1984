internal import Compliance
internal import Documents
internal import GeoData
internal import GeoFiles
internal import Pages
internal import Planar
internal import Wording

/// `findings.xlsx`: the findings and layers as sheets for people, with names, clauses, verdicts and titles of columns in
/// their language: a summary by clause, units, parcels, facilities, every finding, and what is wrong with the data.
enum WorkbookOutput: ResultOutput {
  /// `findings.xlsx`
  static let fileName = "findings.xlsx"
  /// What is in it.
  static let title = OutputWords.workbook
  /// GDAL, which writes it, need not be there.
  static let isOnRequest = true

  static func printings(_ writing: ResultWriting) -> [Printing<Edition>] {
    guard writing.wants(fileName, as: .workbook) else { return [] }
    return [
      Printing(fileName: fileName) { edition, press, path in
        let sheets = Sheets(edition)
        var layers: [DatasetLayer] = []
        // What is to be read: an area is nothing, and what was rejected is among the problems.
        let wanted = writing.layersTogether.filter {
          [.units, .parcels, .facilities, .groups].contains($0.look)
        }
        for output in wanted.sorted(by: { rank($0.look) < rank($1.look) }) {
          let layer = try await writing.layer(output, as: .workbook, of: edition, press)
          guard layer.geometry.count < Sheets.mostRows else {
            throw LayerWriteError.cannotWrite(
              path: path,
              reason: "a sheet has \(Sheets.mostRows) rows at most, and \(output.layerName) has"
                + " \(layer.geometry.count); use --only-failing or another format")
          }
          layers.append(sheet(layer, of: output, edition))
        }
        try DatasetWriter.write(
          [sheets.summary] + layers
            + [try sheets.findings(isOnlyFailing: writing.isOnlyFailing, in: path), sheets.data],
          as: .workbook, to: path)
      }
    ]
  }

  private static func rank(_ look: LayerStyle.Look) -> Int {
    switch look {
    case .units: 0
    case .parcels: 1
    case .facilities: 2
    default: 3
    }
  }

  private static func sheet(
    _ layer: EditionLayer, of output: any LayerOutput.Type, _ edition: Edition
  ) -> DatasetLayer {
    let titles = ColumnTitles(edition)
    let words = Verdict.allCases.map { edition.say($0.label) }
    var table = OutputTable(rowCount: layer.geometry.count)
    var known: Set<String> = []
    for (name, column) in zip(layer.table.table.names, layer.table.table.columns) {
      let title = titles.title(of: name) ?? name
      var unique = title
      var number = 1
      while !known.insert(unique.lowercased()).inserted {
        number += 1
        unique = "\(title) (\(number))"
      }
      switch column {
      case .words(let dictionary, let codes) where dictionary == Verdict.names:
        table.append(unique, .words(dictionary: words, codes: codes))
      case .shared(let dictionary, let indices) where name == "flags" || name == "kind":
        let said = dictionary.map { name == "flags" ? flags($0, edition) : kind($0, edition) }
        table.append(unique, .shared(dictionary: said, indices: indices))
      default: table.append(unique, column)
      }
    }
    var sheet = DatasetLayer(
      name: edition.say(output.look.title), table: table, geometry: layer.geometry, crs: layer.crs)
    sheet.isTable = true
    return sheet
  }

  /// `straight_line;draft` in words.
  private static func flags(_ names: String, _ edition: Edition) -> String {
    names.split(separator: ";").map { edition.say(FlagWords.of(String($0)).label) }
      .joined(separator: edition.say(Marks.listComma))
  }

  private static func kind(_ id: String, _ edition: Edition) -> String {
    edition.kinds.index(ofID: id).map { edition.say(edition.kinds.all[$0].name) } ?? id
  }
}
