import Foundation
import Testing
import Wording

@testable import SitingCLI

/// Help in Chinese: nothing that a command says of itself is left in English.
@Suite("Help in words")
struct HelpWordsTests {
  private static func texts(_ command: HelpPage.Command) -> [String] {
    let own =
      [command.abstract, command.discussion].compactMap { $0 }
      + (command.arguments ?? []).filter { $0.shouldDisplay ?? true }
      .flatMap { [$0.abstract, $0.sectionTitle].compactMap { $0 } }
    return own + (command.subcommands ?? []).filter { $0.commandName != "help" }.flatMap(texts)
  }

  @Test("every abstract, discussion and option is in Chinese, too, and nothing else is")
  func complete() throws {
    let texts = Set(Self.texts(try HelpPage.root())).filter { !$0.isEmpty }
    let missing = texts.filter { HelpWords.chinese[$0] == nil }
    #expect(missing.sorted() == [])
    let left = Set(HelpWords.chinese.keys).subtracting(texts)
    #expect(left.sorted() == [])
  }

  @Test("help is asked for in any of the ways there are")
  func asked() throws {
    let whole = try #require(HelpPage.asked(by: ["--help"]))
    #expect(whole.contains("子命令：") && whole.contains("review"))
    #expect(HelpPage.asked(by: []) == whole && HelpPage.asked(by: ["help"]) == whole)
    let review = try #require(HelpPage.asked(by: ["review", "--help"]))
    #expect(review.contains("--duty <duty>") && review.contains("用法：siting review"))
    #expect(HelpPage.asked(by: ["help", "rules", "show"])?.contains("siting rules show") == true)
    #expect(HelpPage.asked(by: ["review", "plan.geojson"]) == nil)
    for line in review.split(separator: "\n") where !line.hasPrefix("  siting") {
      #expect(TextTable.width(String(line)) <= 82, "\(line)")
    }
  }

  @Test("wrong usage is told in Chinese")
  func usage() {
    for (english, chinese) in [
      ("Error: Unknown option '--outt'. Did you mean '--out'?", "错误：没有选项“--outt”；是否应为“--out”？"),
      ("Error: Missing expected argument '<before>'", "错误：缺少参数“<before>”"),
      ("Error: Missing value for '--out <out>'", "错误：选项“--out <out>”缺少值"),
      (
        "Error: The value 'fr' is invalid for '--lang <lang>'. Please provide one of 'zh' and 'en'.",
        "错误：“fr”不能作为“--lang <lang>”的值；应为：zh、en"
      ),
      ("Error: 2 unexpected arguments: 'a', 'b'", "错误：多余的参数：a, b"),
      ("  See 'siting check --help' for more information.", "  详见：siting check --help"),
    ] { #expect(UsagePage.chinese(english) == chinese) }
  }
}
