import Foundation

/// Networks drawn in letters and what is expected of them, in Gherkin.
///
/// A letter or a digit is a node; two columns, or one line, are one unit of the grid.
struct FeatureFile {
  struct Table {
    var header: [String]
    var rows: [[String]]

    /// By column; empty cells left out.
    var records: [[String: String]] {
      rows.map { row in
        Dictionary(zip(header, row)) { first, _ in first }.filter { !$0.value.isEmpty }
      }
    }
  }

  struct Scenario {
    var name: String
    /// Metres.
    var grid: Double
    var map: [(name: String, column: Int, row: Int)] = []
    /// Tables by the step that they belong to, in order.
    var tables: [(step: String, table: Table)] = []

    func records(_ step: String) -> [[String: String]] {
      tables.filter { $0.step.contains(step) }.flatMap(\.table.records)
    }
  }

  var scenarios: [Scenario] = []

  init(_ text: String) {
    var grid = 100.0
    var backgroundGrid = 100.0
    var isInMap = false
    var indent = 0
    var mapRow = 0
    var step = ""
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      let trimmed = line.trimmingCharacters(in: .whitespaces)
      if trimmed.hasPrefix("\"\"\"") {
        isInMap.toggle()
        indent = line.prefix { $0 == " " }.count
        mapRow = 0
        continue
      }
      if isInMap {
        guard step.contains("node map"), let last = scenarios.indices.last else { continue }
        for (column, letter) in line.dropFirst(indent).enumerated()
        where letter.isLetter || letter.isNumber {
          scenarios[last].map.append((String(letter), column, mapRow))
        }
        mapRow += 1
      } else if trimmed.hasPrefix("Scenario:") {
        grid = backgroundGrid
        scenarios.append(Scenario(name: String(trimmed.dropFirst(10)), grid: grid))
      } else if trimmed.hasPrefix("|") {
        let cells = trimmed.dropFirst().dropLast().split(
          separator: "|", omittingEmptySubsequences: false
        ).map { $0.trimmingCharacters(in: .whitespaces) }
        guard let last = scenarios.indices.last else { continue }
        if step.isEmpty, let table = scenarios[last].tables.indices.last {
          scenarios[last].tables[table].table.rows.append(cells)
        } else {
          scenarios[last].tables.append((step, Table(header: cells, rows: [])))
          step = ""
        }
      } else if !trimmed.isEmpty && !trimmed.hasPrefix("#") {
        step = trimmed
        let words = trimmed.split(separator: " ")
        if trimmed.contains("grid size of"),
          let size = words.dropLast().last.flatMap({ Double($0) })
        {
          grid = size
          if let last = scenarios.indices.last {
            scenarios[last].grid = grid
          } else {
            backgroundGrid = grid
          }
        }
      }
    }
  }
}
