internal import Compliance
internal import Foundation
internal import GeoFiles

/// The subjects of one kind in a run, numbered in the order in which they turn up.
struct SubjectNumbers: Sendable {
  /// `parcel`, `facility`, or the level of a unit.
  let kind: String
  /// By number.
  fileprivate var ids = TextColumn()
  /// By number: the verdict as a whole, for those that a layer states it of.
  private(set) var overall: [Verdict?] = []
  private var numbers: [String: Int32] = [:]

  init(kind: String) { self.kind = kind }

  var count: Int { ids.count }

  /// The id of a number.
  func id(_ number: Int) -> String { ids[number] ?? "" }

  /// Adds a subject of a layer; `false` if it is there already.
  mutating func append(_ id: String, overall verdict: Verdict?) -> Bool {
    guard numbers.updateValue(Int32(count), forKey: id) == nil else { return false }
    ids.append(id)
    overall.append(verdict)
    return true
  }

  /// The number of an id, which is given one if it is new.
  ///
  /// - Parameter guess: The number that it most likely has: rules list subjects in one order.
  mutating func number(of id: Span<UInt8>, guess: Int) -> Int {
    if guess < count, Self.isEqual(ids, guess, id) { return guess }
    let text = id.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    if let number = numbers[text] { return Int(number) }
    let number = count
    _ = append(text, overall: nil)
    return number
  }

  private static func isEqual(_ ids: TextColumn, _ number: Int, _ id: Span<UInt8>) -> Bool {
    let start = ids.offsets[number]
    guard ids.offsets[number + 1] - start == id.count else { return false }
    return id.withUnsafeBufferPointer { id in
      guard let target = id.baseAddress else { return true }
      return ids.bytes.withUnsafeBufferPointer { bytes in
        bytes.baseAddress.map { memcmp($0 + start, target, id.count) == 0 } ?? true
      }
    }
  }

  /// All numbers, by id.
  var sorted: [Int32] {
    let numbers = (0..<count).map { Int32($0) }
    let isSorted = zip(numbers, numbers.dropFirst()).allSatisfy {
      Self.precedes(ids, at: $0, ids, at: $1)
    }
    return isSorted ? numbers : numbers.sorted { Self.precedes(ids, at: $0, ids, at: $1) }
  }

  /// The order of layers: by code point.
  fileprivate static func precedes(
    _ a: TextColumn, at first: Int32, _ b: TextColumn, at second: Int32
  ) -> Bool {
    a.utf8(of: Int(first)).lexicographicallyPrecedes(b.utf8(of: Int(second)))
  }
}

/// The subjects of one kind in two runs side by side, by id.
struct SubjectPairs: Sendable {
  let kind: String
  /// By pair: the number in the earlier run; -1: the later one alone has it.
  private(set) var before: [Int32] = []
  /// By pair: the number in the later run; -1: the earlier one alone has it.
  private(set) var after: [Int32] = []

  var count: Int { before.count }

  init(kind: String, _ earlier: SubjectNumbers?, _ later: SubjectNumbers?) {
    self.kind = kind
    let left = earlier?.sorted ?? []
    let right = later?.sorted ?? []
    let leftIDs = earlier?.ids ?? TextColumn()
    let rightIDs = later?.ids ?? TextColumn()
    var i = 0
    var j = 0
    while i < left.count || j < right.count {
      let takesLeft =
        j == right.count
        || i < left.count && !SubjectNumbers.precedes(rightIDs, at: right[j], leftIDs, at: left[i])
      let takesRight =
        i == left.count
        || j < right.count && !SubjectNumbers.precedes(leftIDs, at: left[i], rightIDs, at: right[j])
      before.append(takesLeft ? left[i] : -1)
      after.append(takesRight ? right[j] : -1)
      if takesLeft { i += 1 }
      if takesRight { j += 1 }
    }
  }
}
