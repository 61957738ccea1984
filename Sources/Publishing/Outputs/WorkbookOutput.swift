internal import Compliance
internal import Documents
internal import GeoFiles
internal import Pages
internal import Planar
internal import Wording

/// `compliance.xlsx`: the layers as sheets for people, with verdicts and titles of columns in their language.
enum WorkbookOutput: ResultOutput {
  /// `compliance.xlsx`
  static let fileName = "compliance.xlsx"
  /// What is in it.
  static let title = OutputWords.workbook
  /// GDAL, which writes it, need not be there.
  static let isOnRequest = true

  /// Rows of a sheet, with its header.
  private static let mostRows = 1_048_576

  static func printings(_ writing: ResultWriting) -> [Printing<Edition>] {
    guard writing.wants(fileName, as: .workbook) else { return [] }
    return [
      Printing(fileName: fileName) { edition, press, path in
        var sheets: [DatasetLayer] = []
        for output in writing.layersTogether.sorted(by: { $0.look.order > $1.look.order }) {
          // An area is nothing to read.
          if output.look == .catchments { continue }
          let layer = try await writing.layer(output, as: .workbook, of: edition, press)
          guard layer.geometry.count < mostRows else {
            throw LayerWriteError.cannotWrite(
              path: path,
              reason: "a sheet has \(mostRows) rows at most, and \(output.layerName) has"
                + " \(layer.geometry.count); use --only-failing or another format")
          }
          sheets.append(sheet(layer, of: output, edition))
        }
        try DatasetWriter.write(sheets, as: .workbook, to: path)
      }
    ]
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
      if case .words(let dictionary, let codes) = column, dictionary == Verdict.names {
        table.append(unique, .words(dictionary: words, codes: codes))
      } else {
        table.append(unique, column)
      }
    }
    var sheet = DatasetLayer(
      name: edition.say(output.look.title), table: table, geometry: layer.geometry, crs: layer.crs)
    sheet.isTable = true
    return sheet
  }
}
