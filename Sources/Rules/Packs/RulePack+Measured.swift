internal import Documents

extension RulePack {
  /// What is wrong with the rules that a rule's `when` hangs on.
  ///
  /// - Parameters:
  ///   - node: What stands under `measured`.
  ///   - stated: Ids of all rules of the file, those among them that could not be read.
  func checkMeasured(
    _ node: DocumentNode, of rule: Rule, among stated: [String], _ inherited: Inheritance,
    _ reader: DocumentReader
  ) {
    guard case .mapping(let pairs) = node.content else { return }
    if rule.sharesSupply {
      reader.report(
        node,
        "shared supply is divided before anything is measured; 'measured' needs 'attribution: on_site'"
          + " here, or another check")
    }
    for pair in pairs {
      guard let id = pair.key.scalar, rule.measured.contains(where: { $0.rule == id }) else {
        continue
      }
      // A rule that could not be read has its own complaints.
      if stated.contains(id), !own.rules.contains(where: { $0.id == id }) { continue }
      if rule.measured.contains(where: { $0.rule == id && $0.holdsOfNothing }) {
        reader.report(pair.value, "nothing is less than 0; state a figure above 0")
      }
      if let complaint = complaint(aboutMeasured: id, in: rule, inherited) {
        reader.report(pair.key, complaint)
      }
    }
  }

  private func complaint(
    aboutMeasured id: String, in rule: Rule, _ inherited: Inheritance
  ) -> FaultText? {
    if id == rule.id { return "rule '\(id)' cannot hang on what it measures itself" }
    guard let other = self.rule(id) else {
      return complaint(about: id, in: rule, "measured", inherited)
    }
    if !rule.subjects.allSatisfy(other.subjects.contains) {
      return "rule '\(id)' is about \(other.subject.rawValue), this one about"
        + " \(rule.subject.rawValue); 'measured' is for rules about the same"
    }
    if !other.check.passing.isEmpty {
      return "rule '\(id)' counts what passes other rules; 'measured' is for what is in the data"
    }
    if other.sharesSupply {
      return "rule '\(id)' divides shared supply, of which others decide; 'measured' is for figures"
        + " of a subject's own, such as those of 'attribution: on_site'"
    }
    if !other.measuresFigure {
      return "rule '\(id)' measures no figure that another could be held against"
    }
    if let circle = circle(from: rule.id, over: id) {
      return "rules hang on each other in a circle: \(circle.joined(separator: " → "))"
    }
    return nil
  }

  /// The way back to a rule over what another one hangs on; `nil`: there is none.
  private func circle(from start: String, over first: String) -> [String]? {
    var known: Set<String> = []
    func way(_ id: String) -> [String]? {
      if id == start { return [id] }
      guard known.insert(id).inserted, let rule = rule(id) else { return nil }
      for test in rule.measured {
        if let rest = way(test.rule) { return [id] + rest }
      }
      return nil
    }
    return way(first).map { [start] + $0 }
  }
}
