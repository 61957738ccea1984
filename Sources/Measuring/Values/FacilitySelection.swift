package import Rules

/// Which facilities a rule counts: those of some kinds that meet a condition.
package struct FacilityChoice: Hashable, Sendable {
  /// Ids of kinds; their descendants count too.
  package let kinds: [String]
  /// Which of them.
  package let filter: Condition

  package init(_ kinds: [String], _ filter: Condition = .always) {
    self.kinds = kinds
    self.filter = filter
  }
}

/// The facilities that a rule counts: those that surely count, and those that may, because a value
/// that its filter reads is missing. Rows ascend.
package struct FacilitySelection: Sendable, Hashable {
  package let certain: [Int32]
  package let possible: [Int32]

  /// Both, ascending.
  package var all: [Int32] { possible.isEmpty ? certain : (certain + possible).sorted() }
}
