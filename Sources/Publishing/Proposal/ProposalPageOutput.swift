internal import Documents
internal import GeoData
internal import GeoFiles
internal import Pages
internal import Rules
internal import Wording

/// `proposal.html`: the proposal for readers, one page that needs nothing else.
enum ProposalPageOutput: WritableOutput {
  /// `proposal.html`
  static let fileName = "proposal.html"
  /// What is in it.
  static let title = OutputWords.proposalPage

  static func write(_ edition: ProposalEdition, _ press: Press, to path: String) async throws {
    let imprint = Imprint(
      language: edition.language, engineVersion: edition.engineVersion, kinds: edition.kinds,
      topics: try .builtIn(), askedPacks: [], packs: [:], packHashes: [:], inputs: [],
      inputHashes: [])
    let page = ProposalPage(edition.proposal, imprint: imprint)
    try OutputFile.write(Array(page.html.utf8), to: path)
  }
}
