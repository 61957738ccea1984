internal import Documents
internal import GeoData
internal import Quantities

/// Looks at one condition, for the rows of one layer.
struct ConditionLint {
  let reader: DocumentReader
  let kinds: FacilityKinds
  let columns: ConditionColumns
  /// `nil`: of a plan, whose rows are of two layers.
  let layer: ConditionColumns.Layer?

  /// A column and its test, or conditions that are combined.
  func check(_ pair: DocumentNode.Pair) {
    guard let name = pair.key.scalar else { return }
    switch (name, pair.value.content) {
    case ("any", .sequence(let items)), ("all", .sequence(let items)):
      for item in items {
        if case .mapping(let pairs) = item.content { pairs.forEach(check) }
      }
    case ("not", .mapping(let pairs)): pairs.forEach(check)
    case ("at_least_of", .mapping(let counts)):
      for item in counts.flatMap({ $0.value.items }) {
        if case .mapping(let pairs) = item.content { pairs.forEach(check) }
      }
    case ("inside", .mapping(let levels)):
      let units = ConditionLint(reader: reader, kinds: kinds, columns: columns, layer: .units)
      for level in levels {
        let isFacility = level.key.scalar == "facility"
        if isFacility, layer == .units {
          reader.report(level.key, "facilities and parcels lie in facilities, units do not")
        }
        let lint =
          isFacility
          ? ConditionLint(reader: reader, kinds: kinds, columns: columns, layer: .facilities)
          : units
        guard case .mapping(let pairs) = level.value.content else {
          reader.report(
            level.value,
            "'inside' is followed by what it lies in is like: {\(Self.key(of: level)): {…}}")
          continue
        }
        pairs.forEach(lint.check)
      }
    case ("any", _), ("all", _), ("not", _), ("at_least_of", _), ("inside", _),
      ("measured", _):
      break
    default: check(column: name, pair)
    }
  }

  private func check(column name: String, _ pair: DocumentNode.Pair) {
    if Comparison(rawValue: name) != nil {
      return reader.report(
        pair.key, "'\(name)' tests a column; write {column: {\(name): …}}")
    }
    guard let layer else { return checkOfPlan(name, pair.value) }
    if ["or", "and"].contains(name) { return }
    guard let content = columns.content(name, layer) else {
      if let meant = columns.meaning(of: name, layer),
        case .number? = columns.content(meant, layer)
      {
        checkUnit(name, of: meant, pair.value)
      }
      return checkUnknown(name, pair.key, layer)
    }
    switch content {
    case .number: checkNumbers(name, pair.value)
    case .day: checkDay(name, pair.value)
    case .flag(let words):
      checkWords(
        name, pair.value, "yes or no: true or false",
        meant: { Spelling.nearest(to: $0, among: ["true", "false"]) },
        isKnown: {
          words.contains(FoldedText.fold($0)) || ["true", "false"].contains($0.lowercased())
        })
    case .word(let words):
      let known = Set(words.values).sorted()
      checkWords(
        name, pair.value, "\(known.joined(separator: ", "))",
        meant: { meaning(of: $0, among: words) },
        isKnown: { words[FoldedText.fold($0)] != nil })
    case .kind:
      checkWords(name, pair.value, "one of the kinds of facilities", meant: kind) {
        kinds.index(ofID: $0) != nil
      }
    case .openWord(let words): checkSpelling(pair.value, among: words)
    case .text: break
    }
  }

  /// Rows of a plan are parcels and units: a number of either is one.
  private func checkOfPlan(_ name: String, _ test: DocumentNode) {
    let contents = [.parcels, .units].compactMap { columns.content(name, $0) }
    let isNumber = contents.allSatisfy { if case .number = $0 { true } else { false } }
    if isNumber, !contents.isEmpty { checkNumbers(name, test) }
  }

  private static func key(of level: DocumentNode.Pair) -> String {
    level.key.scalar == "facility" ? "facility" : level.key.scalar ?? "district"
  }

  /// A column that must hold numbers.
  func checkNumber(_ name: String, _ place: DocumentNode) {
    guard let layer else { return }
    switch columns.content(name, layer) {
    case .number: break
    case nil: checkUnknown(name, place, layer)
    default: reader.report(place, "'\(name)' is no number; steps go by one")
    }
  }

  /// Columns of the data are free, unless they are nearly ours or those of another layer.
  private func checkUnknown(_ name: String, _ key: DocumentNode, _ layer: ConditionColumns.Layer) {
    let names = columns.names(layer)
    let others = ConditionColumns.Layer.allCases.filter { columns.content(name, $0) != nil }
    // A table of facilities may have a type, or a level, of its own.
    if let other = others.first, !["type", "level", "parent"].contains(name) {
      return reader.report(
        key, "'\(name)' is a column of \(other.rawValue); this condition is about \(layer.rawValue)"
      )
    }
    guard name.count > 2, name.last?.isNumber == false,
      let meant = Spelling.nearest(to: name, among: names), meant.count > 3
    else { return }
    reader.report(
      key,
      "no column of \(layer.rawValue) is '\(name)' (a column of your own needs another name)"
        + Spelling.hint(for: name, among: names))
  }
}
