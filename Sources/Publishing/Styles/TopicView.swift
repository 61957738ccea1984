internal import Compliance
internal import Documents
internal import Pages
internal import Planning
internal import Rules

/// What a layer shows of a topic.
struct TopicView: Sendable {
  /// From `means:` of the rules.
  let topic: String
  /// What readers call it.
  let title: String
  /// Of QGIS: the verdict of a row, or whether it is drawn.
  private(set) var expression: String
  /// Whether areas are filled that are outlines elsewhere, since nothing below them has the topic.
  let isFilled: Bool
  /// The columns in it.
  private let columns: [String]

  /// The worst of some verdicts, in the order of an overall verdict.
  init(_ topic: String, title: String, worstOf columns: [String], isFilled: Bool = false) {
    self.topic = topic
    self.isFilled = isFilled
    self.title = title
    self.columns = columns
    expression = Self.worst(of: columns)
  }

  /// Rows that one of some rules has a part in.
  ///
  /// - Parameter column: Names of rules, with `;` between them.
  init(_ topic: String, title: String, rules: [String], in column: String) {
    self.topic = topic
    self.title = title
    columns = []
    isFilled = false
    let words = rules.map { "array_contains(string_to_array(\(Self.name(column)), ';'), '\($0)')" }
    expression = words.joined(separator: " OR ")
  }

  mutating func rename(_ names: [String: String]) {
    guard !columns.isEmpty else { return }
    self = TopicView(
      topic, title: title, worstOf: columns.map { names[$0] ?? $0 }, isFilled: isFilled)
  }

  private static func worst(of columns: [String]) -> String {
    let list = columns.map(name).joined(separator: ", ")
    let steps = [Verdict.fail, .unknown, .pass, .notApplicable].map { verdict in
      "WHEN '\(verdict.name)' IN (\(list)) THEN '\(verdict.name)'"
    }
    return "CASE \(steps.joined(separator: " ")) END"
  }

  private static func name(_ column: String) -> String {
    "\"\(column.replacing("\"", with: "\"\""))\""
  }
}

extension Edition {
  /// What a layer shows of each topic that it shows anything of.
  ///
  /// A topic's verdict is the worst of its rules that count; advisory ones only where there are no others.
  func topicViews(of look: LayerStyle.Look, columns: [String]) -> [TopicView] {
    let known = Set(columns)
    let table: SubjectTable? =
      switch look {
      case .facilities: .facilities
      case .units: .units
      case .parcels: .parcels
      default: nil
      }
    return topics.compactMap { topic in
      let about = result.findings.indices.filter { result.findings[$0].rule.means == topic }
      let title = title(ofTopic: topic)
      if let table {
        let own = about.filter {
          result.findings[$0].table == table
            && known.contains("\(columnPrefix(ofFinding: $0))_verdict")
        }
        let binding = own.filter { result.findings[$0].rule.force != .advisory }
        let columns = (binding.isEmpty ? own : binding).map {
          "\(columnPrefix(ofFinding: $0))_verdict"
        }
        let isAlone = !about.contains { result.findings[$0].table == .parcels }
        return columns.isEmpty
          ? nil
          : TopicView(
            topic, title: title, worstOf: columns, isFilled: table == .units && isAlone)
      }
      let drawn = about.filter { isDrawn(result.findings[$0], in: look) }
        .map { columnPrefix(ofFinding: $0) }
      return drawn.isEmpty
        ? nil
        : TopicView(
          topic, title: title, rules: drawn, in: look == .catchments ? "rules" : "rule")
    }
  }

  /// Whether a layer of areas may have some of a rule.
  private func isDrawn(_ findings: RuleFindings, in look: LayerStyle.Look) -> Bool {
    switch look {
    case .catchments: findings.reachMetres.map { $0 > 0 } ?? false
    case .gaps:
      findings.table == .parcels && findings.rule.check.measuresCover
        && findings.verdicts.contains(.fail)
    case .groups: !findings.shortageGroups.isEmpty
    default: false
    }
  }

  /// The columns in which the rows of a layer have their names: that of brief layers, and those of the data.
  func nameColumns(of look: LayerStyle.Look) -> [String] {
    let role: String? =
      switch look {
      case .facilities: "facilities"
      case .units: "units"
      case .parcels: "parcels"
      default: nil
      }
    let own = city.inputs.filter { $0.role == role }.compactMap { $0.matchedFields["name"] }
    return look == .units ? ["name"] : own + ["name"]
  }
}
