public import Documents
public import Quantities

/// How the project wants sites proposed, where the command line does not say; nothing unless stated.
public struct ProposalSettings: Sendable {
  /// What may be built, each as `KIND` or `KIND:places=30,60;cost=80,130`.
  public var build: [StatedWord] = []
  /// Where, unless a layer of candidates is named.
  public var candidates: CandidatePlaces?
  /// The clauses that are to pass, where not all of the project's are.
  public var goals = Project.ChosenRules()
  /// Only one new facility of a kind in each unit of this level.
  public var onePer: UnitLevel?
  /// Metres that new facilities of a kind are apart.
  public var spacing: Double?
  /// The most that all may cost.
  public var budget: Amount?
  /// Whether facilities that stand may be enlarged.
  public var extends = false
  /// The money of each year, ascending.
  public var stages: [StatedStage] = []
  /// Whether to say what less money could do.
  public var wantsTradeOff = false
  /// An objective of the textbooks in place of the least cost, by its name; with it:
  public var objective: String?
  /// How many new facilities.
  public var sites: Int?
  /// How far one may be, metres.
  public var reach: Double?
  /// What weighs: `residents` or `clause`.
  public var demand: String?
  /// When the search ends.
  public var seconds: Double?
  /// Likewise.
  public var iterations: Int?
  /// Of all that is drawn by lot.
  public var seed: UInt64?

  /// Nothing stated.
  public init() {}
}

/// A word with the place that it was read from, for what is known to be wrong with it only later.
public struct StatedWord: Sendable, Hashable {
  /// As written.
  public let text: String
  /// `nil`: it is from the command line.
  private let place: Place?

  private struct Place: Hashable {
    let file: String
    let line: Int
    let column: Int
  }

  /// A word of the command line.
  public init(_ text: String) {
    self.text = text
    place = nil
  }

  /// A word of a document.
  init(_ text: String, file: String, _ node: DocumentNode) {
    self.text = text
    place = Place(file: file, line: node.line, column: node.column)
  }

  /// What is wrong with it, at its place; `nil` where it is from the command line.
  public func fault(_ text: FaultText) -> DocumentFaults? {
    place.map {
      DocumentFaults([
        DocumentFault(file: $0.file, line: $0.line, column: $0.column, text: text)
      ])
    }
  }
}

/// The money of a year.
public struct StatedStage: Sendable, Hashable {
  /// The year.
  public let year: Int
  /// What may be spent.
  public let budget: Amount

  /// `nil` where it is no year, or no money.
  init?(year: String, budget: String) {
    guard let year = Int(year.trimmingPrefix { $0 == " " }), (1900...2200).contains(year),
      let budget = Amount(exactly: budget.filter { $0 != " " }), budget >= .zero
    else { return nil }
    self.year = year
    self.budget = budget
  }

  /// `2026:500,2027:300`, each year later than the one before; `nil` for anything else.
  public static func all(in text: String) -> [StatedStage]? {
    let stages = text.split(separator: ",", omittingEmptySubsequences: false).map { part in
      let sides = part.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
      return sides.count == 2 ? StatedStage(year: sides[0], budget: sides[1]) : nil
    }
    let known = stages.compactMap { $0 }
    return known.count == stages.count && areAscending(known) ? known : nil
  }

  static func areAscending(_ stages: [StatedStage]) -> Bool {
    zip(stages, stages.dropFirst()).allSatisfy { $0.year < $1.year }
  }
}
