internal import Compliance
internal import Geodesy
internal import Planning
internal import Rules

extension Report {
  /// The files, documents and programs that every figure comes from.
  func sources() -> Markup {
    table(
      "hashes", caption: say("Input files", "输入文件"),
      head: [.text(say("File", "文件")), .text("SHA-256")]
    ) {
      for (input, hash) in zip(city.inputs, edition.inputHashes) {
        tag("tr") {
          tag("th", ["scope": "row"]) { input.path }
          tag("td") { tag("code") { hash } }
        }
      }
    }
      + table(
        "hashes", caption: say("Rule packs", "规则包"),
        head: [
          .text(say("Pack", "规则包")), .text(say("Document", "文件")), .text("SHA-256"),
        ]
      ) {
        for pack in result.packs + edition.inheritedPacks {
          tag("tr") {
            tag("th", ["scope": "row"]) { pack.id }
            tag("td") { pack.document.number ?? say(pack.title) }
            tag("td") { tag("code") { edition.hash(of: pack) } }
          }
        }
      }
      + tag("p", ["class": "small"]) {
        say(
          "Made by siting \(edition.engineVersion) with ",
          "由 siting \(edition.engineVersion) 生成，所用程序库：")
        Edition.libraries.map { "\($0.name) \($0.version)" }.joined(separator: say(", ", "、"))
        say(". Working CRS: ", "。工作坐标系：") + city.workingCRS.description
        say(
          ". The same inputs, packs and language give the same page; manifest.json has all details.",
          "。相同的输入、规则包与语言生成相同的页面，详见 manifest.json。")
      }
  }
}
