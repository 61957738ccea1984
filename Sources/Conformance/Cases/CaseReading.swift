internal import Documents

/// Reads cases, and takes nothing that it does not know.
struct CaseReading {
  let reader: DocumentReader

  static let layers = ["parcels", "facilities", "entrances"]
  static let keys =
    ["id", "group", "says", "promise", "packs", "units", "project", "files", "options"]
    + layers + expectationKeys

  /// The cases of a file, with where each stands.
  func cases(_ root: DocumentNode) -> [(node: DocumentNode, read: ConformanceCase)] {
    guard let fields = reader.fields(root, of: "the case file", allowed: ["cases"]),
      let node = fields.required("cases"), let items = reader.list(node, "cases")
    else { return [] }
    if items.isEmpty { reader.report(node, "there are no cases in 'cases'") }
    return items.compactMap { item in one(item).map { (item, $0) } }
  }

  private func one(_ node: DocumentNode) -> ConformanceCase? {
    guard let fields = reader.fields(node, of: "the case", allowed: Self.keys),
      let id = fields.text("id").flatMap({ fileName($0, fields["id"], "the id of a case") }),
      let group = fields.text("group"), let says = fields.text("says")
    else { return nil }
    let expected = expectations(fields)
    if expected.isEmpty {
      reader.report(node, "case '\(id)' expects nothing, so it cannot fail; state 'expect'")
    }
    return ConformanceCase(
      id: id, group: group, says: says, promise: fields.optionalText("promise"),
      inputs: inputs(fields), expected: expected)
  }

  // MARK: What goes in

  private func inputs(_ fields: Fields) -> CaseInputs {
    var inputs = CaseInputs()
    inputs.packs = fields["packs"].flatMap { reader.list($0, "packs") }?.compactMap(pack) ?? []
    inputs.layers = Self.layers.compactMap { name in
      fields[name].map { (name, rows($0, of: name)) }
    }
    inputs.units = pairs(fields, "units").compactMap { pair in
      reader.text(pair.key, "a level").map { ($0, rows(pair.value, of: $0)) }
    }
    inputs.project = pairs(fields, "project")
    inputs.files = pairs(fields, "files").compactMap(file)
    inputs.options = fields.texts("options")
    return inputs
  }

  func pairs(_ fields: Fields, _ key: String) -> [DocumentNode.Pair] {
    fields[key].flatMap { reader.anyFields($0, of: key) }?.pairs ?? []
  }

  private func pack(_ node: DocumentNode) -> CasePack? {
    if let id = node.scalar { return .builtIn(id) }
    guard let fields = reader.anyFields(node, of: "a pack") else { return nil }
    let id = fields.optionalText("id").flatMap { fileName($0, fields["id"], "the id of a pack") }
    let rules = fields["rules"].flatMap { reader.list($0, "rules") } ?? []
    return .written(
      id: id, fields.pairs.filter { $0.key.scalar != "rules" },
      rules: rules.compactMap { reader.anyFields($0, of: "a rule")?.pairs })
  }

  private func rows(_ node: DocumentNode, of layer: String) -> [CaseRow] {
    (reader.list(node, layer) ?? []).compactMap { item in
      guard let fields = reader.anyFields(item, of: "a row of \(layer)") else { return nil }
      let places = CaseRow.Place.allCases.filter { item[$0.rawValue] != nil }
      if places.count > 1 {
        let names = places.map { "'\($0.rawValue)'" }.joined(separator: " and ")
        reader.report(item, "a row is in one place; it has \(names)")
      }
      let names = CaseRow.Place.allCases.map(\.rawValue)
      return CaseRow(
        columns: fields.pairs.filter { !names.contains($0.key.scalar ?? "") },
        place: places.first, coordinates: places.first.flatMap { item[$0.rawValue] })
    }
  }

  private func file(_ pair: DocumentNode.Pair) -> (name: String, text: String)? {
    guard let name = reader.text(pair.key, "a file's name"),
      let plain = fileName(name, pair.key, "a file's name")
    else { return nil }
    if let text = pair.value.scalar { return (plain, text) }
    guard let lines = reader.texts(pair.value, "the text of \(name)") else { return nil }
    return (plain, lines.map { $0 + "\n" }.joined())
  }

  /// A name that stays in its folder.
  private func fileName(_ text: String, _ node: DocumentNode?, _ what: String) -> String? {
    if !text.isEmpty, !text.hasPrefix("."), !text.contains("/") { return text }
    if let node { reader.report(node, "\(what) must be the name of a file, not '\(text)'") }
    return nil
  }
}

extension DocumentNode {
  /// `null`, as against a text, a list or a mapping.
  var isNothing: Bool {
    if case .scalar = content { return scalar == nil }
    return false
  }
}
