internal import Documents
internal import Quantities

/// Looks at one rule as it stands in its file.
struct RuleLint {
  let node: DocumentNode
  let rule: Rule
  let pack: PackLint

  var reader: DocumentReader { pack.reader }
  /// The keys under which it states a sum or a count.
  var quantityKeys: [String] { type(of: rule.readable).quantityKeys }

  /// Reports all that it finds.
  func check() {
    checkThreshold()
    checkConditions()
    for key in quantityKeys {
      if let quantity = node[key] { checkQuantity(quantity, key) }
    }
    if let counts = node["at_least_of"] { checkGroups(counts) }
    rule.readable.lint(self)
    checkReach()
    checkOthers()
    checkYear()
  }

  /// Where a key stands, else the rule.
  func place(_ keys: String...) -> DocumentNode {
    keys.reduce(node as DocumentNode?) { $0?[$1] } ?? node
  }

  /// The rule by its id, for messages.
  var name: FaultText { "rule '\(rule.id)'" }

  /// How far nobody goes: 200 km, or a day.
  private func checkReach() {
    let isTooFar =
      switch rule.check.reach {
      case .radius(let metres), .walk(let metres): metres > Amount(200_000)
      case .walkTime(let minutes, _): minutes > Amount(24 * 60)
      case nil: false
      }
    if isTooFar {
      reader.report(place("within"), "'within' is farther than anybody goes, 200 km or a day")
    }
    if let speed = node["within"]?["speed"] { pack.checkSpeed(speed) }
  }

  private func checkYear() {
    guard let year = rule.targetYear, !(1900...2999).contains(year) else { return }
    reader.report(place("target_year"), "'target_year' is a year of four digits, not '\(year)'")
  }

  /// Rules that one does instead of must speak of something that it speaks of, and ask for something.
  private func checkOthers() {
    for id in rule.alternativeTo where id != rule.id {
      guard let other = pack.applied.first(where: { $0.id == id }) else { continue }
      if let silent = [other, rule].first(where: \.isReportOnly) {
        reader.report(
          item(id, of: "alternative_to"),
          "rule '\(silent.id)' only reports, so nobody meets it; 'alternative_to' is for rules with a"
            + " threshold")
      }
      if !other.subjects.contains(where: rule.subjects.contains) {
        reader.report(
          item(id, of: "alternative_to"),
          "rule '\(id)' is about \(other.subject.rawValue), this one about"
            + " \(rule.subject.rawValue); 'alternative_to' is for rules about the same")
      }
    }
    for id in rule.alternativeTo where rule.conflictsWith.contains(id) {
      reader.report(
        item(id, of: "alternative_to"),
        "rule '\(id)' is named as a contradiction and as an alternative; keep one of the two")
    }
  }

  /// Where a name stands in the list of a key.
  private func item(_ name: String, of key: String) -> DocumentNode {
    guard case .sequence(let items)? = node[key]?.content else { return place(key) }
    return items.first { $0.scalar == name } ?? place(key)
  }
}
