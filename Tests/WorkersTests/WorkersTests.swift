import Testing
import Workers

@Suite("Workers")
struct WorkersTests {
  @Test(
    "ranges cover all items once, in order, whatever the number of workers",
    arguments: [1, 2, 3, 7, 64], [0, 1, 2, 5, 100, 1_001])
  func covers(count: Int, items: Int) async throws {
    for grain in [1, 3, Int.max] {
      let ranges = try await Workers(count: count).map(items, grain: grain) { $0 }
      #expect(ranges.flatMap { Array($0) } == Array(0..<items))
      #expect(ranges.allSatisfy { !$0.isEmpty && $0.count <= grain })
    }
  }

  @Test("an error of one share is the error of all")
  func throwsOn() async {
    struct Broken: Error {}
    await #expect(throws: Broken.self) {
      try await Workers(count: 3).map(100, grain: 10) { range in
        if range.contains(55) { throw Broken() }
      }
    }
  }

  @Test("results are handed over in order, whoever is slow, and few wait", arguments: [1, 2, 5])
  func inOrder(count: Int) async throws {
    for items in [0, 1, 7, 100] {
      var taken: [Int] = []
      try await Workers(count: count).inOrder(items, grain: 3) { range in
        // The first shares take longest.
        var sum = 0
        for step in 0..<(items - range.lowerBound) * 500 { sum &+= step }
        return range.map { $0 + (sum == -1 ? 1 : 0) }
      } _: { range, rows in
        #expect(rows == Array(range))
        taken += rows
      }
      #expect(taken == Array(0..<items))
    }
    await #expect(throws: CancellationError.self) {
      try await Workers(count: count).inOrder(100, grain: 3) { range in
        if range.contains(50) { throw CancellationError() }
      } _: { _, _ in
      }
    }
  }

  @Test("items are worked on once each, at most as many at a time as there are workers")
  func sideBySide() async throws {
    for count in [1, 2, 5] {
      let running = Running()
      let results = await Workers(count: count).sideBySide(Array(0..<40)) { item in
        await running.enter()
        for _ in 0..<(40 - item) % 7 { await Task.yield() }
        await running.leave()
        return item * item
      }
      #expect(results == (0..<40).map { $0 * $0 })
      #expect(await running.most <= count)
    }
    #expect(await Workers(count: 3).sideBySide([Int]()) { $0 } == [])
  }

  private actor Running {
    private var now = 0
    private(set) var most = 0

    func enter() {
      now += 1
      most = max(most, now)
    }

    func leave() { now -= 1 }
  }
}
