internal import Documents
internal import GeoData
internal import Quantities

extension RuleLint {
  /// The layer of the subjects; `nil`: a plan, whose rows are of two.
  var ownLayer: ConditionColumns.Layer? {
    switch rule.subject {
    case .parcel: .parcels
    case .facility: .facilities
    case .plan: nil
    default: .units
    }
  }

  /// Conditions that no row can meet, or all do.
  func checkConditions() {
    check(node["when"], ownLayer)
    check(node["where"], .facilities)
    if (rule.check as? Size)?.demanded.isDelivery != true { check(node["has"], .facilities) }
    for key in ["supply", "part", "whole", "sum"] {
      guard let quantity = node[key] else { continue }
      if quantity["facility"] != nil { check(quantity["where"], .facilities) }
      if quantity["units"] != nil { check(quantity["where"], .units) }
    }
    let counted = (rule.check as? Presence)?.counting?.units
    check(node["counting"]?["when"], counted == [.parcel] ? .parcels : .units)
  }

  private func check(_ condition: DocumentNode?, _ layer: ConditionColumns.Layer?) {
    guard case .mapping(let pairs)? = condition?.content else { return }
    let lint = ConditionLint(reader: reader, kinds: pack.kinds, columns: pack.columns, layer: layer)
    for pair in pairs { lint.check(pair) }
  }
}

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
    guard let layer else { return }
    if ["or", "and"].contains(name) { return }
    guard let content = columns.content(name, layer) else {
      return checkUnknown(name, pair.key, layer)
    }
    switch content {
    case .number: checkNumbers(name, pair.value)
    case .day: checkDay(name, pair.value)
    case .flag(let words):
      checkWords(name, pair.value, among: ["true", "false"], "yes or no: true or false") {
        words.contains(FoldedText.fold($0)) || ["true", "false"].contains($0.lowercased())
      }
    case .word(let words):
      let known = Set(words.values).sorted()
      checkWords(name, pair.value, among: known, "\(one(of: known))") {
        words[FoldedText.fold($0)] != nil
      }
    case .kind:
      checkWords(name, pair.value, among: kinds.all.map(\.id), "one of the kinds of facilities") {
        kinds.index(ofID: $0) != nil
      }
    case .openWord(let words): checkSpelling(pair.value, among: words)
    case .text: break
    }
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

  private func checkNumbers(_ name: String, _ test: DocumentNode) {
    for value in values(of: test) {
      guard let word = value.scalar else { continue }
      guard let figure = Amount(exactly: word) else {
        if case .mapping = test.content, !word.contains("-") { continue }
        reader.report(
          value, "'\(name)' is a number, not '\(word)'; test it as {at_least: 100}")
        continue
      }
      if figure < .zero { reader.report(value, "'\(name)' is never below 0; write it without '-'") }
    }
  }

  private func checkDay(_ name: String, _ test: DocumentNode) {
    if let about = test[Comparison.about.rawValue] {
      reader.report(about, "a day is on one side of another, or between two; it is not 'about' one")
    }
    for value in values(of: test) where value.scalar != nil {
      if value.scalar == "with_housing" {
        reader.report(value, "'with_housing' stands in 'has' of a size rule")
      } else {
        _ = reader.day(value, "'\(name)'" as FaultText)
      }
    }
  }

  private func checkWords(
    _ name: String, _ test: DocumentNode, among known: [String], _ what: FaultText,
    isKnown: (String) -> Bool
  ) {
    if case .mapping = test.content {
      return reader.report(test, "'\(name)' is a word, which is not more or less than another")
    }
    for value in values(of: test) {
      guard let word = value.scalar, !isKnown(word) else { continue }
      let id = kinds.index(named: word).map { kinds.all[$0].id }
      let hint =
        name == "kind" && id != nil
        ? FaultHint("; did you mean '\(id ?? "")'?") : Spelling.hint(for: word, among: known)
      reader.report(value, "'\(name)' is never '\(word)'; it is \(what)\(hint)")
    }
  }

  /// A word of the data's own is free, unless it is nearly one of ours.
  private func checkSpelling(_ test: DocumentNode, among words: [String: String]) {
    if case .mapping = test.content { return }
    let known = Set(words.values)
    for value in values(of: test) {
      guard let word = value.scalar, words[FoldedText.fold(word)] == nil, word.count > 3,
        let meant = Spelling.nearest(to: word, among: known.sorted())
      else { continue }
      reader.report(value, "no word is '\(word)'; did you mean '\(meant)'?")
    }
  }

  /// The scalars of a test, those under its operators included.
  private func values(of test: DocumentNode) -> [DocumentNode] {
    switch test.content {
    case .scalar: [test]
    case .sequence(let items): items.flatMap(values)
    case .mapping(let pairs): pairs.map(\.value).flatMap(values)
    }
  }

  private func one(of words: [String]) -> String { words.joined(separator: ", ") }
}
