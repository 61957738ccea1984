internal import Documents
internal import Quantities

extension PackLint {
  /// Metres per minute between which somebody walks.
  private static let speeds = Amount(6)...Amount(300)

  /// Speeds that nobody walks at, and names that nothing asks for.
  ///
  /// - Parameter rules: Every rule that applies; `nil`: some could not be read.
  func checkParameters(used rules: [Rule]?, by nodes: [DocumentNode]) {
    guard case .mapping(let pairs)? = pack["parameters"]?.content else { return }
    for pair in pairs where pair.key.scalar == "walking_speed" {
      checkWalkingSpeed(pair.value)
    }
    guard let rules else { return }
    var used: Set = ["walking_speed"]
    for rule in rules {
      if case .parameter(let name)? = rule.threshold?.figure { used.insert(name) }
    }
    for node in nodes { Self.collect(node, into: &used) }
    // A name that is asked for and not stated is told, with what is meant.
    guard used.allSatisfy({ $0 == "walking_speed" || parameters[$0] != nil }) else { return }
    for pair in pairs {
      guard let name = pair.key.scalar, !used.contains(name), !inheritedParameters.contains(name)
      else { continue }
      // One that is kept for reference does no harm; one that is misspelt is asked for in vain.
      let hint = Spelling.hint(for: name, among: used.sorted())
      guard !"\(hint)".isEmpty else { continue }
      reader.report(
        pair.key,
        "no rule asks for the parameter '\(name)'; a rule does with {parameter: \(name)}" + hint)
    }
  }

  /// Every name under a key `parameter`, wherever it stands.
  private static func collect(_ node: DocumentNode, into names: inout Set<String>) {
    switch node.content {
    case .scalar: break
    case .sequence(let items): for item in items { collect(item, into: &names) }
    case .mapping(let pairs):
      for pair in pairs {
        if pair.key.scalar == "parameter", let name = pair.value.scalar { names.insert(name) }
        collect(pair.value, into: &names)
      }
    }
  }

  private func checkWalkingSpeed(_ node: DocumentNode) {
    guard let stated = node["value"], let value = stated.scalar, let unit = node["unit"]?.scalar
    else { return }
    checkSpeed(value, unit, stated)
  }

  /// A speed in one text, `0.8 m/s`.
  func checkSpeed(_ node: DocumentNode) {
    let parts = (node.scalar ?? "").split(separator: " ").map(String.init)
    if parts.count == 2 { checkSpeed(parts[0], parts[1], node) }
  }

  private func checkSpeed(_ value: String, _ unit: String, _ stated: DocumentNode) {
    guard let value = Amount(exactly: value), value > .zero, value < Amount(100_000),
      let perMinute = ["m/s": 60, "m/min": 1][unit]
    else { return }
    let speed = Amount(micros: value.micros * Int64(perMinute))
    guard !Self.speeds.contains(speed) else { return }
    let other = unit == "m/s" ? "m/min" : "m/s"
    reader.report(
      stated, "nobody walks at \(value) \(unit); is it \(value) \(other)? 1.0 m/s is 60 m/min")
  }
}
