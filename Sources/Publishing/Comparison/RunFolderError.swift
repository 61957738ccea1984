public import Documents

/// Why a folder cannot be compared as the result of a batch.
public enum RunFolderError: Error, Hashable, Sendable, CustomStringConvertible {
  /// There is no such folder.
  case notFound(path: String)
  /// A file has the name.
  case notAFolder(path: String)
  /// The system refused.
  case unreadable(path: String)
  /// A folder of somebody else's, or an empty one.
  case noManifest(path: String)
  /// The manifest is not ours, or damaged.
  case foreignManifest(path: String, reason: String)
  /// A later version wrote it.
  case laterSchema(path: String, schema: Int)
  /// Not the result of a batch, but of comparing two.
  case comparison(path: String)
  /// The batch was told not to write the file.
  case notWritten(path: String, file: String)
  /// Rows that do not fail were left out.
  case onlyFailing(path: String)
  /// The manifest lists a file that is gone.
  case missing(path: String, file: String)
  /// The file is not as long as the manifest says.
  case altered(path: String, file: String, byteCount: Int, expected: Int)
  /// A row that no batch writes.
  case badRow(file: String, line: Int, message: String)

  /// A parcel has findings and is not in the layer.
  case foreignParcel(path: String, id: String)

  /// Whether something is not where it was said to be, rather than wrong.
  public var isMissing: Bool {
    switch self {
    case .notFound, .notAFolder, .unreadable, .missing: true
    default: false
    }
  }

  /// What is wrong, where, and the way out.
  public var description: String { text.description }

  /// The same, to be said in another language.
  public var text: FaultText {
    switch self {
    case .notFound(let path):
      "\(path): no such folder; check the path"
    case .notAFolder(let path):
      "\(path): is a file; name the folder that 'siting check --out' wrote"
    case .unreadable(let path):
      "\(path): cannot be read; check the permissions"
    case .noManifest(let path):
      "\(path): holds no \(OutputFolder.mark), so it is no result of siting; name a folder that"
        + " 'siting check --out' wrote"
    case .foreignManifest(let path, let reason):
      "\(path): \(reason), so its folder is no result of siting; name a folder that"
        + " 'siting check --out' wrote, or write it again"
    case .laterSchema(let path, let schema):
      "\(path): has schema \(schema), which a later version wrote and this one does not read;"
        + " compare with that version"
    case .comparison(let path):
      "\(path): is a comparison of two results; name the results themselves"
    case .notWritten(let path, let file):
      "\(path): was written without \(file); run 'siting check' again with \(file) among its"
        + " --outputs"
    case .onlyFailing(let path):
      "\(path): holds only what fails, so what is not in it may pass or not be known; run"
        + " 'siting check' again without --only-failing"
    case .missing(let path, let file):
      "\(path)/\(file): no such file, though the manifest lists it; copy the whole folder, or run"
        + " 'siting check' again"
    case .altered(let path, let file, let byteCount, let expected):
      "\(path)/\(file): has \(byteCount) bytes instead of the \(expected) in the manifest; it was"
        + " cut off or edited, so copy the folder again, or run 'siting check' again"
    case .badRow(let file, let line, let message):
      "\(file):\(line): \(message); the file was damaged or edited, run 'siting check' again"
    case .foreignParcel(let path, let id):
      "\(path): \(FindingsOutput.fileName) has the parcel \(id), \(ParcelsOutput.fileName) has not;"
        + " the files are of different runs, run 'siting check' again"
    }
  }
}
