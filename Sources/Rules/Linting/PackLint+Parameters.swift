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
    for pair in pairs where pair.key.scalar == "walking_speed" { checkSpeed(pair.value) }
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
      reader.report(
        pair.key,
        "no rule asks for the parameter '\(name)'; a rule does with {parameter: \(name)}"
          + Spelling.hint(for: name, among: used.sorted()))
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

  private func checkSpeed(_ node: DocumentNode) {
    if case .mapping = node.content, node["value"] != nil, node["value"]?.scalar == nil {
      reader.report(node["value"] ?? node, "'walking_speed' has no value; without it, 1.0 m/s")
    }
    guard let stated = node["value"], let value = stated.scalar.flatMap({ Amount(exactly: $0) }),
      value > .zero, value < Amount(100_000), let unit = node["unit"]?.scalar,
      let perMinute = ["m/s": 60, "m/min": 1][unit]
    else { return }
    let speed = Amount(micros: value.micros * Int64(perMinute))
    guard !Self.speeds.contains(speed) else { return }
    let other = unit == "m/s" ? "m/min" : "m/s"
    reader.report(
      stated, "nobody walks at \(value) \(unit); is it \(value) \(other)? 1.0 m/s is 60 m/min")
  }
}
