import Optimizing
import Testing

@Suite("Objectives")
struct ObjectiveRegistryTests {
  @Test("each has a name of its own, a source and a formula")
  func entries() {
    let entries = ObjectiveRegistry.all.map { $0.entry }
    #expect(Set(entries.map(\.id)).count == entries.count)
    #expect(entries.allSatisfy { !$0.name.isEmpty && !$0.formula.isEmpty })
    #expect(entries.allSatisfy { $0.source.contains { $0.isNumber } })
  }
}
