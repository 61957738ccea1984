internal import Documents
internal import GeoData

/// Finds what is good YAML in known words and would still crash a check, or leave a rule without any
/// effect: thresholds that everything meets, conditions that nothing does, figures in other units.
///
/// Rules are looked at as they stand in the file, so that every complaint has its place.
struct PackLint {
  let reader: DocumentReader
  let kinds: FacilityKinds
  let columns: ConditionColumns
  /// The keys of the pack.
  let pack: Fields
  /// Its parameters by name, inherited ones included.
  let parameters: [String: PackParameter]
  /// Names of the parameters that it inherits.
  let inheritedParameters: Set<String>
  /// Every rule that it applies.
  let applied: [Rule]
  /// Whether all packs above it are known.
  let isComplete: Bool

  /// Reports all that it finds to the reader.
  ///
  /// - Parameter own: The rules of the file that could be read.
  func check(own: [Rule]) {
    let nodes = ruleNodes
    for node in nodes {
      EmptyValues(reader: reader).check(node)
      guard let rule = own.first(where: { $0.line == node.line }) else { continue }
      RuleLint(node: node, rule: rule, pack: self).check()
    }
    // A pack may be there for the words that it brings to others.
    let bringsWords = ["kinds", "topics", "levels"].contains { pack[$0] != nil }
    if isComplete, applied.isEmpty, nodes.isEmpty, !bringsWords,
      case .sequence? = pack["rules"]?.content, let place = pack["rules"]
    {
      reader.report(place, "the pack has no rule; state one, or 'extends' a pack that has some")
    }
    checkParameters(
      used: isComplete && !nodes.isEmpty && own.count == nodes.count ? applied : nil, by: nodes)
    checkDefaultReach()
    checkNotComputed(own)
  }

  private var ruleNodes: [DocumentNode] {
    guard case .sequence(let nodes)? = pack["rules"]?.content else { return [] }
    return nodes
  }

  private func checkDefaultReach() {
    guard case .mapping(let pairs)? = pack["default_reach"]?.content else { return }
    let named = FacilityMeasure.named.map(\.name)
    let own = applied.flatMap { $0.check.columns }
    for pair in pairs {
      guard let name = pair.key.scalar, !named.contains(name), !own.contains(name) else { continue }
      reader.report(
        pair.key,
        "'\(name)' is no measure of a provision rule\(Spelling.choice(for: name, among: named))")
    }
  }

  private func checkNotComputed(_ own: [Rule]) {
    guard case .sequence(let items)? = pack["not_computed"]?.content else { return }
    var seen = Set<String>()
    for item in items {
      guard let node = item["id"], let id = node.scalar else { continue }
      if !seen.insert(id).inserted { reader.report(node, "'\(id)' is listed twice") }
      if own.contains(where: { [$0.id, "\($0.origin)/\($0.id)"].contains(id) }) {
        reader.report(node, "'\(id)' is a rule of this pack; a clause is computed or it is not")
      }
    }
  }
}
