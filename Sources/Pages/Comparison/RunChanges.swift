package import Compliance
package import Documents
package import Planar
package import Planning
internal import Wording

/// What changed between two runs, as a page shows it.
package struct RunChanges: Sendable {
  /// One of the runs.
  package struct Run: Sendable {
    /// Its day, else its folder.
    package let title: String
    /// Parcels by verdict, in the order of `Verdict`.
    package let parcels: [Int]

    package init(title: String, parcels: [Int]) {
      self.title = title
      self.parcels = parcels
    }
  }

  /// What became of the findings of one rule.
  package struct Rule: Sendable {
    /// Its id.
    package let name: String
    package let clause: String
    /// What it says, where its pack is known.
    package let says: LocalizedText?
    /// What it is about.
    package let topic: LocalizedText?
    /// In the order of `columns`.
    package let counts: [Int]

    package init(
      name: String, clause: String, says: LocalizedText?, topic: LocalizedText?, counts: [Int]
    ) {
      self.name = name
      self.clause = clause
      self.says = says
      self.topic = topic
      self.counts = counts
    }
  }

  /// A figure of a clause that a parcel failed before and fails still.
  package struct Moved: Sendable {
    /// The clause, by its place among `rules`.
    package let rule: Int
    /// What is missing, in the clause's unit where its pack is known.
    package let before: String
    package let after: String

    package init(rule: Int, before: String, after: String) {
      self.rule = rule
      self.before = before
      self.after = after
    }
  }

  /// A parcel that changed.
  package struct Parcel: Sendable {
    package let id: String
    package let name: String?
    package let change: LocalizedText
    package let before: Verdict?
    package let after: Verdict?
    /// Rules that it passes now and failed before, by their places among `rules`.
    package var gained: [Int] = []
    /// Rules that it fails now and passed before.
    package var lost: [Int] = []
    /// What is missing now by rules that it fails as before.
    package var moved: [Moved] = []

    package init(
      id: String, name: String?, change: LocalizedText, before: Verdict?, after: Verdict?
    ) {
      self.id = id
      self.name = name
      self.change = change
      self.before = before
      self.after = after
    }
  }

  /// The heads of what is counted of each rule.
  static var columns: [LocalizedText] {
    [
      TerminalWords.passToFail, TerminalWords.failToPass, TerminalWords.toUnknown,
      TerminalWords.fromUnknown, TerminalWords.figures,
    ]
  }

  /// What the project is called.
  package var name: LocalizedText
  package var before: Run
  package var after: Run
  /// All runs in their order, where there are more than two.
  package var trend: [Run] = []
  package var rules: [Rule] = []
  /// Those that changed most in need first.
  package var parcels: [Parcel] = []
  /// Of every parcel of either run; metres of a plane that is good enough to draw in.
  package var geometry = GeometryColumn()
  package var verdictsBefore: [Verdict?] = []
  package var verdictsAfter: [Verdict?] = []
  package var isChanged: [Bool] = []
  /// What the later run supposes, where it has a scenario.
  package var supposed: [Scenario.Step] = []
  /// What went in differently.
  package var inputs: [String] = []

  package init(name: LocalizedText, before: Run, after: Run) {
    self.name = name
    self.before = before
    self.after = after
  }
}
