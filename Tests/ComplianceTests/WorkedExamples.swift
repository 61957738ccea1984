import Compliance
import Planar
import Planning
import Quantities
import Rules
import Testing

/// What the worked examples share: all five documents are applied to each.
struct WorkedExamples {
  private let everyPack = [
    "shangqiu-2022", "xuchang-2023", "liaoning-2022", "yinzhou-2023", "mengzi-2023",
  ]

  func check(_ city: SmallCity) async throws -> ComplianceResult {
    try await city.check(everyPack.map { try SmallCity.library.pack($0) })
  }

  /// Verdict, and the shortfall where one is meant.
  func expect(
    _ result: ComplianceResult, _ rule: String, _ subject: String? = nil, _ verdict: Verdict,
    missing: String? = nil, _ place: SourceLocation = #_sourceLocation
  ) {
    guard let found = result.found(rule, subject) else {
      Issue.record("no finding of \(rule) for \(subject ?? "its subject")", sourceLocation: place)
      return
    }
    #expect(found.verdict == verdict, "\(rule): \(found.reason)", sourceLocation: place)
    if let missing {
      #expect(found.shortfall?.description == missing, "\(rule)", sourceLocation: place)
    }
  }

  func statistics(_ level: String, _ figures: [String: String]) -> DeclaredStatistics {
    DeclaredStatistics(
      subject: .territory(level), figures: figures.compactMapValues { Amount(exactly: $0) })
  }

  /// The names under which a rule takes its declared figures.
  func declared(_ name: String) -> (have: String, of: String) {
    let parts = name.split(separator: "/").map(String.init)
    let rule = try? SmallCity.library.pack(parts[0]).rule(parts[1])
    let declared = (rule?.check as? Presence)?.declared
    return (declared?.have ?? "?", declared?.of ?? "?")
  }
}
