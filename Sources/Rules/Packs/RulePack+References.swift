internal import Documents
internal import GeoData

extension RulePack {
  /// Small letters, digits and `-`.
  static func isKebab(_ id: String) -> Bool {
    id.allSatisfy { ($0.isASCII && ($0.isLowercase || $0.isNumber)) || $0 == "-" }
      && !id.hasPrefix("-") && !id.hasSuffix("-")
  }

  /// Whether the packs above a pack have ids of their own; rules are known by these.
  static func checkIDs(of parents: [RulePack], under id: String, _ fields: Fields) -> Bool {
    var isDistinct = true
    var known: [String: RulePack] = [:]
    for pack in parents.flatMap({ [$0] + $0.ancestors }) {
      if pack.id == id {
        fields.reader.report(
          fields["id"] ?? fields.node,
          "the id '\(id)' is that of a pack that it extends, \(pack.file); give it its own")
        return false
      }
      let other = known.updateValue(pack, forKey: pack.id)
      if let other, other.source != pack.source {
        fields.reader.report(
          fields["extends"] ?? fields.node,
          "\(other.file) and \(pack.file) both have the id '\(pack.id)'; give each its own")
        isDistinct = false
      }
    }
    return isDistinct
  }

  /// Ids used twice, and ids that do not exist, here or in what is inherited.
  ///
  /// - Parameter isComplete: Whether all packs above it are known.
  func checkReferences(_ fields: Fields, _ inherited: Inheritance, isComplete: Bool) {
    let reader = fields.reader
    guard case .sequence(let nodes)? = fields["rules"]?.content else { return }
    var seen = Set<String>()
    let stated = nodes.compactMap { $0["id"]?.scalar }
    for node in nodes {
      guard let id = node["id"]?.scalar, let place = node["id"] else { continue }
      if !seen.insert(id).inserted { reader.report(place, "rule id '\(id)' is used twice") }
      if !Self.isKebab(id) {
        reader.report(place, "rule id '\(id)' must be of small letters, digits and '-'")
      }
      guard isComplete, let rule = own.rules.first(where: { $0.id == id }) else { continue }
      let references = [
        ("conflicts_with", rule.conflictsWith), ("alternative_to", rule.alternativeTo),
        ("counting", rule.check.passing),
      ]
      for (key, others) in references {
        for other in others {
          // A rule that could not be read has its own complaints.
          let isUnread = stated.contains(other) && !own.rules.contains { $0.id == other }
          if !isUnread, let complaint = complaint(about: other, in: rule, key, inherited) {
            reader.report(Self.place(of: other, key, in: node), complaint)
          }
        }
      }
      if let when = node["when"]?["measured"] {
        checkMeasured(when, of: rule, among: stated, inherited, reader)
      }
      if case .parameter(let name) = rule.threshold?.figure, parameters[name] == nil,
        fields["parameters"]?[name] == nil
      {
        reader.report(
          Comparison.allCases.compactMap { node[$0.rawValue] }.first ?? node,
          "no parameter '\(name)' in this pack"
            + Spelling.hint(for: name, among: parameters.keys))
      }
    }
    guard isComplete else { return }
    for (id, packs) in inherited.clashes where packs.allSatisfy({ $0 != self.id }) {
      let all = packs.dropFirst().reduce("\(packs.first ?? "")" as FaultText) {
        "\($0) and from \($1)"
      }
      reader.report(
        fields["extends"] ?? fields.node,
        "rule '\(id)' comes from \(all);"
          + " a rule '\(id)' of this pack would replace both")
    }
  }

  /// What would crash a check or leave a rule without any effect.
  ///
  /// - Parameter isComplete: Whether all packs above it are known.
  func lint(_ fields: Fields, _ vocabulary: FacilityKinds, isComplete: Bool) {
    guard let columns = try? ConditionColumns.builtIn() else { return }
    PackLint(
      reader: fields.reader, kinds: vocabulary, columns: columns, pack: fields,
      parameters: parameters, inheritedParameters: Set(parents.flatMap(\.parameters.keys)),
      applied: rules, isComplete: isComplete
    ).check(own: own.rules)
  }

  /// Where a rule names another one.
  private static func place(
    of other: String, _ key: String, in rule: DocumentNode
  ) -> DocumentNode {
    guard key == "counting", let named = rule[key]?["passing"] else { return rule[key] ?? rule }
    guard case .sequence(let items) = named.content else { return named }
    return items.first { $0.scalar == other } ?? named
  }

  /// What is wrong with a reference of an own rule.
  func complaint(
    about other: String, in rule: Rule, _ key: String, _ inherited: Inheritance
  ) -> FaultText? {
    if other == rule.id {
      switch key {
      case "conflicts_with": return "rule '\(other)' cannot contradict itself"
      case "alternative_to": return "rule '\(other)' cannot be an alternative to itself"
      default: return "rule '\(other)' cannot count what passes it itself"
      }
    }
    if let meant = self.rule(other) {
      guard key == "counting", meant.subject != .parcel else { return nil }
      return "rule '\(other)' is not about parcels; only parcels that pass a rule are counted"
    }
    if let gone = replaced.first(where: { $0.rule.rule == other }) {
      let names = inherited.standIns(for: gone.rule).map(\.rule)
      return "rule '\(other)' of \(gone.rule.pack) is replaced here by"
        + " \(names.map { "'\($0)'" }.joined(separator: ", "))"
    }
    return "no rule '\(other)' in this pack"
      + Spelling.hint(for: other, among: rules.map(\.id))
  }
}
