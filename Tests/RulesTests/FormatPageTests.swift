import Documents
import GeoData
import PackSupport
import Testing

/// What the pages show can be copied into a pack.
@Suite("The examples of the format's pages")
struct FormatPageTests {
  private static func page(_ name: String) throws -> String {
    try GeoData.text("rules/\(name).md")
  }

  /// The blocks of a page that are YAML.
  private static func blocks() throws -> [String] {
    try page("FORMAT").split(separator: "```yaml\n").dropFirst().compactMap {
      $0.split(separator: "\n```").first.map(String.init)
    }
  }

  private static let head = """
    schema: 1
    id: test
    title: T
    document: {number: null, issuer: I, issued: 2025-01-01, status: issued}
    rules:

    """

  /// Rules that examples refer to.
  private static let others = [
    "check: coverage\nsubject: parcel\nfacility: [nursery]\nwithin: {walk: 5 min}\nat_least: 95\n"
      + "unit: percent\nid: nursery-circle",
    "check: presence\nsubject: parcel\nfacility: [elder_service_room]\nat_least: 1\nunit: count\n"
      + "id: elder-floor-area-new",
  ]

  private static func faults(_ rule: String) -> [String] {
    let rules = ([rule + (rule.contains("\nid:") ? "" : "\nid: r")] + others).map { rule in
      let more = ["clause: 一", "says: S", "means: elder-circle", "force: binding"]
      let lines = rule.split(separator: "\n").map(String.init) + more
      return "  - " + lines.joined(separator: "\n    ")
    }
    return TestPacks.faults(head + rules.joined(separator: "\n")).map(\.description)
  }

  private static let presence =
    "check: presence\nsubject: parcel\nfacility: [nursery]\nat_least: 1\nunit: count\n"

  /// A rule around what an example shows of one; `nil`: it is one, or a pack.
  private static func rule(around part: String) -> String? {
    let provision =
      "check: provision\nsubject: parcel\nsupply: {facility: [nursery], measure: floor_area}\n"
    let key = part.prefix { $0 != ":" && $0 != "," }
    return switch key {
    case "when", "where": presence + part
    case "at_least" where part.contains("by:"):
      provision + "demand: {measure: households}\nunit: m2/household\n" + part
    case "at_least": provision + "demand: {measure: population}\nunit: m2/person\n" + part
    case "counting": "check: presence\nsubject: city\nat_least: 100\nunit: percent\n" + part
    case "has": "check: size\nsubject: facility\nkinds: [nursery]\nunit: none\n" + part
    default: nil
    }
  }

  /// The unit of a sum that an example shows.
  private static func unit(of sum: String) -> String {
    if sum.contains("beds") { return "beds" }
    return sum.contains("population") ? "persons" : sum.contains("statistic") ? "none" : "count"
  }

  /// An example in parts that stand for themselves.
  private static func parts(_ block: String) -> [String] {
    let lines = block.split(separator: "\n").map(String.init)
    let isList = lines.allSatisfy {
      ["when:", "where:", "{"].contains(where: $0.hasPrefix)
    }
    return isList ? lines : block.split(separator: "\n---\n").map(String.init)
  }

  @Test("each lints clean")
  func clean() throws {
    var count = 0
    for part in try Self.blocks().flatMap(Self.parts) where !part.contains("extends:") {
      let found: [String]
      if part.hasPrefix("schema:") {
        found = TestPacks.faults(part).map(\.description)
      } else if part.hasPrefix("{") {
        let sum =
          "check: total\nsubject: city\nsum: \(part)\nat_least: 1\nunit: \(Self.unit(of: part))"
        found = Self.faults(sum)
      } else {
        found = Self.faults(Self.rule(around: part) ?? part)
      }
      #expect(found == [], "\(part)")
      count += 1
    }
    #expect(count > 25)
  }

  @Test("so do the groups of kinds that stand within lines", arguments: ["FORMAT", "CLAUSES"])
  func groups(page: String) throws {
    let shown = try Self.page(page).matches(of: /`(at_least_of: \{[^`…]*\})`/).map { "\($0.1)" }
    #expect(!shown.isEmpty)
    for groups in shown {
      let rule = "check: presence\nsubject: parcel\nunit: count\n\(groups)"
      #expect(Self.faults(rule) == [], "\(groups)")
    }
  }
}
