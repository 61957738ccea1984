/// Memory for the values of one search after the other, for one worker: it grows, and is given back at
/// its end.
///
/// An array asks at every change whether it is shared. A search that keeps a few values for each of many
/// places would spend a good part of its time so.
struct Scratch<Element: BitwiseCopyable>: ~Copyable {
  private var memory: UnsafeMutablePointer<Element>
  private var capacity = 16
  private(set) var count = 0

  init() { memory = .allocate(capacity: capacity) }

  deinit { memory.deallocate() }

  @inline(__always)
  var isEmpty: Bool { count == 0 }

  @inline(__always)
  var indices: Range<Int> { 0..<count }

  @inline(__always)
  subscript(index: Int) -> Element {
    assert(index >= 0 && index < count, "beyond the end")
    return memory[index]
  }

  /// Until the next change.
  @inline(__always)
  var values: UnsafeMutableBufferPointer<Element> {
    UnsafeMutableBufferPointer(start: memory, count: count)
  }

  @inline(__always)
  mutating func append(_ element: Element) {
    if count == capacity { grow() }
    memory[count] = element
    count += 1
  }

  @inline(never)
  private mutating func grow() {
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: 2 * capacity)
    larger.update(from: memory, count: count)
    memory.deallocate()
    memory = larger
    capacity *= 2
  }

  @inline(__always)
  mutating func removeAll() { count = 0 }

  @inline(__always)
  mutating func removeAll(where isNeedless: (Element) -> Bool) {
    var kept = 0
    for index in 0..<count where !isNeedless(memory[index]) {
      if kept < index { memory[kept] = memory[index] }
      kept += 1
    }
    count = kept
  }

  /// Sorts a few by insertion, which is all that most searches have.
  @inline(__always)
  mutating func sort(by isBefore: (Element, Element) -> Bool) {
    if count > 16 {
      var values = values
      return values.sort(by: isBefore)
    }
    for index in 0..<count {
      let element = memory[index]
      var place = index
      while place > 0, isBefore(element, memory[place - 1]) {
        memory[place] = memory[place - 1]
        place -= 1
      }
      memory[place] = element
    }
  }
}
