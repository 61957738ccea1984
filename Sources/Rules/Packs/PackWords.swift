internal import Documents
public import GeoData

/// The kinds, topics and levels of units that rules may name: those that come with the program, and
/// those that packs add.
struct PackWords {
  private(set) var kinds: FacilityKinds
  private(set) var topics: Topics
  private(set) var levels = PlanningLevels()

  /// With what the file of a pack adds.
  mutating func add(_ own: PackContents, _ reader: DocumentReader) {
    if let node = own.kinds { kinds = kinds.adding(node, of: "kinds", reader) }
    if let node = own.levels { levels = levels.adding(node, reader) }
    if let node = own.topics { topics = topics.adding(node, of: "topics", reader) }
  }

  /// With what packs and those above them add, each once and after those that it inherits from.
  ///
  /// - Returns: What does not go together, with its place.
  mutating func add(_ packs: [RulePack]) -> [DocumentFault] {
    var faults: [DocumentFault] = []
    for pack in Inheritance.fromAbove(packs) {
      let reader = DocumentReader(file: pack.file)
      add(pack.own, reader)
      faults += reader.faults
    }
    return faults
  }
}

extension FacilityKinds {
  /// The kinds that come with the program, and those that packs add, in the order of the packs.
  ///
  /// - Throws: `DocumentFaults` where packs mean different things by one word.
  public static func known(to packs: [RulePack]) throws -> FacilityKinds {
    var words = PackWords(kinds: try builtIn(), topics: try .builtIn())
    let faults = words.add(packs)
    guard faults.isEmpty else { throw DocumentFaults(faults) }
    return words.kinds
  }
}

extension Topics {
  /// The topics that come with the program, and those that packs add.
  ///
  /// - Throws: `DocumentFaults` where packs mean different things by one word.
  public static func known(to packs: [RulePack]) throws -> Topics {
    var words = PackWords(kinds: try .builtIn(), topics: try builtIn())
    let faults = words.add(packs)
    guard faults.isEmpty else { throw DocumentFaults(faults) }
    return words.topics
  }
}

extension PlanningLevels {
  /// Those that packs name.
  ///
  /// - Throws: `DocumentFaults` where packs mean different things by one word.
  public static func known(to packs: [RulePack]) throws -> PlanningLevels {
    var words = PackWords(kinds: try .builtIn(), topics: try .builtIn())
    let faults = words.add(packs)
    guard faults.isEmpty else { throw DocumentFaults(faults) }
    return words.levels
  }
}
