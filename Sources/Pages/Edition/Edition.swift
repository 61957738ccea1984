package import Compliance
package import Documents
package import GeoData
package import Planning
internal import Rules

/// What all outputs of one run share.
package struct Edition: Sendable {
  package let result: ComplianceResult
  package let imprint: Imprint
  /// By finding: the pack that brought the rule into the run, as an index of `result.packs`.
  package let packOfFinding: [Int]
  /// By finding: the column name of its rule, behind its pack's where several packs run.
  package let columnPrefixes: [String]

  package init(_ result: ComplianceResult, imprint: Imprint) {
    self.result = result
    self.imprint = imprint
    let packs = Dictionary(
      result.packs.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    packOfFinding = result.findings.map { packs[$0.rule.key.pack] ?? 0 }
    columnPrefixes = result.findings.map { imprint.columnPrefix(of: $0.rule) }
  }

  package var city: City { result.city }
  package var language: Language { imprint.language }
  package var kinds: FacilityKinds { imprint.kinds }

  /// The text in the reader's language.
  package func say(_ text: LocalizedText) -> String { text[language] }

  /// The column name of a finding's rule: behind its pack's where several packs run.
  package func columnPrefix(ofFinding finding: Int) -> String { columnPrefixes[finding] }

  /// The topics of the run's rules, in the order in which these first come to them.
  package var topics: [String] {
    var known: Set<String> = []
    return result.findings.map(\.rule.means).filter { known.insert($0).inserted }
  }

  /// What readers call a topic.
  package func title(ofTopic topic: String) -> String {
    say(imprint.topics.name(topic))
  }

  /// A group's name within the publication: `elder_floor_area_new-3`.
  package func name(ofGroup group: Int, ofFinding finding: Int) -> String {
    "\(columnPrefix(ofFinding: finding))-\(group + 1)"
  }
}
