/// Flat memory without checks, for the innermost loops of a search: its owner allocates it once, and frees it.
///
/// A search reads and writes a few of these millions of times a second at places that it computed itself; through
/// arrays of a class every write asks whether the array is shared.
struct Column<Element: BitwiseCopyable> {
  let base: UnsafeMutablePointer<Element>
  let count: Int

  init(repeating value: Element, count: Int) {
    base = .allocate(capacity: max(1, count))
    base.initialize(repeating: value, count: count)
    self.count = count
  }

  init(_ values: [Element]) {
    base = .allocate(capacity: max(1, values.count))
    for (index, value) in values.enumerated() { (base + index).initialize(to: value) }
    count = values.count
  }

  @inline(__always)
  subscript(_ index: Int) -> Element {
    get {
      assert(index >= 0 && index < count)
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < count)
      base[index] = newValue
    }
  }

  @inline(__always)
  subscript(_ index: Int32) -> Element {
    get { self[Int(index)] }
    nonmutating set { self[Int(index)] = newValue }
  }

  var array: [Element] { Array(UnsafeBufferPointer(start: base, count: count)) }

  func fill(_ value: Element) { base.update(repeating: value, count: count) }

  func copy(from other: Column) {
    assert(count == other.count)
    base.update(from: other.base, count: count)
  }

  func replace(_ values: [Element]) {
    assert(values.count == count)
    for (index, value) in values.enumerated() { base[index] = value }
  }

  func free() { base.deallocate() }
}
