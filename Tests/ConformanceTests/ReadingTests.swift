import Documents
import TestSupport
import Testing

@testable import Conformance

@Suite("Case files are read strictly")
struct ReadingTests {
  private static let head = "\"id\": \"a\", \"group\": \"g\", \"says\": \"s\""

  private func faults(_ text: String) -> String {
    do throws(DocumentFaults) {
      _ = try ConformanceSuite(texts: [("c.json", text)])
      return ""
    } catch {
      return error.description
    }
  }

  @Test(
    "what is no case is refused at its place",
    arguments: [
      ("", "c.json:1:1: the file is empty"),
      ("[]", "c.json:1:1: the case file must be a mapping"),
      ("{\"case\": []}", "c.json:1:2: unknown key 'case' in the case file; did you mean 'cases'?"),
      ("{\"cases\": []}", "there are no cases"),
      ("{\"cases\": [{]}", "not valid YAML"),
      ("{\"cases\": [\n3]}", "c.json:2:1: the case must be a mapping"),
      ("{\"cases\": [{\"id\": \"a\", \"says\": \"s\"}]}", "the case has no 'group'"),
    ])
  func files(text: String, fault: String) {
    #expect(faults(text).contains(fault), "\(faults(text))")
  }

  @Test(
    "each key is known or refused, and each expectation can fail",
    arguments: [
      (
        "\"findings\": 1, \"parcel\": []",
        "unknown key 'parcel' in the case; did you mean 'parcels'?"
      ),
      ("\"parcels\": []", "case 'a' expects nothing"),
      ("\"expect\": []", "case 'a' expects nothing"),
      ("\"expect\": [{\"verdikt\": \"pass\"}]", "unknown key 'verdikt' in a finding"),
      ("\"expect\": [{\"verdict\": \"passs\"}]", "unknown verdict 'passs'; did you mean 'pass'?"),
      ("\"expect\": [{\"measured\": \"3\"}]", "measured must be a number"),
      ("\"expect\": [{\"measured\": [3]}]", "measured must be a number"),
      ("\"expect\": [{\"verdict\": \"pass\", \"within\": 1}]", "no figure is stated"),
      ("\"expect\": [{\"verdict\": \"absent\", \"measured\": 1}]", "'measured' is never looked at"),
      ("\"expect\": [{\"reason\": \"(\"}]", "is no regular expression"),
      ("\"expect\": [{\"reason\": \"\"}]", "reason must not be empty"),
      ("\"exit\": 65, \"expect\": [{\"verdict\": \"pass\"}]", "'expect' is never looked at"),
      ("\"exit\": 65, \"findings\": 0", "'findings' is never looked at"),
      ("\"exit\": \"soon\"", "exit must be a whole number"),
      ("\"overall\": {\"A\": \"good\"}", "unknown verdict 'good'"),
      ("\"groups\": [{\"parcel\": \"A\"}]", "unknown key 'parcel' in a shortage group"),
      ("\"findings\": 1, \"files\": {\"../x\": \"\"}", "must be the name of a file, not '../x'"),
      ("\"findings\": 1, \"packs\": [{\"id\": \"a/b\"}]", "must be the name of a file"),
      (
        "\"findings\": 1, \"parcels\": [{\"at\": [1, 2], \"ring\": []}]",
        "a row is in one place; it has 'at' and 'ring'"
      ),
      ("\"findings\": 1, \"findings\": 2", "key given twice"),
      ("\"findings\": 1, \"layers\": {\"parcels\": {\"A\": {\"x\": {}}}}", "x must be a number"),
    ])
  func cases(members: String, fault: String) {
    let text = faults("{\"cases\": [{\(Self.head), \(members)}]}")
    #expect(text.contains(fault), "\(text)")
    #expect(text.contains("c.json:1:"))
  }

  @Test("all faults of all files are told at once, and an id is used once in all of them")
  func several() throws {
    let one = "{\"cases\": [{\(Self.head), \"findings\": 1}]}"
    let texts = [("a.json", one), ("b.json", one), ("c.json", "{\"cases\": 1}")]
    let faults = #expect(throws: DocumentFaults.self) { try ConformanceSuite(texts: texts) }
    #expect(faults?.faults.count == 2)
    #expect(faults?.description.contains("b.json:1:12: the id 'a' is used twice") == true)
  }

  @Test("an id that is no name of a folder is refused", arguments: ["a/b", ".hidden", "..", ""])
  func ids(id: String) {
    let text = faults("{\"cases\": [{\"id\": \"\(id)\", \"group\": \"g\", \"says\": \"s\"}]}")
    let fault = id.isEmpty ? "id must not be empty" : "the id of a case must be the name of a file"
    #expect(text.contains(fault), "\(text)")
  }
}
