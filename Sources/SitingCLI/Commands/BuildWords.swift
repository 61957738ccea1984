import ArgumentParser
import Compliance
import Documents
import GeoData
import Locating
import Planning
import Quantities
import Rules

/// What may be built, as the command line states it.
struct BuildWords {
  private let stated: [StatedWord]
  private let vocabulary: Vocabulary

  init(_ stated: [StatedWord], _ vocabulary: Vocabulary) {
    self.stated = stated
    self.vocabulary = vocabulary
  }

  /// What is stated; where nothing is, the kinds that clauses which fail count.
  func options(
    orUsualFor result: ComplianceResult, _ choice: RuleChoice, _ city: City
  ) throws -> [BuildOption] {
    guard stated.isEmpty else { return try stated.map(option) }
    let rules = result.findings.filter {
      choice.contains($0.rule) && $0.rule.force != .advisory && $0.verdicts.contains(.fail)
    }.map(\.rule)
    return UsualKinds(of: city, vocabulary.kinds).kinds(for: rules).map {
      BuildOption(kind: $0, sizes: [])
    }
  }

  /// A word of the project file is told by its place.
  private func option(_ word: StatedWord) throws -> BuildOption {
    func fault(_ text: FaultText) -> any Error { word.fault(text) ?? usageError(text) }
    let parts = word.text.split(separator: ":", maxSplits: 1).map(String.init)
    let name = parts.first ?? ""
    guard let kind = vocabulary.kinds.index(ofID: name) ?? vocabulary.kinds.index(named: name)
    else {
      let hint = Spelling.hint(for: name, among: vocabulary.kinds.all.map(\.id))
      throw fault("build: '\(name)' is no kind of facility\(hint)")
    }
    guard parts.count > 1 else { return BuildOption(kind: kind, sizes: []) }
    var columns: [String: [Amount]] = [:]
    for item in parts[1].split(separator: ";") {
      let sides = item.split(separator: "=").map { $0.filter { !$0.isWhitespace } }
      let amounts =
        sides.count == 2 ? sides[1].split(separator: ",").map(Amount.init(exactly:)) : []
      guard !amounts.isEmpty, amounts.allSatisfy({ $0.map { $0 >= .zero } ?? false }) else {
        throw fault(
          "build: '\(String(item))' is no list of amounts, such as places=30,60,90")
      }
      columns[sides[0]] = amounts.compactMap { $0 }
    }
    return BuildOption(kind: kind, sizes: try sizes(columns, fault))
  }

  private func sizes(
    _ columns: [String: [Amount]], _ fault: (FaultText) -> any Error
  ) throws -> [BuildSize] {
    let known = FacilityMeasure.named.filter { $0 != .count }
    let counts = Set(columns.values.map(\.count))
    guard counts.count == 1, let count = counts.first else {
      throw fault("build: each list must have as many amounts as there are sizes")
    }
    for name in columns.keys.sorted()
    where name != "cost" && !known.contains(where: { $0.name == name }) {
      let hint = Spelling.hint(for: name, among: known.map(\.name) + ["cost"])
      throw fault("build: a facility has no '\(name)'\(hint)")
    }
    return (0..<count).map { place in
      var amounts: [FacilityMeasure: Amount] = [:]
      for measure in known { amounts[measure] = columns[measure.name]?[place] }
      return BuildSize(amounts: amounts, cost: columns["cost"]?[place])
    }
  }
}
