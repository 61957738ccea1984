public import Documents
public import GeoData
public import Quantities

/// One policy document, or standard, as data.
public struct RulePack: Sendable {
  /// `kebab-case`; also the name of a built-in pack's file.
  public let id: String
  /// The document's title, described.
  public let title: LocalizedText
  /// The document.
  public let document: PolicyDocument
  /// Ids of packs whose rules are inherited.
  public let extends: [String]
  /// Named figures.
  public let parameters: [String: PackParameter]
  /// The reach of provision rules without one, by measure name.
  public let defaultReach: [String: Reach]
  /// In the order of the file.
  public let rules: [Rule]
  /// Clauses that are left out, each with its reason.
  public let notComputed: [NotComputed]
  /// The file that it was read from, as the user knows it.
  public let file: String
  /// The text of the file, for its hash.
  public let source: String

  /// The rule of an id.
  public func rule(_ id: String) -> Rule? { rules.first { $0.id == id } }

  /// Walking speed in metres per minute: the parameter `walking_speed`, else 1.0 m/s.
  public var walkingSpeed: Amount { walkingSpeed(stated: nil) }

  /// Walking speed in metres per minute: as the project states it, in the unit of the parameter
  /// `walking_speed`, else that parameter's value, else 1.0 m/s.
  public func walkingSpeed(stated: Amount?) -> Amount {
    let parameter = parameters["walking_speed"]
    guard let value = stated ?? parameter?.value else { return Amount(60) }
    return parameter?.unit == "m/min" ? value : Amount(micros: value.micros * 60)
  }
}

/// The document that a pack puts into data.
public struct PolicyDocument: Sendable, Hashable {
  /// Whether it is in force.
  public enum Status: String, Sendable, Hashable, CaseIterable {
    /// In force.
    case issued
    /// Published for comment; findings carry the flag `draft`.
    case draft
  }

  /// Such as 鄞政发〔2023〕17号; `nil` where it has none.
  public let number: String?
  /// Who issued it.
  public let issuer: LocalizedText
  /// `2022-05-18`.
  public let issued: String
  /// Whether it is in force.
  public let status: Status
}

/// A clause of the document that no rule computes.
public struct NotComputed: Sendable, Hashable {
  /// Why not.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    /// About single persons.
    case personLevel = "person_level"
    /// About money.
    case money
    /// About who does what.
    case organisational
    /// The text states no standard.
    case noStandard = "no_standard"
    /// About how a service is given.
    case serviceQuality = "service_quality"
    /// Planning data does not hold it.
    case notInData = "not_in_data"
    /// Said elsewhere in the document.
    case duplicate
  }

  /// The catalogue entry, `pack/slug`.
  public let id: String
  /// Why not.
  public let why: Reason
  /// More about it.
  public let note: LocalizedText?
}

extension RulePack {
  private static let ruleKeys = [
    "id", "clause", "says", "means", "check", "subject", "unit", "report_only", "force", "when",
    "accounts_for", "conflicts_with", "alternative_to", "corrected", "standard", "target_year",
    "note",
  ]

  /// Reads and lints a pack.
  ///
  /// - Parameters:
  ///   - yaml: The text of the file.
  ///   - file: Its name, for messages.
  ///   - vocabulary: The facility kinds that rules may name.
  ///   - topics: The topics that rules may be about; `nil`: those that come with the program.
  /// - Throws: Every fault with line and column: unknown keys with suggestions, units that do not
  ///   fit the check, rules without a clause, ids used twice, ids that do not exist.
  public init(
    yaml: String, file: String, vocabulary: FacilityKinds, topics: Topics
  ) throws(DocumentFaults) {
    let root = try DocumentNode(yaml: yaml, file: file)
    let reader = DocumentReader(file: file)
    guard
      let fields = reader.fields(
        root, of: "the pack",
        allowed: [
          "schema", "id", "title", "document", "extends", "parameters", "default_reach", "rules",
          "not_computed",
        ])
    else { throw DocumentFaults(reader.faults) }
    if let schema = fields.required("schema"), schema.scalar != "1" {
      reader.report(schema, "this version reads schema 1, not '\(schema.scalar ?? "")'")
    }
    let id = fields.text("id") ?? ""
    if let place = fields["id"], !Self.isKebab(id) || id.isEmpty {
      reader.report(place, "the pack's id '\(id)' must be of small letters, digits and '-'")
    }
    title =
      fields.required("title").flatMap { reader.localized($0, "title") }
      ?? LocalizedText(en: id, zh: id)
    document =
      fields.required("document").flatMap { Self.document($0, reader) }
      ?? PolicyDocument(
        number: nil, issuer: LocalizedText(en: "", zh: ""), issued: "", status: .issued)
    extends = fields.texts("extends")
    parameters = Self.parameters(fields["parameters"], reader)
    defaultReach = Self.defaultReach(fields["default_reach"], reader)
    let document = document
    rules = (fields.required("rules").flatMap { reader.list($0, "rules") } ?? []).compactMap {
      Self.rule($0, pack: id, document, reader, vocabulary, topics)
    }
    notComputed =
      (fields["not_computed"].flatMap { reader.list($0, "not_computed") } ?? []).compactMap {
        Self.notComputed($0, pack: id, reader)
      }
    self.id = id
    self.file = file
    source = yaml
    checkReferences(root, reader)
    try reader.finish()
  }

  private static func document(
    _ node: DocumentNode, _ reader: DocumentReader
  ) -> PolicyDocument? {
    guard
      let fields = reader.fields(
        node, of: "document", allowed: ["number", "issuer", "issued", "status"]),
      let issuer = fields.required("issuer").flatMap({ reader.localized($0, "issuer") }),
      let issued = fields.text("issued"),
      let status = fields.required("status").flatMap({
        reader.choice($0, "status", as: PolicyDocument.Status.self)
      })
    else { return nil }
    return PolicyDocument(
      number: fields.optionalText("number"), issuer: issuer, issued: issued, status: status)
  }

  private static func parameters(
    _ node: DocumentNode?, _ reader: DocumentReader
  ) -> [String: PackParameter] {
    guard let node, let all = reader.anyFields(node, of: "parameters") else { return [:] }
    var parameters: [String: PackParameter] = [:]
    for pair in all.pairs {
      guard let name = pair.key.scalar,
        let fields = reader.fields(
          pair.value, of: "parameter '\(name)'", allowed: ["value", "unit", "source"]),
        let unit = fields.text("unit")
      else { continue }
      if pair.value["value"] == nil { _ = fields.required("value") }
      if name == "walking_speed", !["m/s", "m/min"].contains(unit) {
        reader.report(pair.value, "walking_speed is in m/s or m/min, not '\(unit)'")
      }
      parameters[name] = PackParameter(
        value: fields["value"].flatMap { reader.amount($0, "value") }, unit: unit,
        source: fields.optionalLocalized("source"))
    }
    return parameters
  }

  private static func defaultReach(
    _ node: DocumentNode?, _ reader: DocumentReader
  ) -> [String: Reach] {
    guard let node, let fields = reader.anyFields(node, of: "default_reach") else { return [:] }
    var reaches: [String: Reach] = [:]
    for pair in fields.pairs {
      if let measure = pair.key.scalar, let reach = Reach.read(pair.value, reader) {
        reaches[measure] = reach
      }
    }
    return reaches
  }

  private static func notComputed(
    _ node: DocumentNode, pack: String, _ reader: DocumentReader
  ) -> NotComputed? {
    guard
      let fields = reader.fields(node, of: "not_computed", allowed: ["id", "why", "note"]),
      let id = fields.text("id"),
      let why = fields.required("why").flatMap({
        reader.choice($0, "reason", as: NotComputed.Reason.self)
      })
    else { return nil }
    return NotComputed(
      id: id.contains("/") ? id : "\(pack)/\(id)", why: why, note: fields.optionalLocalized("note"))
  }

  private static func rule(
    _ node: DocumentNode, pack: String, _ document: PolicyDocument, _ reader: DocumentReader,
    _ vocabulary: FacilityKinds, _ topics: Topics
  ) -> Rule? {
    guard let named = reader.anyFields(node, of: "a rule") else { return nil }
    let id = named.text("id") ?? ""
    let what = "rule '\(id)'"
    guard let word = named.text("check") else { return nil }
    guard let kind = CheckRegistry.readable.first(where: { $0.name == word }) else {
      let names = CheckRegistry.readable.map { $0.name }
      reader.report(
        named["check"] ?? node,
        "unknown check '\(word)'"
          + (Spelling.nearest(to: word, among: names).map { "; did you mean '\($0)'?" }
            ?? "; one of: \(names.joined(separator: ", "))"))
      return nil
    }
    let thresholds = Comparison.allCases.map(\.rawValue)
    guard
      let fields = reader.fields(node, of: what, allowed: ruleKeys + thresholds + kind.keys),
      let subjects = subjects(fields, kind), !subjects.isEmpty
    else { return nil }
    let context = RuleContext(reader: reader, vocabulary: vocabulary, subjects: subjects)
    let isReportOnly = fields["report_only"].flatMap { reader.flag($0, "report_only") } ?? false
    guard let check = kind.init(fields, context), let clause = fields.text("clause"),
      let says = fields.required("says").flatMap({ reader.localized($0, "says") }),
      let means = fields.text("means"), let unit = fields.text("unit"),
      let force = fields.required("force").flatMap({
        reader.choice($0, "force", as: Force.self)
      })
    else { return nil }
    if !topics.contains(means), let place = fields["means"] {
      reader.report(
        place, "unknown topic '\(means)'\(Spelling.hint(for: means, among: topics.ids))")
    }
    let units = check.units(subjects: subjects, isReportOnly: isReportOnly)
    if !units.isEmpty, !units.contains(unit), let place = fields["unit"] {
      reader.report(
        place, "unit '\(unit)' does not fit the check, which gives '\(units[0])'")
    }
    let threshold = Threshold.read(fields)
    if isReportOnly, threshold != nil {
      reader.report(node, "\(what) only reports, so it has no threshold")
    }
    if !isReportOnly, check.needsThreshold, threshold == nil,
      !thresholds.contains(where: { fields[$0] != nil })
    {
      reader.report(
        node,
        "\(what) has no threshold; give one of \(thresholds.joined(separator: ", "))"
          + ", or 'report_only: true'")
    }
    return Rule(
      origin: pack, document: document, id: id, clause: clause, says: says, means: means,
      subjects: subjects,
      check: check, unit: unit, threshold: threshold, isReportOnly: isReportOnly, force: force,
      when: Condition.read(fields["when"], "when", reader),
      accountsFor: fields["accounts_for"] == nil
        ? ["\(pack)/\(id)"]
        : fields.texts("accounts_for").map { $0.contains("/") ? $0 : "\(pack)/\($0)" },
      conflictsWith: fields.texts("conflicts_with"),
      alternativeTo: fields.texts("alternative_to"),
      corrected: fields["corrected"].flatMap { correction($0, reader) },
      standard: fields.optionalText("standard"),
      targetYear: fields["target_year"].flatMap { reader.integer($0, "target_year") },
      note: fields.optionalLocalized("note"), line: node.line)
  }

  private static func subjects(
    _ fields: Fields, _ kind: any ReadableCheck.Type
  ) -> [RuleSubject]? {
    guard let node = fields.required("subject") else { return nil }
    let reader = fields.reader
    let subjects = (reader.texts(node, "subject") ?? []).compactMap { word -> RuleSubject? in
      guard let subject = RuleSubject(rawValue: word) else {
        reader.report(
          node,
          "unknown subject '\(word)'"
            + Spelling.hint(for: word, among: RuleSubject.allCases.map(\.rawValue)))
        return nil
      }
      guard kind.subjects.contains(subject) else {
        reader.report(node, "a \(kind.name) rule cannot be about '\(word)'")
        return nil
      }
      return subject
    }
    if subjects.count > 1, !subjects.allSatisfy(\.isUnit) {
      reader.report(node, "several subjects in one rule must all be levels of units")
    }
    return subjects
  }

  private static func correction(_ node: DocumentNode, _ reader: DocumentReader) -> Correction? {
    guard
      let fields = reader.fields(node, of: "corrected", allowed: ["literal", "because"]),
      let literal = fields.required("literal").flatMap({ reader.localized($0, "literal") }),
      let because = fields.required("because").flatMap({ reader.localized($0, "because") })
    else { return nil }
    return Correction(literal: literal, because: because)
  }

  /// Small letters, digits and `-`.
  private static func isKebab(_ id: String) -> Bool {
    id.allSatisfy { ($0.isASCII && ($0.isLowercase || $0.isNumber)) || $0 == "-" }
  }

  /// Ids used twice, and ids that do not exist.
  private func checkReferences(_ root: DocumentNode, _ reader: DocumentReader) {
    let ids = rules.map(\.id)
    guard case .sequence(let nodes)? = root["rules"]?.content else { return }
    var seen = Set<String>()
    for node in nodes {
      guard let id = node["id"]?.scalar, let place = node["id"] else { continue }
      if !seen.insert(id).inserted { reader.report(place, "rule id '\(id)' is used twice") }
      if !Self.isKebab(id) {
        reader.report(place, "rule id '\(id)' must be of small letters, digits and '-'")
      }
      guard let rule = rule(id) else { continue }
      let references = [
        ("conflicts_with", rule.conflictsWith), ("alternative_to", rule.alternativeTo),
        ("counting", rule.check.passing),
      ]
      for (key, others) in references {
        for other in others where !ids.contains(other) || other == id {
          reader.report(
            node[key] ?? node,
            "no rule '\(other)' in this pack"
              + Spelling.hint(for: other, among: ids))
        }
      }
      if case .parameter(let name) = rule.threshold?.figure, parameters[name] == nil {
        reader.report(
          node,
          "no parameter '\(name)' in this pack"
            + Spelling.hint(for: name, among: parameters.keys))
      }
    }
  }
}
