internal import Rules

/// The facilities that a rule counts: those that surely count, and those that may, because a value
/// that its filter reads is missing. Rows ascend.
struct FacilitySelection: Sendable, Hashable {
  let certain: [Int32]
  let possible: [Int32]

  /// Both, ascending.
  var all: [Int32] { possible.isEmpty ? certain : (certain + possible).sorted() }
}

/// What a selection depends on.
struct SelectionKey: Hashable {
  let kinds: [String]
  let filter: Condition
}
