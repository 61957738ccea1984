/// Why a city cannot be loaded: what is wrong with whole files, all at once.
public struct CityLoadError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with one file.
  public struct Fault: Sendable, Hashable, CustomStringConvertible {
    /// Path as the user gave it; `nil`: the project as a whole.
    public let file: String?
    /// What is wrong and the way out.
    public let message: String
    /// Whether the file is not there.
    public let isMissingFile: Bool

    init(file: String?, message: String, isMissingFile: Bool = false) {
      self.file = file
      self.message = message
      self.isMissingFile = isMissingFile
    }

    /// `parcels.csv: no CRS …`
    public var description: String {
      // What a reader of files says names the file itself, with the line.
      guard let file, !message.hasPrefix("\(file):"), !message.hasPrefix("\(file) ") else {
        return message
      }
      return "\(file): \(message)"
    }
  }

  /// At least one.
  public let faults: [Fault]

  /// One line a fault.
  public var description: String { faults.map(\.description).joined(separator: "\n") }

  init(_ faults: [Fault]) { self.faults = faults }

  init(_ file: String?, _ message: String) { faults = [Fault(file: file, message: message)] }
}
