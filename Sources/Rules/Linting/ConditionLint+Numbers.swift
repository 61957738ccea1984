internal import Documents
internal import Quantities

extension ConditionLint {
  func checkNumbers(_ name: String, _ test: DocumentNode) {
    checkUnit(name, of: name, test)
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

  func checkDay(_ name: String, _ test: DocumentNode) {
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

  /// An area in a column that counts something else; those of your data may hold areas.
  ///
  /// - Parameter column: Ours, which may be called otherwise.
  func checkUnit(_ name: String, of column: String, _ test: DocumentNode) {
    guard case .mapping = test.content, !["floor_area", "land_area"].contains(column) else {
      return
    }
    for value in values(of: test) {
      guard let word = value.scalar, Amount(exactly: word) == nil,
        StatedUnit.amount(word, of: .squareMetres) != nil
      else { continue }
      let figure = word.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
      let unit = PeopleMeasure(named: column)?.unit ?? FacilityMeasure(name: column).unit
      reader.report(
        value,
        unit.map { "'\(name)' is a number of \($0), without a unit behind it; write \(figure)" }
          ?? "'\(name)' is a number without a unit; write \(figure)")
    }
  }

  /// The scalars of a test, those under its operators included.
  func values(of test: DocumentNode) -> [DocumentNode] {
    switch test.content {
    case .scalar: [test]
    case .sequence(let items): items.flatMap(values)
    case .mapping(let pairs): pairs.map(\.value).flatMap(values)
    }
  }
}
