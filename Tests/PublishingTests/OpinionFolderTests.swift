import Documents
import Foundation
import GeoFiles
import TestSupport
import Testing

@testable import Pages
@testable import Publishing

@Suite("The folder of an opinion")
struct OpinionFolderTests {
  @Test("the same bytes whatever the number of workers", arguments: SmallReview.Case.allCases)
  func workers(kind: SmallReview.Case) async throws {
    let scratch = try ScratchFolder()
    let review = try SmallReview.make(kind)
    let one = try await OpinionPublication.publish(
      review, to: "\(scratch.path)/one", options: SmallReview.options())
    let two = try await OpinionPublication.publish(
      review, to: "\(scratch.path)/two", options: SmallReview.options(workers: 2))
    #expect(one == two)
    #expect(one.notes.isEmpty)
  }

  @Test("holds what there is to say, and a later one replaces it")
  func files() async throws {
    let scratch = try ScratchFolder()
    let out = "\(scratch.path)/out"
    let all = try await OpinionPublication.publish(
      try SmallReview.make(.fails), to: out, options: SmallReview.options())
    #expect(
      all.files.map(\.name) == [
        "opinion.html", "opinion.docx", "opinion.json", "plan_parcels.geojson", "plan_parcels.qml",
        "plan_facilities.geojson", "plan_facilities.qml", "plan_effects.geojson",
        "plan_effects.qml", "plan_remedy.geojson", "plan_remedy.qml", "manifest.json",
      ])
    _ = try await OpinionPublication.publish(
      try SmallReview.make(.passes), to: out, options: SmallReview.options())
    #expect(try !scratch.names(in: "out").contains("plan_remedy.geojson"))
    #expect(try scratch.names() == ["out"])
  }

  /// Stops in the middle of its file.
  private enum FailingOutput: WritableOutput {
    static let fileName = "failing.txt"
    static let title = LocalizedText(en: "fails", zh: "失败")

    static func write(_ edition: OpinionEdition, _ press: Press, to path: String) async throws {
      var file = try OutputFile(creating: path)
      try file.write(Array("half".utf8))
      throw PublishingError.diskFull(path: path)
    }
  }

  @Test("a failure in the middle leaves the old folder as it was, and nothing else")
  func failureInTheMiddle() async throws {
    let scratch = try ScratchFolder()
    let out = "\(scratch.path)/out"
    let review = try SmallReview.make(.passes)
    _ = try await OpinionPublication.publish(review, to: out, options: SmallReview.options())
    let before = try scratch.text("out/manifest.json")
    var options = SmallReview.options(.zh)
    options.outputs.insert(FailingOutput.fileName)
    let error = await #expect(throws: PublishingError.self) {
      try await OpinionPublication.publish(
        review, to: out, options: options,
        from: Array(OpinionRegistry.writable.dropLast())
          + [FailingOutput.self, OpinionManifestOutput.self])
    }
    #expect(error == .diskFull(path: "\(out)/failing.txt"))
    #expect(try scratch.names() == ["out"])
    #expect(try scratch.text("out/manifest.json") == before)
  }

  /// Cannot be made here.
  private enum OmittingOutput: WritableOutput {
    static let fileName = OpinionPDFOutput.fileName
    static let title = LocalizedText(en: "omits", zh: "略")
    static let reason = LocalizedText(en: "no browser", zh: "没有浏览器")

    static func write(_ edition: OpinionEdition, _ press: Press, to path: String) async throws {
      throw OmittedOutput(reason: reason)
    }
  }

  @Test("what cannot be printed is a note, and the rest is there")
  func omission() async throws {
    let scratch = try ScratchFolder()
    let options = OpinionPublication.Options(
      language: .en, engineVersion: "0.0.0-test", pdf: true)
    #expect(options.outputs.contains("opinion.pdf"))
    let published = try await OpinionPublication.publish(
      try SmallReview.make(.passes), to: "\(scratch.path)/out", options: options,
      from: OpinionRegistry.writable.map {
        $0.fileName == OmittingOutput.fileName ? OmittingOutput.self : $0
      })
    #expect(published.notes == [OmittingOutput.reason])
    #expect(try scratch.names(in: "out") == published.files.map(\.name).sorted())
    #expect(!published.files.map(\.name).contains("opinion.pdf"))
  }

  @Test("a folder of somebody else's, and one that cannot be made, are errors")
  func badFolders() async throws {
    let scratch = try ScratchFolder()
    try scratch.write("mine", to: "notes.txt")
    let review = try SmallReview.make(.passes)
    for path in [scratch.path, "\(scratch.path)/notes.txt", "\(scratch.path)/a/b"] {
      await #expect(throws: PublishingError.self) {
        try await OpinionPublication.publish(review, to: path, options: SmallReview.options())
      }
    }
    var options = SmallReview.options()
    options.outputs = ["opinion.doc"]
    await #expect(throws: PublishingError.self) {
      try await OpinionPublication.publish(review, to: "\(scratch.path)/out", options: options)
    }
    #expect(try scratch.names() == ["notes.txt"])
  }

  /// A program that stands in for a browser.
  private func browser(_ script: String, in scratch: ScratchFolder) throws -> Browser {
    let path = "\(scratch.path)/browser"
    try scratch.write("#!/bin/sh\n\(script)\n", to: "browser")
    chmod(path, 0o755)
    return try #require(Browser.find(in: [Browser.variable: path]))
  }

  @Test("prints through a browser")
  func prints() async throws {
    let scratch = try ScratchFolder()
    let browser = try browser(
      """
      for argument; do
        case "$argument" in --print-to-pdf=*) printf '%%PDF-1.7' > "${argument#*=}";; esac
      done
      """, in: scratch)
    try await browser.print("<p>", to: "\(scratch.path)/page.pdf")
    #expect(try scratch.text("page.pdf") == "%PDF-1.7")
  }

  @Test("a browser that fails leaves nothing", arguments: ["exit 3", "true"])
  func failingBrowser(script: String) async throws {
    let scratch = try ScratchFolder()
    let browser = try browser(script, in: scratch)
    await #expect(throws: Browser.Failure.self) {
      try await browser.print("<p>", to: "\(scratch.path)/page.pdf")
    }
    #expect(try scratch.names() == ["browser"])
  }

  @Test("a browser is found by its name or by the environment, or not at all")
  func finding() throws {
    let scratch = try ScratchFolder()
    try scratch.write("", to: "google-chrome")
    chmod("\(scratch.path)/google-chrome", 0o755)
    #expect(
      Browser.find(in: ["PATH": "/nowhere:\(scratch.path)"])?.executable
        == "\(scratch.path)/google-chrome")
    #expect(Browser.find(in: ["PATH": "/nowhere"]) == nil)
    #expect(Browser.find(in: [Browser.variable: "/nowhere/browser", "PATH": scratch.path]) == nil)
  }
}
