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
