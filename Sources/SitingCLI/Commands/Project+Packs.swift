import ArgumentParser
import Documents
import Foundation
import Planning
import Rules

extension Project {
  /// The rule packs that the project names, in their order.
  ///
  /// - Parameter stated: Names from the command line: their paths are not relative to the project.
  /// - Throws: Every fault of every pack at once.
  func rulePacks(stated: [String]) throws -> [RulePack] {
    let library = try PackLibrary()
    let folder = path.map { URL(fileURLWithPath: $0).deletingLastPathComponent() }
    guard !packs.isEmpty else {
      throw usageError(
        "no rule pack is named; use --pack or 'packs:' in the project."
          + " Built-in packs: \(library.builtInIDs.joined(separator: ", "))")
    }
    var faults: [DocumentFault] = []
    var result: [RulePack] = []
    for name in packs {
      do {
        result.append(try library.pack(name, relativeTo: stated.contains(name) ? nil : folder))
      } catch let error as DocumentFaults {
        faults += error.faults
      }
    }
    if !faults.isEmpty { throw DocumentFaults(faults) }
    for (index, pack) in result.enumerated()
    where result[..<index].contains(where: { $0.id == pack.id }) {
      throw usageError("rule pack '\(pack.id)' is named twice; name each pack once")
    }
    try Self.checkIDs(of: result)
    return try OwnTarget.apply(
      targets.map { OwnTarget($0.name, $0.amount, decimals: $0.decimals) }, to: result)
  }

  /// The words that its data is read with: those that come with the program, and those of its packs.
  ///
  /// - Parameter isChecked: Whether the project's own file is read again with these words.
  /// - Throws: Where packs disagree about a word, or the project's own file names a kind that none of
  ///   them has.
  func vocabulary(of packs: [RulePack], isChecked: Bool = true) throws -> Vocabulary {
    var vocabulary = try Vocabulary.builtIn()
    vocabulary.kinds = try .known(to: packs)
    vocabulary.aliases = vocabulary.aliases.adding(
      levels: try PlanningLevels.known(to: packs).words)
    if isChecked, let path { _ = try ProjectFile.read(path, vocabulary: vocabulary) }
    return vocabulary
  }

  /// Documents are known by the ids of their packs, those that are inherited from too.
  private static func checkIDs(of packs: [RulePack]) throws {
    var known: [String: RulePack] = [:]
    for pack in packs + packs.flatMap(\.ancestors) {
      let other = known.updateValue(pack, forKey: pack.id)
      if let other, other.source != pack.source {
        throw usageError(
          "\(other.file) and \(pack.file) both have the id '\(pack.id)'; give each its own")
      }
    }
  }
}
