internal import Compliance
internal import Geodesy
internal import Planning
internal import Rules

extension Report {
  /// The files, documents and programs that every figure comes from.
  func sources() -> Markup {
    inputTable() + packTable()
      + tag("p", ["class": "small"]) {
        say(
          "Made by siting \(imprint.engineVersion) with ",
          "由 siting \(imprint.engineVersion) 生成，所用程序库：")
        librariesText
        say(". Working CRS: ", "。工作坐标系：") + city.workingCRS.description
        say(
          ". The same inputs, packs and language give the same page; manifest.json has all details.",
          "。相同的输入、规则包与语言生成相同的页面，详见 manifest.json。")
      }
  }
}
