/// What went into two runs differently, as far as their manifests say.
public struct RunDifferences: Sendable, Hashable {
  /// An input file; by what it holds, not by its name.
  public struct Input: Sendable, Hashable {
    /// Such as `parcels`.
    public let role: String
    /// Its name in the earlier run; `nil`: there was none.
    public let fileBefore: String?
    /// Its name in the later run.
    public let fileAfter: String?
    /// SHA-256 in hexadecimal.
    public let hashBefore: String?
    /// The same of the later run.
    public let hashAfter: String?
  }

  /// A rule pack whose file changed, or that one run alone has.
  public struct Pack: Sendable, Hashable {
    /// Its id.
    public let id: String
    /// SHA-256 in hexadecimal; `nil`: the earlier run does not have it.
    public let hashBefore: String?
    /// The same of the later run.
    public let hashAfter: String?
  }

  /// The day, the engine, an assumption, a declared figure …
  public struct Setting: Sendable, Hashable {
    /// As in the manifest, such as `assumptions.detour`.
    public let name: String
    /// `nil`: not set.
    public let before: String?
    /// `nil`: not set.
    public let after: String?
  }

  /// By role and name.
  public let inputs: [Input]
  /// By id.
  public let packs: [Pack]
  /// By name.
  public let settings: [Setting]

  /// Whether there are none.
  public var isEmpty: Bool { inputs.isEmpty && packs.isEmpty && settings.isEmpty }

  init(_ before: RunFolder, _ after: RunFolder) {
    inputs = Self.inputs(before.inputs, after.inputs)
    packs = Self.joined(before.packHashes, after.packHashes).map {
      Pack(id: $0.name, hashBefore: $0.before, hashAfter: $0.after)
    }
    // What is not stated is what holds then: no change.
    let earlier = before.settings.merging(Self.defaults) { own, _ in own }
    let later = after.settings.merging(Self.defaults) { own, _ in own }
    settings = Self.joined(earlier, later).map {
      Setting(name: $0.name, before: $0.before, after: $0.after)
    }
  }

  /// What holds where a project, or a manifest of an earlier version, says nothing.
  private static let defaults = [
    "planned": "false", "scope": "partial", "distances": "ground", "assumptions.detour": "1.3",
  ]

  /// The entries that differ, by name.
  private static func joined(
    _ before: [String: String], _ after: [String: String]
  ) -> [(name: String, before: String?, after: String?)] {
    Set(before.keys).union(after.keys).sorted().filter { before[$0] != after[$0] }
      .map { ($0, before[$0], after[$0]) }
  }

  private static func inputs(_ before: [RunFolder.Input], _ after: [RunFolder.Input]) -> [Input] {
    var earlier = before
    var later: [RunFolder.Input] = []
    // The same content under another name is no difference.
    for input in after {
      let same = earlier.firstIndex { $0.role == input.role && $0.sha256 == input.sha256 }
      if let same { earlier.remove(at: same) } else { later.append(input) }
    }
    func isAlone(_ role: String, in inputs: [RunFolder.Input]) -> Bool {
      inputs.count { $0.role == role } == 1
    }
    var result: [Input] = []
    for input in later {
      let sameName = earlier.firstIndex { $0.role == input.role && $0.file == input.file }
      let onlyOne =
        isAlone(input.role, in: earlier) && isAlone(input.role, in: later)
        ? earlier.firstIndex { $0.role == input.role } : nil
      let old = (sameName ?? onlyOne).map { earlier.remove(at: $0) }
      result.append(
        Input(
          role: input.role, fileBefore: old?.file, fileAfter: input.file,
          hashBefore: old?.sha256, hashAfter: input.sha256))
    }
    result += earlier.map {
      Input(
        role: $0.role, fileBefore: $0.file, fileAfter: nil, hashBefore: $0.sha256, hashAfter: nil)
    }
    return result.sorted {
      ($0.role, $0.fileAfter ?? "", $0.fileBefore ?? "")
        < ($1.role, $1.fileAfter ?? "", $1.fileBefore ?? "")
    }
  }
}
