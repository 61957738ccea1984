public import Documents
public import GeoData
internal import Quantities

extension RulePack {
  private static let ruleKeys = [
    "id", "clause", "says", "means", "check", "subject", "unit", "report_only", "force", "duty",
    "when",
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
  ///   - parents: The packs that it names under `extends`, already read; `PackLibrary` finds them.
  ///   - isLinted: Whether rules that can have no effect are refused; `PackLibrary` does.
  /// - Throws: Every fault with line and column: unknown keys with suggestions, units that do not
  ///   fit the check, rules without a clause, ids used twice, ids that do not exist.
  public init(
    yaml: String, file: String, vocabulary: FacilityKinds, topics: Topics,
    parents: [RulePack] = [], isLinted: Bool = true
  ) throws(DocumentFaults) {
    try self.init(
      DocumentNode(yaml: yaml, file: file), yaml: yaml, file: file, vocabulary: vocabulary,
      topics: topics, parents: parents, lacksParents: false, isLinted: isLinted)
  }

  /// - Parameter lacksParents: Whether some of the parents could not be read, so that references
  ///   may lead to what they hold.
  init(
    _ root: DocumentNode, yaml: String, file: String, vocabulary: FacilityKinds, topics: Topics,
    parents: [RulePack], lacksParents: Bool, isLinted: Bool = true
  ) throws(DocumentFaults) {
    let reader = DocumentReader(file: file)
    guard
      let fields = reader.fields(
        root, of: "the pack",
        allowed: [
          "schema", "id", "title", "document", "extends", "kinds", "topics", "levels",
          "parameters", "default_reach", "rules", "not_computed",
        ])
    else { throw DocumentFaults(reader.faults) }
    if let schema = fields.required("schema"), schema.scalar != "1" {
      reader.report(schema, "this version reads schema 1, not '\(schema.scalar ?? "")'")
    }
    let id = fields.text("id") ?? ""
    if let place = fields["id"], !Self.isKebab(id) {
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
    var own = PackContents()
    own.parameters = Self.parameters(fields["parameters"], reader)
    own.defaultReach = Self.defaultReach(fields["default_reach"], reader)
    own.kinds = fields["kinds"]
    own.topics = fields["topics"]
    own.levels = fields["levels"]
    var words = PackWords(kinds: vocabulary, topics: topics)
    for fault in words.add(parents) {
      reader.report(fields["extends"] ?? root, "packs that it extends disagree: \(fault)")
    }
    words.add(own, reader)
    let document = document
    own.rules = Self.ruleNodes(fields).compactMap {
      Self.rule($0, pack: id, document: document, reader: reader, words: words)
    }
    notComputed =
      (fields["not_computed"].flatMap { reader.list($0, "not_computed") } ?? []).compactMap {
        Self.notComputed($0, pack: id, reader)
      }
    let isDistinct = Self.checkIDs(of: parents, under: id, fields)
    let inherited = Inheritance(own, of: id, below: isDistinct ? parents : [])
    self.id = id
    self.file = file
    self.own = own
    self.parents = parents
    source = yaml
    rules = inherited.rules
    replaced = inherited.replaced
    parameters = inherited.parameters
    defaultReach = inherited.defaultReach
    checkReferences(fields, inherited, isComplete: isDistinct && !lacksParents)
    if isLinted { lint(fields, words.kinds, isComplete: isDistinct && !lacksParents) }
    try reader.finish()
  }

  private static func ruleNodes(_ fields: Fields) -> [DocumentNode] {
    if let node = fields["rules"] { return fields.reader.list(node, "rules") ?? [] }
    let remedy: FaultText = "state rules, or 'rules: []' where it has none of its own"
    if let empty = fields.pairs.last(where: { $0.key.scalar == "rules" })?.value {
      fields.reader.report(empty, "'rules' has no value; \(remedy)")
    } else {
      fields.reader.report(fields.node, "\(fields.what) has no 'rules'; \(remedy)")
    }
    return []
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
    if let node = fields["issued"], !PolicyDocument.isMonthOrYear(issued) {
      _ = reader.day(node, "issued")
    }
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
          pair.value, of: "parameter '\(name)'" as FaultText, allowed: ["value", "unit", "source"]),
        let unit = fields.text("unit")
      else { continue }
      if pair.value["value"] == nil { _ = fields.required("value") }
      if name == "walking_speed", !["m/s", "m/min"].contains(unit) {
        reader.report(pair.value, "walking_speed is in m/s or m/min, not '\(unit)'")
      }
      let value = fields["value"].flatMap { reader.amount($0, "value") }
      if name == "walking_speed", let value, value <= .zero {
        reader.report(
          fields["value"] ?? pair.value, "walking_speed must be more than 0, not '\(value)'")
      }
      parameters[name] = PackParameter(
        value: value, unit: unit, source: fields.optionalLocalized("source"))
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
    _ node: DocumentNode, pack: String, document: PolicyDocument, reader: DocumentReader,
    words: PackWords
  ) -> Rule? {
    guard let named = reader.anyFields(node, of: "a rule") else { return nil }
    let id = named.text("id") ?? ""
    let what: FaultText = "rule '\(id)'"
    guard let word = named.text("check") else { return nil }
    guard let kind = CheckRegistry.readable.first(where: { $0.name == word }) else {
      let names = CheckRegistry.readable.map { $0.name }
      reader.report(
        named["check"] ?? node,
        "unknown check '\(word)'" + Spelling.choice(for: word, among: names))
      return nil
    }
    let thresholds = Comparison.allCases.map(\.rawValue)
    guard
      let fields = reader.fields(
        node, of: what, allowed: ruleKeys + thresholds + Threshold.keys + kind.keys),
      let subjects = subjects(fields, kind, words.levels), !subjects.isEmpty
    else { return nil }
    let context = RuleContext(
      reader: reader, vocabulary: words.kinds, levels: words.levels, subjects: subjects)
    let before = reader.faults.count
    let isReportOnly = fields["report_only"].flatMap { reader.flag($0, "report_only") } ?? false
    guard let check = kind.init(fields, context), let clause = fields.text("clause"),
      let says = fields.required("says").flatMap({ reader.localized($0, "says") }),
      let means = fields.text("means"), let unitText = fields.text("unit"),
      let force = fields.required("force").flatMap({
        reader.choice($0, "force", as: Force.self)
      })
    else { return nil }
    // What a check would give is not known where it could not be read.
    let isSound = reader.faults.count == before
    if !words.topics.contains(means), let place = fields["means"] {
      var hint = Spelling.hint(for: means, among: words.topics.ids)
      if hint == FaultHint() {
        hint = FaultHint("; take one of topics.yaml, or name it under 'topics' of the pack")
      }
      reader.report(place, "unknown topic '\(means)'\(hint)")
    }
    let units = check.units(subjects: subjects, isReportOnly: isReportOnly)
    let written = RuleUnit(unitText, among: units)
    let unit = written.unit
    if isSound, let place = fields["unit"] {
      if let wanted = units.first, !units.contains(where: { $0 == unit }) {
        reader.report(
          place, "unit '\(unitText)' does not fit the check, which gives '\(wanted)'")
      } else if unit == nil {
        reader.report(
          place,
          "unit '\(unitText)' is not a unit such as 'beds', 'm2/person' or 'beds/1000 elders'")
      }
    }
    let stated = Threshold.read(fields, of: check, in: written.stated)
    let threshold = stated ?? (isReportOnly ? nil : check.ownThreshold)
    if stated != nil, check.ownThreshold != nil {
      reader.report(node, "\(what) says how many under 'at_least_of', so it has no other threshold")
    }
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
    guard let unit else { return nil }
    let condition = Condition.read(fields["when"], "when", context, isOfRule: true)
    let duty = fields["duty"].flatMap { reader.choice($0, "duty", as: Duty.self) }
    return Rule(
      origin: pack, document: document, id: id, clause: clause, says: says, means: means,
      subjects: subjects,
      check: check, unit: unit, threshold: threshold, isReportOnly: isReportOnly, force: force,
      duty: duty ?? .ofClause(about: subjects, check, when: condition),
      when: condition.narrowed(to: threshold?.steps, for: subjects),
      measured: MeasuredTest.read(fields["when"], reader),
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
    _ fields: Fields, _ kind: any ReadableCheck.Type, _ levels: PlanningLevels
  ) -> [RuleSubject]? {
    guard let node = fields.required("subject") else { return nil }
    let reader = fields.reader
    let subjects = (reader.texts(node, "subject") ?? []).compactMap { word -> RuleSubject? in
      if let level = levels[word] {
        guard kind.subjects.contains(.community) else {
          reader.report(node, "a \(kind.name) rule cannot be about '\(word)'")
          return nil
        }
        return .planning(level)
      }
      guard let subject = RuleSubject(rawValue: word) else {
        reader.report(
          node,
          "unknown subject '\(word)'"
            + RuleContext.choice(for: word, among: kind.subjects.map(\.rawValue), levels))
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
}
