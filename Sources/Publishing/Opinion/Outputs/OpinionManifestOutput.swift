internal import Compliance
internal import Documents
internal import Geodesy
internal import Pages
internal import Planning
internal import Wording

/// `manifest.json` of an opinion: where every figure comes from.
enum OpinionManifestOutput: WritableOutput {
  /// `manifest.json`
  static let fileName = OutputFolder.mark
  /// What is in it.
  static let title = OutputWords.opinionManifest

  static func write(_ edition: OpinionEdition, _ press: Press, to path: String) async throws {
    let imprint = edition.imprint
    var outputs = Imprint.json(of: press.written)
    // Browsers write the hour into what they print: its hash would make every manifest another.
    let printed = OpinionPDFOutput.fileName
    if outputs[printed] != nil {
      outputs[printed] = .object(["printed_from": .text(OpinionSheetOutput.fileName)])
    }
    try JSONValue.object([
      "schema": .integer(1),
      "engine": imprint.engineJSON,
      "language": .text(imprint.language.rawValue),
      "project": Imprint.json(of: edition.city.project),
      "plan": .text(edition.plan.name),
      "verdict": .text(edition.review.verdict.name),
      "working_crs": .text(edition.city.workingCRS.definition),
      "inputs": imprint.inputsJSON,
      "packs": imprint.packsJSON,
      "inherited_packs": imprint.inheritedPacksJSON,
      "outputs": .object(outputs),
    ]).write(to: path)
  }
}
