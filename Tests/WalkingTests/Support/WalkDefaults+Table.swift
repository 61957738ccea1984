@testable import Walking

extension WalkDefaults {
  /// The table that comes with the program.
  static let table: WalkDefaults = {
    do {
      return try .builtIn()
    } catch {
      fatalError("streets.yaml: \(error)")
    }
  }()
}

extension Walkability {
  /// By the table that comes with the program.
  init?(ofWay tags: [String: String]) { self.init(ofWay: tags, defaults: .table) }
}
