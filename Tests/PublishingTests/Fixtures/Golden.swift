import TestSupport

@testable import Pages
@testable import Publishing

extension Golden {
  static let publishing = Golden(of: "PublishingTests")

  /// Compares without what depends on the machine's libraries, and the hashes that depend on that.
  static func compareWithoutVersions(_ text: String, with name: String) throws {
    var text = text
    for library in Imprint.libraries { text = text.replacing(library.version, with: "0.0.0") }
    try publishing.compare(
      text.replacing(/"sha256": "[0-9a-f]{64}"/, with: "\"sha256\": \"…\"")
        .replacing(/"bytes": [0-9]+/, with: "\"bytes\": 0"), with: name)
  }
}
