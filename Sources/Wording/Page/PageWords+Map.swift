package import Documents

extension PageWords {
  package static let north = LocalizedText(en: "N", zh: "北")
}
