/// Chinese words of a project file for values that have a word of ours: a bureau's file needs no English but
/// its keys.
enum ProjectWords {
  private static let words: [String: [String: String]] = [
    "scope": [
      "完整": "complete", "全部": "complete", "全域": "complete", "全市": "complete", "部分": "partial",
      "局部": "partial", "不完整": "partial",
    ],
    "attribution": [
      "自建自用": "on_site", "本小区": "on_site", "公平分配": "fair", "公平": "fair", "统筹": "pooled",
      "合并计算": "pooled", "范围内": "in_reach", "可达即计": "in_reach",
    ],
    "distances": ["地面": "ground", "地面距离": "ground", "平面": "plane", "平面距离": "plane"],
    "status": [
      "新建": "new", "规划": "new", "已建": "existing", "建成": "existing", "既有": "existing",
      "现状": "existing",
    ],
  ]

  /// Our word for what stands at a key.
  static func ours(_ word: String, at key: String) -> String { words[key]?[word] ?? word }
}
