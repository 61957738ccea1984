/// What faults of documents are in Chinese, by their English sentences.
///
/// `%1`, `%2` … are what is put into the sentence, in its order; `%%` is a percent sign.
package enum FaultWords {
  /// By English sentence.
  package static let chinese = documents.merging(packs) { own, _ in own }
    .merging(rules) { own, _ in own }.merging(checks) { own, _ in own }
    .merging(lint) { own, _ in own }.merging(conditions) { own, _ in own }
    .merging(language) { own, _ in own }.merging(loading) { own, _ in own }
    .merging(usage) { own, _ in own }.merging(results) { own, _ in own }
    .merging(project) { own, _ in own }.merging(files) { own, _ in own }
    .merging(systems) { own, _ in own }.merging(fileReasons) { own, _ in own }
    .merging(foreignFiles) { own, _ in own }.merging(tables) { own, _ in own }
    .merging(features) { own, _ in own }.merging(grammar) { own, _ in own }
    .merging(geometry) { own, _ in own }
}
