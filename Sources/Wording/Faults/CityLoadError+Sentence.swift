public import Documents
public import Planning

extension CityLoadError {
  /// One line a fault, in a language; what has no Chinese yet stays English.
  public func sentences(_ language: Language) -> String {
    faults.map { $0.located($0.text.said(in: language)) }.joined(separator: "\n")
  }
}
