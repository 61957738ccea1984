import Compliance
import Documents
import Foundation
import Planning
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
    let result: ComplianceResult
    if let path = environment["PROJECT"] {
      let vocabulary = try Vocabulary.builtIn()
      let project = try ProjectFile.read(path, vocabulary: vocabulary)
      let city = try await CityLoader.load(
        project, vocabulary: vocabulary, workers: Workers(count: 2))
      result = try await ComplianceEngine(
        city: city, packs: try project.packs.map { try library.pack($0) },
        vocabulary: vocabulary.kinds, workers: Workers(count: 2)
      ).run()
    } else {
      let packs = try ["shangqiu-2022", "gb50180-2018"].map { try library.pack($0) }
      var grid = GridCity(side: Int(environment["SIDE"] ?? "") ?? 20)
      let city = try grid.make()
      var findings = MadeUpFindings()
      result = findings.make(for: city, packs: packs)
    }
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
