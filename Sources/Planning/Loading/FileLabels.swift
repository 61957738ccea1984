internal import Foundation

extension SourceRows {
  /// Tells rows of different files apart that have the same id: within a file an id names one row,
  /// between files it need not. Such a row is called by its file and its id, `homes:1`, in all files
  /// that have the id, whatever their order.
  mutating func tellApart(_ ids: inout [String?]) {
    guard files.count > 1 else { return }
    var fileOfID: [String: Int] = [:]
    var shared: Set<String> = []
    for file in files.indices {
      for row in starts[file]..<starts[file + 1] {
        guard let id = ids[row] else { continue }
        let first = fileOfID[id] ?? file
        if first != file { shared.insert(id) }
        fileOfID[id] = first
      }
    }
    guard !shared.isEmpty else { return }
    let labels = fileLabels
    for file in files.indices {
      for row in starts[file]..<starts[file + 1] {
        guard let id = ids[row], shared.contains(id) else { continue }
        let name = "\(labels[file]):\(id)"
        records.note(row, .idOfSeveralFiles(id, name: name))
        ids[row] = name
      }
    }
  }

  /// A short name for each file: its own without the ending; where several have that, its path as
  /// given, with the layer in it if one is stated; where that is the same, too, with a number.
  private var fileLabels: [String] {
    let stems = files.map {
      URL(fileURLWithPath: $0.source.path).deletingPathExtension().lastPathComponent
    }
    let paths = files.map { file in
      file.source.path + (file.source.layer.map { "/\($0)" } ?? "")
    }
    return files.indices.map { file in
      if stems.count(where: { $0 == stems[file] }) == 1 { return stems[file] }
      guard paths.count(where: { $0 == paths[file] }) > 1 else { return paths[file] }
      return "\(paths[file])#\(paths[...file].count { $0 == paths[file] })"
    }
  }
}
