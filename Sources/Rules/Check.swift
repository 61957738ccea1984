internal import Documents
internal import GeoData
public import Quantities

/// A kind of check: what it asks, its keys in a rule pack, and the units that fit it.
///
/// A conforming type holds what a rule says under those keys. How it is evaluated stands in the
/// module that measures and judges.
public protocol Check: Sendable {
  /// The word after `check:`.
  static var name: String { get }
  /// The keys that it adds to those of every rule.
  static var keys: [String] { get }
  /// What it may be about.
  static var subjects: [RuleSubject] { get }
  /// A topic that rules of it may be about: what an example has that names none.
  static var exampleTopic: String { get }

  /// The units that a rule's threshold may have; empty: any.
  func units(subjects: [RuleSubject], isReportOnly: Bool) -> [MeasureUnit]
  /// The ids of facility kinds that it reads.
  var facilityKinds: [String] { get }
  /// The names of declared statistics that it reads.
  var statistics: [String] { get }
  /// The columns of parcels, facilities or units that it reads besides the measures of `Quantity`
  /// that have names of their own.
  var columns: Set<String> { get }
  /// Those among them that parcels and units are read for.
  var parcelColumns: Set<String> { get }

  /// The columns of people or dwellings that it divides by.
  var peopleColumns: Set<String> { get }

  /// Which facilities it counts, or looks at.
  var asked: AskedFacilities { get }

  /// How far a facility may be, where the rule says so.
  var reach: Reach? { get }
  /// Whether it asks how much of its subjects lies within reach, or how far they are from it.
  var measuresCover: Bool { get }
  /// Whether what is asked for must not be within reach.
  var keepsAway: Bool { get }
  /// Whether what is above the upper end of `between` passes as oversized, even where it is a rate.
  var passesOversized: Bool { get }
  /// How its subjects are placed when reach is measured; `nil`: the default of the reach.
  var placement: Placement? { get }
  /// How it divides supply among parcels that share it; `nil`: it divides none.
  var attribution: Attribution? { get }
  /// What it requires where its own keys say that; `nil`: a threshold does.
  var ownThreshold: Threshold? { get }
  /// What it asks besides a figure, in the order in which a rule is put into words.
  var terms: [CheckTerm] { get }
  /// What would make a failing subject pass.
  var mending: Mending { get }
  /// Ids of the rules of its pack whose verdicts it counts.
  var passing: [String] { get }
}

extension Check {
  /// None, unless the check says otherwise.
  public var parcelColumns: Set<String> { [] }
  /// Those of its kinds, unless the check says otherwise.
  public var asked: AskedFacilities { AskedFacilities(kinds: facilityKinds) }
  /// None, unless the check says otherwise.
  public var peopleColumns: Set<String> { [] }
  /// None, unless the check says otherwise.
  public var reach: Reach? { nil }
  /// No, unless the check says otherwise.
  public var measuresCover: Bool { false }
  /// No, unless the check says otherwise.
  public var keepsAway: Bool { false }
  /// No, unless the check says otherwise.
  public var passesOversized: Bool { false }
  /// The default, unless the check says otherwise.
  public var placement: Placement? { nil }
  /// None, unless the check says otherwise.
  public var attribution: Attribution? { nil }
  /// None, unless the check says otherwise.
  public var ownThreshold: Threshold? { nil }
  /// How far a facility may be, unless the check says otherwise.
  public var terms: [CheckTerm] { reach.map { [.within($0)] } ?? [] }
  /// Nothing, unless the check says otherwise.
  public var mending: Mending { .nothing }
  /// None, unless the check says otherwise.
  public var passing: [String] { [] }

  /// `provision`, `coverage`, ….
  public var name: String { Self.name }
}

/// Reading a check, and looking at it as it stands in its file, is internal: packs come in through
/// `RulePack` only.
protocol ReadableCheck: Check {
  /// The keys under which it states a sum or a count.
  static var quantityKeys: [String] { get }
  /// Reports faults to the context's reader and returns `nil` when something needed is missing.
  init?(_ fields: Fields, _ context: RuleContext)
  /// The same check over what passes other rules.
  func counting(passing rules: [String]) -> Self
  /// Whether a threshold is needed (unless the rule only reports).
  var needsThreshold: Bool { get }
  /// Whether it holds what is offered against what so many people need.
  var asksForSupply: Bool { get }
  /// Whether no figure of it is a broken one where its unit is the piece.
  var countsPieces: Bool { get }
  /// Looks at its own conditions; `when` and `where` are looked at for every rule.
  func lintConditions(_ lint: RuleLint)
  /// Looks for what is good YAML and would still leave a rule of this kind without any effect.
  func lint(_ lint: RuleLint)
}

extension ReadableCheck {
  /// None, unless the check says otherwise.
  static var quantityKeys: [String] { [] }
  /// No, unless the check says otherwise.
  var asksForSupply: Bool { false }
  /// No, unless the check says otherwise.
  var countsPieces: Bool { false }
  /// It has none, unless the check says otherwise.
  func lintConditions(_ lint: RuleLint) {}
  /// Nothing, unless the check says otherwise.
  func lint(_ lint: RuleLint) {}
  /// Itself, unless it counts what passes rules.
  func counting(passing rules: [String]) -> Self { self }
}

extension DocumentReader {
  /// The most that a figure is for so many of.
  static let most = 10_000_000

  /// A whole number of at least 1: what a figure is for so many of.
  func count(_ node: DocumentNode, _ what: String) -> Int? {
    guard let number = integer(node, what) else { return nil }
    guard number >= 1 else {
      report(node, "'\(what)' must be at least 1")
      return nil
    }
    guard number <= Self.most else {
      report(node, "'\(what)' is at most \(Self.most)")
      return nil
    }
    return number
  }
}

/// What the reading of one rule needs to know.
struct RuleContext {
  let reader: DocumentReader
  let vocabulary: FacilityKinds
  let levels: PlanningLevels
  let subjects: [RuleSubject]

  /// The listed facility kinds, each known.
  func kinds(_ fields: Fields, _ key: String) -> [String] {
    fields[key].map { kinds($0, key) } ?? []
  }

  /// The kinds that a node lists, each known.
  func kinds(_ node: DocumentNode, _ key: String) -> [String] {
    let kinds = reader.texts(node, key) ?? []
    for (kind, place) in zip(kinds, node.items) where vocabulary.index(ofID: kind) == nil {
      let sign = FullWidth.hint(in: kind)
      var hint = Spelling.hint(for: id(named: kind) ?? kind, among: vocabulary.all.map(\.id))
      if hint == FaultHint(), sign == FaultHint() { hint = Self.ownKind }
      reader.report(place, "unknown facility kind '\(kind)'\(sign)" + hint)
    }
    return kinds
  }

  /// The way out where no kind is meant that there is.
  static let ownKind = FaultHint("; take one of kinds.yaml, or name it under 'kinds' of the pack")

  /// The id of a kind that is called by another of its names.
  private func id(named name: String) -> String? {
    vocabulary.index(named: name).map { vocabulary.all[$0].id }
  }

  /// The listed kinds of a key that must be there.
  func requiredKinds(_ fields: Fields, _ key: String) -> [String]? {
    guard fields.required(key) != nil else { return nil }
    return kinds(fields, key)
  }

  /// One level of units, or a list.
  func levels(_ fields: Fields, _ key: String) -> [RuleSubject] {
    guard let node = fields[key] else { return [] }
    return (reader.texts(node, key) ?? []).compactMap { word in
      if let level = level(word) ?? (word == "parcel" ? .parcel : nil) { return level }
      reader.report(
        node,
        "'\(word)' is not a level of units"
          + Self.choice(for: word, among: RuleSubject.levels.map(\.rawValue), levels))
      return nil
    }
  }

  /// The level of units that a word names: of administration, or one that the pack names.
  func level(_ word: String) -> RuleSubject? {
    if let level = levels[word] { return .planning(level) }
    return RuleSubject(rawValue: word).flatMap { $0.isUnit ? $0 : nil }
  }

  /// What may be meant by a word, those among that packs name; a level that none does must be named.
  static func choice(
    for word: String, among known: [String], _ levels: PlanningLevels
  ) -> FaultHint {
    if let known = PlanningLevels.administrative(word) {
      return FaultHint("; did you mean '\(known)'?")
    }
    let all = known + levels.ids
    let hint = Spelling.hint(for: word, among: all)
    guard hint == FaultHint() else { return hint }
    return FaultHint(
      "; one of: \(all.joined(separator: ", ")); or name a level of planning units under 'levels'")
  }
}
