internal import Documents
public import Foundation
public import GeoData

/// Why a pack could not be used.
public enum PackError: Error, Hashable, Sendable, CustomStringConvertible {
  /// Neither a built-in pack nor a file.
  case notFound(String, suggestion: String?, known: [String])
  /// A pack inherits from itself.
  case circular([String])
  /// The file cannot be read.
  case unreadable(path: String, message: String)

  /// What is wrong and the way out.
  public var description: String {
    switch self {
    case .notFound(let id, let suggestion, let known):
      "no rule pack '\(id)'"
        + (suggestion.map { "; did you mean '\($0)'?" } ?? ".")
        + " Built-in packs: \(known.joined(separator: ", ")). A path to a .yaml file works too."
    case .circular(let chain):
      "rule packs extend each other in a circle: \(chain.joined(separator: " → "))"
    case .unreadable(let path, let message):
      "\(path): \(message)"
    }
  }
}

/// The built-in packs, and packs in files.
public struct PackLibrary: Sendable {
  /// The facility kinds that rules may name.
  public let vocabulary: FacilityKinds
  /// What rules may be about.
  public let topics: Topics

  /// - Throws: Faults in the vocabularies that come with the program.
  public init() throws {
    vocabulary = try FacilityKinds.builtIn()
    topics = try Topics.builtIn()
  }

  /// Ids of the packs that come with the program, sorted.
  public var builtInIDs: [String] {
    let folder = GeoData.folder.appendingPathComponent("rules/packs")
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    return names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(5)) }.sorted()
  }

  /// Reads a pack by built-in id or path, with the rules that it inherits.
  ///
  /// An own rule replaces the inherited ones of the same topic and subject.
  public func pack(_ name: String, relativeTo folder: URL? = nil) throws -> RulePack {
    try pack(name, relativeTo: folder, chain: [])
  }

  private func pack(_ name: String, relativeTo folder: URL?, chain: [String]) throws -> RulePack {
    guard !chain.contains(name) else { throw PackError.circular(chain + [name]) }
    let pack = try read(name, relativeTo: folder)
    guard !pack.extends.isEmpty else { return pack }
    var inherited: [Rule] = []
    var reach: [String: Reach] = [:]
    var parameters: [String: PackParameter] = [:]
    for parent in pack.extends {
      let parent = try self.pack(parent, relativeTo: folder, chain: chain + [name])
      inherited += parent.rules
      reach.merge(parent.defaultReach) { _, later in later }
      parameters.merge(parent.parameters) { _, later in later }
    }
    return pack.inheriting(inherited, reach: reach, parameters: parameters)
  }

  private func read(_ name: String, relativeTo folder: URL?) throws -> RulePack {
    let known = builtInIDs
    let isPath = name.hasSuffix(".yaml") || name.hasSuffix(".yml") || name.contains("/")
    if !isPath {
      guard known.contains(name) else {
        throw PackError.notFound(
          name, suggestion: Spelling.nearest(to: name, among: known), known: known)
      }
      let file = "\(name).yaml"
      return try RulePack(
        yaml: GeoData.text("rules/packs/\(file)"), file: file, vocabulary: vocabulary,
        topics: topics)
    }
    let url =
      folder.map { URL(fileURLWithPath: name, relativeTo: $0) } ?? URL(fileURLWithPath: name)
    guard FileManager.default.fileExists(atPath: url.path) else {
      throw PackError.notFound(name, suggestion: nil, known: known)
    }
    guard let data = try? Data(contentsOf: url), let text = String(data: data, encoding: .utf8)
    else {
      throw PackError.unreadable(path: name, message: "cannot be read as UTF-8 text")
    }
    return try RulePack(yaml: text, file: name, vocabulary: vocabulary, topics: topics)
  }
}

extension RulePack {
  /// This pack with further rules, but for those that it says something else about.
  func inheriting(
    _ inherited: [Rule], reach: [String: Reach],
    parameters inheritedParameters: [String: PackParameter]
  ) -> RulePack {
    let own = Set(rules.map { "\($0.means) \($0.subject.rawValue)" })
    let ids = Set(rules.map(\.id))
    let kept = inherited.filter {
      !own.contains("\($0.means) \($0.subject.rawValue)") && !ids.contains($0.id)
    }
    return RulePack(
      copying: self, rules: rules + kept,
      defaultReach: reach.merging(defaultReach) { _, own in own },
      parameters: inheritedParameters.merging(parameters) { _, own in own })
  }

  private init(
    copying pack: RulePack, rules: [Rule], defaultReach: [String: Reach],
    parameters: [String: PackParameter]
  ) {
    id = pack.id
    title = pack.title
    document = pack.document
    extends = pack.extends
    self.parameters = parameters
    self.defaultReach = defaultReach
    self.rules = rules
    notComputed = pack.notComputed
    file = pack.file
    source = pack.source
  }
}
