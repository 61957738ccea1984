extension [Double] {
  /// The value that half of the others are not above, by partition: to sort them takes ten times
  /// as long. None may be NaN; `nil` where there are none.
  var median: Double? {
    if isEmpty { return nil }
    var values = self
    let middle = values.count / 2
    var low = 0
    var high = values.count - 1
    while low < high {
      let pivot = values[low + (high - low) / 2]
      var left = low
      var right = high
      while left <= right {
        while values[left] < pivot { left += 1 }
        while values[right] > pivot { right -= 1 }
        guard left <= right else { break }
        values.swapAt(left, right)
        left += 1
        right -= 1
      }
      if middle <= right {
        high = right
      } else if middle >= left {
        low = left
      } else {
        break
      }
    }
    return values[middle]
  }
}
