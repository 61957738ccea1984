import Foundation
import TestSupport
import Testing

@Suite("siting conformance")
struct ConformanceTests {
  /// A case that agrees if as many places are expected as there are.
  private func text(expecting places: Int, id: String = "one") -> String {
    """
    {"cases": [
      {"id": "\(id)", "group": "mine", "says": "2 places for 100 persons.",
       "packs": [{"rules": [{"check": "provision", "subject": "parcel", "at_least": 2,
         "supply": {"facility": ["childcare"], "measure": "places"}, "attribution": "on_site",
         "demand": {"measure": "population", "per": 100}, "unit": "places/100 persons"}]}],
       "parcels": [{"id": "A", "population": 100, "ring": [[115.6, 34.4], [115.601, 34.4],
         [115.601, 34.401], [115.6, 34.401], [115.6, 34.4]]}],
       "facilities": [{"id": "f", "kind": "childcare", "places": 2, "at": [115.6005, 34.4005]}],
       "expect": [{"on": "A", "measured": \(places), "facilities": ["f"]}]}
    ]}
    """
  }

  @Test("without a folder the program's own cases are run, and all that agree end with 0")
  func bundled() throws {
    let run = try Program.run("conformance", "--only", "operators")
    #expect(run.status == 0, "\(run.errors)")
    let lines = run.output.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
    #expect(lines[0] == ["group", "cases", "pass", "fail", "not", "run"])
    #expect(lines[1] == ["operators", "24", "24", "0", "0"])
    #expect(lines[2] == ["all", "24", "24", "0", "0"])
    #expect(run.errors.contains("ran 24 cases"))
  }

  @Test("what differs is printed in the reader's language, and ends with 1")
  func differs() throws {
    let scratch = try ScratchFolder()
    try scratch.write(text(expecting: 3), to: "mine.json")
    try scratch.write("no case", to: "notes.txt")
    let english = try Program.run("conformance", scratch.path, "--lang", "en")
    #expect(english.status == 1)
    #expect(
      english.output.contains(
        "FAIL mine/one: 2 places for 100 persons.\n    r on A: measured 2, expected 3.0\n"),
      "\(english.output)")
    let chinese = try Program.run("conformance", scratch.path, "--lang", "zh", "--quiet")
    #expect(chinese.status == 1 && chinese.errors.isEmpty)
    #expect(chinese.output.contains("不符 mine/one"), "\(chinese.output)")
    #expect(chinese.output.contains("measured 为 2，应为 3.0"), "\(chinese.output)")
  }

  @Test("JSON is all that stands on standard output, and the same each time")
  func json() throws {
    let scratch = try ScratchFolder()
    let file = try scratch.write(text(expecting: 3), to: "mine.json")
    let runs = try (0..<2).map { _ in try Program.run("conformance", file, "--json", "--quiet") }
    #expect(runs[0].output == runs[1].output && runs[0].errors.isEmpty && runs[0].status == 1)
    let whole = try #require(
      try JSONSerialization.jsonObject(with: Data(runs[0].output.utf8)) as? [String: Any])
    let one = try #require((whole["cases"] as? [[String: Any]])?.first)
    #expect(one["outcome"] as? String == "fail" && one["id"] as? String == "one")
    let difference = try #require((one["differences"] as? [[String: Any]])?.first)
    #expect(difference["field"] as? String == "measured" && difference["found"] as? String == "2")
  }

  @Test("the files of a case stay where they are asked for, ready to be checked")
  func keep() throws {
    let scratch = try ScratchFolder()
    try scratch.write(text(expecting: 2), to: "mine.json")
    let run = try Program.run(
      "conformance", scratch.path, "--keep", scratch.path("kept"), "--verbose")
    #expect(run.status == 0, "\(run.output)\(run.errors)")
    #expect(run.output.contains("pass mine/one"))
    #expect(try scratch.names(in: "kept/one/out").contains("report.html"))
    let again = try Program.run(
      "check", "project.yaml", "--out", "out",
      folder: scratch.url.appendingPathComponent("kept/one"))
    #expect(again.status == 0, "\(again.errors)")
  }

  @Test("what is no case file, or not there, is refused with its place and status")
  func refused() throws {
    let scratch = try ScratchFolder()
    try scratch.write("{\"cases\": [{\"id\": \"a\", \"grup\": \"g\"}]}", to: "bad.json")
    try scratch.write("x", to: "file")
    for (arguments, status, message) in [
      ([scratch.path("none")], Int32(66), "none: no such folder or file; check the path"),
      ([scratch.path], 65, "bad.json:1:24: unknown key 'grup' in the case; did you mean 'group'?"),
      ([scratch.path("bad.json")], 65, "the case has no 'group'"),
      (["--only", "no such group"], 64, "the groups are attributions, "),
      (["--only", "share", "--keep", scratch.path("file/x")], 73, "cannot be written"),
    ] {
      let run = try Program.run(["conformance"] + arguments)
      #expect(run.status == status, "\(arguments): \(run.errors)")
      #expect(run.errors.contains(message), "\(run.errors)")
      #expect(run.output.isEmpty)
    }
    try FileManager.default.createDirectory(
      atPath: scratch.path("empty"), withIntermediateDirectories: false)
    let run = try Program.run("conformance", scratch.path("empty"))
    #expect(run.status == 66 && run.errors.contains("holds no case files"), "\(run.errors)")
  }
}
