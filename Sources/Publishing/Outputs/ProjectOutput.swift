internal import Documents
internal import GeoFiles
internal import Pages
internal import Wording

/// `compliance.qgz`: a project of QGIS that opens the layers that were written beside it, with one map of overall
/// verdicts and one a topic, in which catchments are outlines.
enum ProjectOutput: ResultOutput {
  /// `compliance.qgz`
  static let fileName = "compliance.qgz"
  /// What is in it.
  static let title = OutputWords.qgisProject

  static func printings(_ writing: ResultWriting) -> [Printing<Edition>] {
    guard writing.wants(file: fileName) else { return [] }
    return [
      Printing(fileName: fileName) { edition, press, path in
        let layers = writing.drawn
        // Without layers there is nothing to open.
        guard !layers.isEmpty else { throw OmittedOutput(reason: title) }
        let project = QGISProject(layers, of: edition)
        try OutputFile.write(
          ZipFile.bytes(of: [("compliance.qgs", Array(project.document.utf8))]), to: path)
      }
    ]
  }
}
