import Documents
import GeoData
import Rules
import Testing

@Suite("Packs that come with the program")
struct BuiltInPackTests {
  @Test("every pack passes the linter")
  func lint() throws {
    let library = try PackLibrary()
    #expect(library.builtInIDs.count >= 5)
    for id in library.builtInIDs {
      do {
        let pack = try library.pack(id)
        #expect(pack.id == id)
        #expect(!pack.rules.isEmpty)
      } catch let faults as DocumentFaults {
        Issue.record("\(faults)")
      }
    }
  }

  @Test("every catalogue entry is a rule or has its reason, and core entries are rules")
  func catalogue() throws {
    let library = try PackLibrary()
    let root = try DocumentNode(
      yaml: GeoData.text("rules/catalogue-ids.yaml"), file: "catalogue-ids.yaml")
    guard case .sequence(let entries) = root.content else {
      Issue.record("not a list")
      return
    }
    #expect(entries.count == 302)
    let packs = try library.builtInIDs.map { try library.pack($0) }
    let computed = Set(packs.flatMap(\.rules).flatMap(\.accountsFor))
    let left = Set(packs.flatMap(\.notComputed).map(\.id))
    let known = Set(entries.compactMap { $0["id"]?.scalar })
    let core = Set(
      entries.filter { $0["priority"]?.scalar == "core" }.compactMap { $0["id"]?.scalar })
    #expect(known.subtracting(computed).subtracting(left).sorted() == [])
    #expect(computed.intersection(left).sorted() == [])
    #expect(core.subtracting(computed).sorted() == [])
    // The catalogue is of five documents; other packs show what else the language says.
    let catalogued = Set(known.map { $0.prefix { $0 != "/" } })
    let uncatalogued = left.subtracting(known).filter { id in
      catalogued.contains(id.prefix { $0 != "/" })
    }
    #expect(uncatalogued.sorted() == [])
    let documents = packs.filter { catalogued.contains($0.id[...]) }.flatMap(\.rules)
    #expect(catalogued.count == 5)
    #expect(Set(documents.flatMap(\.accountsFor)).subtracting(known).sorted() == [])
  }
}
