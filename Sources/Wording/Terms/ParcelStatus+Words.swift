public import Documents
public import Planning

extension ParcelStatus {
  /// What a reader calls it.
  public var words: LocalizedText {
    switch self {
    case .new: LocalizedText(en: "new", zh: "新建")
    case .existing: LocalizedText(en: "existing", zh: "既有")
    }
  }
}
