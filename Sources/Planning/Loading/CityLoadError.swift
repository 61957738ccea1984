public import Documents

/// Why a city cannot be loaded: what is wrong with whole files, all at once.
public struct CityLoadError: Error, Sendable, Hashable, CustomStringConvertible {
  /// What is wrong with one file.
  public struct Fault: Sendable, Hashable, CustomStringConvertible {
    /// Path as the user gave it; `nil`: the project as a whole.
    public let file: String?
    /// What is wrong and the way out.
    public let text: FaultText
    /// Whether the file is not there.
    public let isMissingFile: Bool

    init(file: String?, message: FaultText, isMissingFile: Bool = false) {
      self.file = file
      text = message
      self.isMissingFile = isMissingFile
    }

    /// What is wrong and the way out, in English.
    public var message: String { text.description }

    /// `parcels.csv: no CRS …`
    public var description: String { located(message) }

    /// What is said of the fault, with its file in front.
    public func located(_ message: String) -> String {
      // What a reader of files says names the file itself, with the line.
      guard let file, ![":", "：", " "].contains(where: { message.hasPrefix(file + $0) })
      else { return message }
      return "\(file): \(message)"
    }
  }

  /// At least one.
  public let faults: [Fault]

  /// One line a fault.
  public var description: String { faults.map(\.description).joined(separator: "\n") }

  init(_ faults: [Fault]) { self.faults = faults }

  /// With something else that is wrong, told by others.
  ///
  /// - Parameter faults: Each names its file.
  public func adding(_ others: [String]) -> CityLoadError {
    CityLoadError(faults + others.map { Fault(file: nil, message: FaultText(verbatim: $0)) })
  }

  init(_ file: String?, _ message: FaultText) { faults = [Fault(file: file, message: message)] }
}
