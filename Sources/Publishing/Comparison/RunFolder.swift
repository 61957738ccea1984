internal import Foundation
internal import Rules

/// A folder that a batch wrote, known by its manifest.
struct RunFolder: Sendable {
  /// A file that went into the batch.
  struct Input: Sendable, Hashable {
    let role: String
    let file: String
    let sha256: String
  }

  /// As the user gave it.
  let path: String
  let manifest: JSONValue
  /// SHA-256 of the manifest itself.
  let manifestHash: String

  /// Reads the manifest, and makes sure that what it lists and a comparison reads is there whole.
  init(_ path: String) throws(RunFolderError) {
    self.path = path
    let mark = "\(path)/\(OutputFolder.mark)"
    let bytes = try Self.manifestBytes(path, mark)
    manifestHash = SHA256Digest.hexadecimal(SHA256Digest.of(bytes))
    guard let manifest = try? JSONDecoder().decode(JSONValue.self, from: Data(bytes)) else {
      throw .foreignManifest(path: mark, reason: "is not JSON")
    }
    guard manifest["engine"]?["name"]?.text == "siting", let schema = manifest["schema"]?.integer
    else { throw .foreignManifest(path: mark, reason: "is not a manifest of siting") }
    guard schema == 1 else { throw .laterSchema(path: mark, schema: schema) }
    if manifest["comparison"] != nil { throw .comparison(path: path) }
    guard manifest["counts"]?["findings"] != nil, manifest["inputs"] != nil else {
      throw .foreignManifest(path: mark, reason: "is not a manifest of 'siting check'")
    }
    self.manifest = manifest
    if case .flag(true)? = manifest["only_failing"] { throw .onlyFailing(path: path) }
    for file in [FindingsOutput.fileName, ParcelsOutput.fileName] {
      guard lists(file) else { throw .notWritten(path: path, file: file) }
      try checkLength(of: file)
    }
    for file in [FacilitiesOutput.fileName, UnitsOutput.fileName] where lists(file) {
      try checkLength(of: file)
    }
  }

  private static func manifestBytes(
    _ path: String, _ mark: String
  ) throws(RunFolderError) -> [UInt8] {
    let manager = FileManager.default
    var isFolder: ObjCBool = false
    guard manager.fileExists(atPath: path, isDirectory: &isFolder) else {
      throw .notFound(path: path)
    }
    guard isFolder.boolValue else { throw .notAFolder(path: path) }
    guard manager.fileExists(atPath: mark) else { throw .noManifest(path: path) }
    guard let data = manager.contents(atPath: mark) else { throw .unreadable(path: mark) }
    return Array(data)
  }

  /// Whether the batch wrote a file, compressed or not.
  func lists(_ file: String) -> Bool { written(file) != nil }

  /// Its name as the batch wrote it.
  private func written(_ file: String) -> String? {
    [file, file + ".gz"].first { manifest["outputs"]?[$0] != nil }
  }

  /// A file of the folder, compressed or not.
  func path(of file: String) -> String {
    let file = written(file) ?? file
    return path.hasSuffix("/") ? path + file : "\(path)/\(file)"
  }

  private func checkLength(of name: String) throws(RunFolderError) {
    let file = written(name) ?? name
    var status = stat()
    guard stat(self.path(of: file), &status) == 0 else { throw .missing(path: path, file: file) }
    guard let expected = manifest["outputs"]?[file]?["bytes"]?.integer else { return }
    guard Int(status.st_size) == expected else {
      throw .altered(
        path: path, file: file, byteCount: Int(status.st_size), expected: expected)
    }
  }

  var engineVersion: String { manifest["engine"]?["version"]?.text ?? "" }
  var asOf: String? { manifest["project"]?["as_of"]?.text }

  var inputs: [Input] {
    (manifest["inputs"]?.items ?? []).map {
      Input(
        role: $0["role"]?.text ?? "", file: $0["file"]?.text ?? "",
        sha256: $0["sha256"]?.text ?? "")
    }
  }

  /// SHA-256 by id: the packs asked for and those that they inherit from.
  var packHashes: [String: String] {
    let packs = (manifest["packs"]?.items ?? []) + (manifest["inherited_packs"]?.items ?? [])
    return Dictionary(packs.map { ($0["id"]?.text ?? "", $0["sha256"]?.text ?? "") }) { first, _ in
      first
    }
  }

  /// The rules that were judged, in the order of the packs, also those without a subject.
  var rules: [RuleKey] {
    var known: Set<RuleKey> = []
    return (manifest["counts"]?["findings"]?.items ?? []).compactMap { counts in
      let key = RuleKey(pack: counts["pack"]?.text ?? "", rule: counts["rule"]?.text ?? "")
      return known.insert(key).inserted ? key : nil
    }
  }

  /// The columns that parcels had their names in, file by file.
  var parcelNameColumns: [String] {
    (manifest["inputs"]?.items ?? []).filter { $0["role"]?.text == "parcels" }
      .compactMap { $0["fields"]?["name"]?.text }
  }

  /// What the batch was told and computed with, one text a setting: `assumptions.detour: 1.3`.
  var settings: [String: String] {
    var settings: [String: String] = [:]
    for (name, value) in manifest["project"]?.members ?? [:] where name != "note" {
      Self.flatten(value, name, into: &settings)
    }
    if let crs = manifest["working_crs"] { Self.flatten(crs, "working_crs", into: &settings) }
    settings["engine"] = engineVersion
    for (library, version) in manifest["engine"]?["libraries"]?.members ?? [:] {
      Self.flatten(version, "engine.\(library)", into: &settings)
    }
    return settings
  }

  private static func flatten(
    _ value: JSONValue, _ name: String, into settings: inout [String: String]
  ) {
    switch value {
    case .null: break
    case .flag(let flag): settings[name] = "\(flag)"
    case .integer(let number): settings[name] = "\(number)"
    case .amount(let amount): settings[name] = "\(amount)"
    case .text(let text): settings[name] = text
    case .list(let items):
      for (place, item) in items.enumerated() {
        // By what it is about, so that one that is added in front moves no other.
        let label = item["subject"]?.text ?? "\(place)"
        flatten(item["figures"] ?? item, "\(name).\(label)", into: &settings)
      }
    case .object(let members):
      for (member, value) in members { flatten(value, "\(name).\(member)", into: &settings) }
    }
  }
}
