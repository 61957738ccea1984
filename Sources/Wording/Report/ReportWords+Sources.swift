package import Documents

extension ReportWords {
  package static let samePage = LocalizedText(
    en: ". The same inputs, packs and language give the same page; manifest.json has all details.",
    zh: "。相同的输入、规则包与语言生成相同的页面，详见 manifest.json。")
}
