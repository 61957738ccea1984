internal import Documents

/// Reads a pack and all packs above it, each file once, and collects what is wrong with any of them.
struct PackReading {
  private let library: PackLibrary
  private let known: [String]
  /// By identity; `nil` where a file has faults, which are told once.
  private var packs: [String: RulePack?] = [:]
  /// The files that are being read, from the one asked for to the one at hand.
  private var chain: [PackFile] = []
  /// In the order in which the files were opened.
  private var files: [String] = []
  private var faults: [DocumentFault] = []

  init(_ library: PackLibrary) {
    self.library = library
    known = library.builtInIDs
  }

  /// - Throws: `DocumentFaults` with those of all files, or why the file itself cannot be read.
  static func read(_ file: PackFile, _ library: PackLibrary) throws -> RulePack {
    var reading = PackReading(library)
    let pack = try reading.pack(file)
    let files = reading.files
    func rank(_ fault: DocumentFault) -> Int { files.firstIndex(of: fault.file) ?? files.count }
    guard reading.faults.isEmpty, let pack else {
      throw DocumentFaults(reading.faults.sorted { rank($0) < rank($1) })
    }
    return pack
  }

  /// `nil` where it, or one above it, has faults.
  private mutating func pack(_ file: PackFile) throws -> RulePack? {
    if let pack = packs[file.identity] { return pack }
    let text = try file.text()
    files.append(file.name)
    chain.append(file)
    defer { chain.removeLast() }
    let pack = try pack(file, text)
    packs[file.identity] = .some(pack)
    return pack
  }

  private mutating func pack(_ file: PackFile, _ text: String) throws -> RulePack? {
    do {
      let root = try DocumentNode(yaml: text, file: file.name)
      var parents: [RulePack] = []
      var isWhole = true
      var named = Set<String>()
      for entry in Self.entries(of: root) {
        if let name = entry.scalar, !named.insert(name).inserted {
          report(entry, in: file, "'\(name)' is listed twice")
        }
        if let parent = try parent(entry, of: file) {
          parents.append(parent)
        } else {
          isWhole = false
        }
      }
      let pack = try RulePack(
        root, yaml: text, file: file.name, vocabulary: library.vocabulary, topics: library.topics,
        parents: parents, lacksParents: !isWhole)
      return isWhole ? pack : nil
    } catch let error as DocumentFaults {
      faults += error.faults
      return nil
    }
  }

  /// The pack of an entry of `extends`; what is wrong with the entry is told at its place.
  private mutating func parent(_ entry: DocumentNode, of file: PackFile) throws -> RulePack? {
    guard let name = entry.scalar else { return nil }
    do {
      let parent = try file.parent(name, known: known)
      if let start = chain.firstIndex(where: { $0.identity == parent.identity }) {
        let circle = (chain[start...] + [parent]).map(\.name).joined(separator: " → ")
        report(entry, in: file, "rule packs extend each other in a circle: \(circle)")
        return nil
      }
      return try pack(parent)
    } catch let error as PackError {
      report(entry, in: file, error.text)
      return nil
    }
  }

  private mutating func report(_ node: DocumentNode, in file: PackFile, _ text: FaultText) {
    faults.append(
      DocumentFault(file: file.name, line: node.line, column: node.column, text: text))
  }

  /// One name, or a list of them; what is neither is told when the pack is read.
  private static func entries(of root: DocumentNode) -> [DocumentNode] {
    guard let node = root["extends"] else { return [] }
    if case .sequence(let entries) = node.content { return entries }
    return node.scalar == nil ? [] : [node]
  }
}
