import Documents
import GeoData
import Planning
import Wording

extension LayerInspection.Problem {
  /// What it is, with how many rows have it.
  func line(_ console: Console) -> String {
    let rows = rows > 0 ? console.say(TerminalWords.rowCount(rows)) : ""
    let first = firstRow.map { console.say(TerminalWords.firstRow($0)) }
    return console.say(TerminalWords.severity(severity)) + console.say(Marks.colon)
      + sentence[console.language]
      + (rows.isEmpty ? "" : rows + (first ?? console.say(TerminalWords.rowCountEnd)))
  }
}

extension LayerInspection {
  /// All of it, as lines.
  func sheet(
    _ console: Console, on day: CalendarDate?, kinds knownKinds: FacilityKinds
  ) -> String {
    var head = TextTable(header: [console.say(TerminalWords.file), path])
    head.append([console.say(TerminalWords.takenFor), console.say(CodeWords.of(role))])
    head.append([
      console.say(TerminalWords.rows),
      console.say(TerminalWords.usable(rows, rowsChecked)),
    ])
    head.append([
      console.say(TerminalWords.geometry),
      geometry.map { "\(console.say(CodeWords.of("\($0.kind)"))) \($0.rows)" }.joined(
        separator: ", "),
    ])
    head.append([
      console.say(TerminalWords.crs),
      crs?.said(in: console.language) ?? console.say(TerminalWords.notStated),
    ])
    if let extent {
      head.append([
        console.say(TerminalWords.extent),
        "\(extent.minX) \(extent.minY) – \(extent.maxX) \(extent.maxY)",
      ])
    }
    var table = TextTable(
      header: [
        console.say(TerminalWords.column), console.say(TerminalWords.takenFor),
        console.say(TerminalWords.type), console.say(TerminalWords.missingCells),
        console.say(TerminalWords.samples),
      ], right: [3])
    for column in columns {
      table.append([
        column.name, column.takenFor.map { console.say(CodeWords.column($0)) } ?? "–",
        console.say(CodeWords.of(column.type)), "\(column.missing)",
        column.samples.joined(separator: ", "),
      ])
    }
    var parts = [head.text, table.text]
    if !columnsNotFound.isEmpty {
      parts.append(
        console.say(TerminalWords.notFound)
          + columnsNotFound.map { console.say(CodeWords.column($0)) }
          .joined(separator: console.say(Marks.listComma)))
    }
    if !kinds.isEmpty {
      var words = TextTable(
        header: [
          console.say(TerminalWords.kindInData), console.say(TerminalWords.rows),
          console.say(TerminalWords.knownAs),
        ], right: [1])
      for word in kinds {
        words.append([
          word.word, "\(word.rows)",
          word.kind.map { console.say(CodeWords.kind($0, knownKinds)) }
            ?? console.say(TerminalWords.unknownKind),
        ])
      }
      parts.append(words.text)
    }
    if let sentence = leftOut.sentence(on: day) { parts.append(sentence[console.language]) }
    if problems.isEmpty {
      parts.append(console.say(TerminalWords.noProblems))
    } else {
      parts.append(problems.map { $0.line(console) }.joined(separator: "\n"))
    }
    return parts.joined(separator: "\n\n")
  }
}
