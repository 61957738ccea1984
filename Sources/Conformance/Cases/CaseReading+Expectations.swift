internal import Compliance
internal import Documents

extension CaseReading {
  static let expectationKeys = [
    "expect", "findings", "overall", "groups", "rejected", "rejected_count", "layers", "exit",
    "message",
  ]
  private static let findingKeys =
    ["rule", "on", "pack", "kind", "within", "flags", "has", "without", "facilities", "distance"]
    + ["reason"] + words + figures
  private static let words = ["verdict", "attribution"]
  private static let figures = ["measured", "required", "shortfall"]
  private static let groupKeys = [
    "group", "rule", "unit", "need", "supply", "shortfall", "ratio", "parcel_count",
    "facility_count", "parcels", "facilities",
  ]
  private static let absent = "absent"

  /// What must come out of a case.
  func expectations(_ fields: Fields) -> CaseExpectations {
    var expected = CaseExpectations()
    expected.status = fields["exit"].flatMap { reader.integer($0, "exit") }.map(Int32.init) ?? 0
    expected.message = patterns(fields, "message")
    expected.findings = items(fields, "expect").compactMap(finding)
    expected.count = fields["findings"].flatMap { reader.integer($0, "findings") }
    expected.overall = pairs(fields, "overall").compactMap { pair in
      guard let parcel = reader.text(pair.key, "a parcel"),
        let verdict = word(pair.value, "verdict", Verdict.names)
      else { return nil }
      return (parcel, verdict)
    }
    if fields["groups"] != nil {
      expected.groups = items(fields, "groups").compactMap { item in
        reader.fields(item, of: "a shortage group", allowed: Self.groupKeys).map(columns)
      }
    }
    expected.rejected = pairs(fields, "rejected").compactMap { pair in
      guard let id = reader.text(pair.key, "a row's id") else { return nil }
      guard pair.value.scalar?.isEmpty == false else { return (id, nil) }
      return (id, pattern(pair.value, "rejected"))
    }
    expected.rejectedCount = fields["rejected_count"].flatMap { reader.integer($0, "it") }
    expected.rows = rows(fields)
    checkReachable(expected, fields)
    return expected
  }

  /// Where the program must refuse, there are no results to look at.
  private func checkReachable(_ expected: CaseExpectations, _ fields: Fields) {
    guard expected.status != 0 else { return }
    for key in Self.expectationKeys where !["exit", "message"].contains(key) {
      guard let node = fields[key] else { continue }
      reader.report(
        node, "'\(key)' is never looked at: the program must end with \(expected.status)")
    }
  }

  private func items(_ fields: Fields, _ key: String) -> [DocumentNode] {
    fields[key].flatMap { reader.list($0, key) } ?? []
  }

  // MARK: Findings

  private func finding(_ node: DocumentNode) -> ExpectedFinding? {
    guard let fields = reader.fields(node, of: "a finding", allowed: Self.findingKeys) else {
      return nil
    }
    var finding = ExpectedFinding()
    finding.rule = fields.optionalText("rule") ?? finding.rule
    finding.subject = fields.optionalText("on")
    finding.pack = fields.optionalText("pack")
    finding.kind = fields.optionalText("kind")
    if fields["verdict"]?.scalar == Self.absent {
      finding.isAbsent = true
      checkAbsent(fields)
      return finding
    }
    for column in Self.words {
      guard let node = fields[column] else { continue }
      let known = column == "verdict" ? Verdict.names : nil
      if let word = word(node, column, known) { finding.words.append((column, word)) }
    }
    for column in Self.figures {
      guard let node = node[column] else { continue }
      if node.isNothing {
        finding.figures.append((column, nil))
      } else if let figure = number(node, column) {
        finding.figures.append((column, figure))
      }
    }
    finding.tolerance = fields["within"].flatMap { number($0, "within") }
    finding.distance = fields["distance"].flatMap { number($0, "distance") }
    finding.flags = set(fields, "flags")
    finding.has = fields.texts("has")
    finding.without = fields.texts("without")
    finding.facilities = set(fields, "facilities")
    finding.reason = patterns(fields, "reason")
    if let node = fields["within"], finding.figures.isEmpty, finding.distance == nil {
      reader.report(node, "'within' is how far a figure may be off; no figure is stated")
    }
    return finding
  }

  private func checkAbsent(_ fields: Fields) {
    let about = ["rule", "on", "pack", "kind", "verdict"]
    for pair in fields.pairs {
      guard let key = pair.key.scalar, !about.contains(key) else { continue }
      reader.report(pair.key, "'\(key)' is never looked at: the finding must be absent")
    }
  }

  private func set(_ fields: Fields, _ key: String) -> Set<String>? {
    guard fields[key] != nil else { return nil }
    return Set(fields.texts(key))
  }

  // MARK: Rows

  private func rows(
    _ fields: Fields
  ) -> [(layer: String, id: String, columns: [ExpectedColumn])] {
    pairs(fields, "layers").flatMap { layer in
      (reader.anyFields(layer.value, of: "the rows of a layer")?.pairs ?? []).compactMap { row in
        guard let name = reader.text(layer.key, "a layer"), let id = reader.text(row.key, "an id"),
          let columns = reader.anyFields(row.value, of: "a row").map(columns)
        else { return nil }
        return (name, id, columns)
      }
    }
  }

  private func columns(_ fields: Fields) -> [ExpectedColumn] {
    fields.pairs.compactMap { pair in
      guard let name = pair.key.scalar else { return nil }
      return value(pair.value, name).map { ExpectedColumn(name: name, value: $0) }
    }
  }

  private func value(_ node: DocumentNode, _ name: String) -> ExpectedColumn.Value? {
    switch node.content {
    case .scalar(let text, isPlain: false): return .text(text)
    case .scalar(let text, isPlain: true):
      if node.isNothing { return .nothing }
      if text == "true" || text == "false" { return .flag(text == "true") }
      return number(node, name).map { .number($0) }
    case .sequence: return reader.texts(node, name).map { .ids(Set($0)) }
    case .mapping:
      reader.report(node, "\(name) must be a number, a text, null or a list of ids")
      return nil
    }
  }

  // MARK: Words

  private func number(_ node: DocumentNode, _ what: String) -> Double? {
    guard case .scalar(let text, isPlain: true) = node.content, let number = Double(text),
      number.isFinite
    else {
      reader.report(node, "\(what) must be a number")
      return nil
    }
    return number
  }

  private func word(_ node: DocumentNode, _ what: String, _ known: [String]?) -> String? {
    guard let word = reader.text(node, what) else { return nil }
    guard let known, !known.contains(word) else { return word }
    reader.report(
      node, "unknown \(what) '\(word)'\(Spelling.hint(for: word, among: known + [Self.absent]))")
    return nil
  }

  private func patterns(_ fields: Fields, _ key: String) -> [TextPattern] {
    guard let node = fields[key] else { return [] }
    guard case .sequence(let items) = node.content else {
      return [pattern(node, key)].compactMap { $0 }
    }
    return items.compactMap { pattern($0, key) }
  }

  private func pattern(_ node: DocumentNode, _ what: String) -> TextPattern? {
    guard let text = reader.text(node, what) else { return nil }
    if let pattern = TextPattern(text) { return pattern }
    reader.report(node, "\(what): '\(text)' is no regular expression that a text could fail")
    return nil
  }
}
