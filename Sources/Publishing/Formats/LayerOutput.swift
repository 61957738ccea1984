internal import Pages

/// An output that is a layer: in each format that is asked for a file of its own, or a layer of a file of several.
protocol LayerOutput: ResultOutput {
  /// What it is called in a file of several, and what its files are called.
  static var layerName: String { get }
  /// How it is drawn.
  static var look: LayerStyle.Look { get }

  static func layer(of edition: Edition, _ press: Press) async throws -> EditionLayer

  /// The rows that are left where only those are wanted with which something is wrong; `nil`: all.
  static func failingRows(of edition: Edition) -> [Int]?
}

extension LayerOutput {
  static func failingRows(of edition: Edition) -> [Int]? { nil }

  static func printings(_ writing: ResultWriting) -> [Printing<Edition>] {
    writing.printings(ofLayer: self)
  }
}

/// An output of a run.
protocol ResultOutput: PublishedOutput {
  /// What is printed of it, given what was asked for.
  static func printings(_ writing: ResultWriting) -> [Printing<Edition>]
}

extension WritableOutput where Content == Edition, Self: ResultOutput {
  static func printings(_ writing: ResultWriting) -> [Printing<Edition>] {
    writing.wants(file: fileName) ? [printing] : []
  }
}
