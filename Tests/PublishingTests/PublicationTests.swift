import Documents
import Foundation
import Rules
import Testing
import Workers

@testable import Publishing

@Suite("A publication")
struct PublicationTests {
  @Test("preview", .enabled(if: ProcessInfo.processInfo.environment["PREVIEW"] != nil))
  func preview() async throws {
    let environment = ProcessInfo.processInfo.environment
    let library = try PackLibrary()
    let packs = try ["shangqiu-2022", "gb50180-2018"].map { try library.pack($0) }
    var grid = GridCity(side: Int(environment["SIDE"] ?? "") ?? 20)
    let city = try grid.make()
    var findings = MadeUpFindings()
    let result = findings.make(for: city, packs: packs)
    for language in Language.allCases {
      let start = ContinuousClock.now
      let files = try await Publication.publish(
        result, to: "\(environment["PREVIEW"] ?? "")/\(language.rawValue)",
        options: Publication.Options(
          language: language, workers: Workers(count: 2), engineVersion: "0.1.0"))
      print(ContinuousClock.now - start, files)
    }
  }
}
