import Documents
import Planning
import Wording

/// What is in a file, for a script: the inspection with its problems in words.
struct InspectionSummary: Encodable {
  struct Problem: Encodable {
    let severity: LayerInspection.Severity
    let code: String
    let rows: Int
    let firstRow: Int?
    let en: String
    let zh: String
  }

  let path: String
  let bytes: Int
  let role: String
  let rows: Int
  let rowsChecked: Int
  let geometry: [LayerInspection.GeometryCount]
  let crs: String?
  let extent: LayerInspection.Extent?
  let columns: [LayerInspection.Column]
  let columnsNotFound: [String]
  let kinds: [LayerInspection.KindWord]
  /// Facilities that do not stand on the day, or perhaps not, by why.
  let leftOut: [String: Int]
  let problems: [Problem]

  init(_ inspection: LayerInspection) {
    path = inspection.path
    bytes = inspection.bytes
    role = inspection.role
    rows = inspection.rows
    rowsChecked = inspection.rowsChecked
    geometry = inspection.geometry
    crs = inspection.crs?.description
    extent = inspection.extent
    columns = inspection.columns
    columnsNotFound = inspection.columnsNotFound
    kinds = inspection.kinds
    leftOut = Dictionary(
      uniqueKeysWithValues: inspection.leftOut.map { ($0.key.rawValue, $0.value) })
    problems = inspection.problems.map { problem in
      let sentence = problem.sentence
      return Problem(
        severity: problem.severity, code: problem.code, rows: problem.rows,
        firstRow: problem.firstRow, en: sentence.en, zh: sentence.zh)
    }
  }
}
