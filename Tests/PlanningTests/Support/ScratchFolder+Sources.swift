import Planning
import TestSupport
import Workers

extension ScratchFolder {
  /// Writes a file and names it as a source.
  func source(_ name: String, _ text: String) throws -> LayerSource {
    LayerSource(path: name, resolvedPath: try write(text, to: name))
  }
}

/// Loads a project with the vocabulary of the program.
func load(_ project: Project, workers: Int = 2) async throws -> City {
  try await CityLoader.load(
    project, vocabulary: .builtIn(), workers: Workers(count: workers))
}
