import TestSupport
import Testing

@testable import Conformance

@Suite("The files of a case")
struct CaseFolderTests {
  private func folder(_ members: String) throws -> ScratchFolder {
    let text =
      "{\"cases\": [{\"id\": \"a\", \"group\": \"g\", \"says\": \"s\", \"findings\": 1, \(members)}]}"
    let suite = try ConformanceSuite(texts: [("c.json", text)])
    let scratch = try ScratchFolder()
    _ = try CaseFolder(#require(suite.cases.first).inputs, at: scratch.path)
    return scratch
  }

  @Test("a pack is filled in, and null takes back what is filled in")
  func pack() throws {
    let scratch = try folder(
      """
      "packs": [{"rules": [{"check": "size", "at_least": 4.50, "force": null, "note": null}]},
                {"id": "p-base", "status": "x"}, "gb50180-2018"]
      """)
    let pack = try scratch.text("pack.yaml")
    #expect(pack.contains("\n  - id: r\n    clause: \"1\"\n"), "\(pack)")
    #expect(pack.contains("\n    means: childcare-size\n    check: \"size\"\n    at_least: 4.50\n"))
    #expect(!pack.contains("force"))
    #expect(pack.contains("note: null"))
    #expect(try scratch.text("p-base.yaml").contains("\nid: \"p-base\"\n"))
    let project = try scratch.text("project.yaml")
    #expect(project.contains("packs: [\"pack.yaml\", \"gb50180-2018\"]\n"), "\(project)")
  }

  @Test("what a project says of a layer goes over what is filled in, and null takes a key out")
  func project() throws {
    let scratch = try folder(
      """
      "parcels": [], "units": {"street": [], "community": []},
      "project": {"as_of": null, "scope": "complete",
        "layers": {"parcels": {"crs": "GCJ-02"}, "network": {"file": "n.geojson"}}}
      """)
    let project = try scratch.text("project.yaml")
    #expect(!project.contains("as_of"))
    #expect(project.contains("scope: \"complete\"\n"))
    #expect(
      project.contains(
        """
        layers: {"parcels": {"file": "parcels.geojson", "crs": "GCJ-02"}, "units": [{"file": \
        "street.geojson", "level": "street"}, {"file": "community.geojson", "level": "community"}], \
        "network": {"file": "n.geojson"}}
        """), "\(project)")
  }

  @Test("rows keep their digits, words and order, wherever they are")
  func layers() throws {
    let scratch = try folder(
      """
      "parcels": [{"id": "A", "n": 1.50, "yes": true, "no": null, "w": "10", "at": [115.650, 34]},
        {"id": "B", "parts": [[[[1, 2]]]]}, {"id": "C"}, {"ring": [[1, 2]], "id": "D"},
        {"geometry": {"type": "Point"}, "id": "E"}],
      "files": {"f.csv": ["a,b", "1,2"], "g.txt": "x"}
      """)
    let layer = try scratch.text("parcels.geojson")
    for text in [
      "{\"id\": \"A\", \"n\": 1.50, \"yes\": true, \"no\": null, \"w\": \"10\"}",
      "{\"type\": \"Point\", \"coordinates\": [115.650, 34]}",
      "{\"type\": \"MultiPolygon\", \"coordinates\": [[[[1, 2]]]]}",
      "\"properties\": {\"id\": \"C\"}, \"geometry\": null",
      "{\"type\": \"Polygon\", \"coordinates\": [[[1, 2]]]}",
      "\"geometry\": {\"type\": \"Point\"}",
    ] { #expect(layer.contains(text), "\(layer)") }
    #expect(try scratch.text("f.csv") == "a,b\n1,2\n")
    #expect(try scratch.text("g.txt") == "x")
  }
}
