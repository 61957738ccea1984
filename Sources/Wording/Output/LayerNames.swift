package import Documents

/// What readers call the layers of a result, and the project that has them together.
package enum LayerNames {
  package static let parcels = LocalizedText(en: "Parcels", zh: "居住小区")
  package static let facilities = LocalizedText(en: "Facilities", zh: "服务设施")
  package static let units = LocalizedText(en: "Administrative units", zh: "行政单元")
  package static let catchments = LocalizedText(en: "Catchments", zh: "服务范围")
  package static let gaps = LocalizedText(en: "Not reached", zh: "服务未覆盖")
  package static let groups = LocalizedText(en: "Shortage groups", zh: "共享不足组")
  package static let rejected = LocalizedText(en: "Rows not checked", zh: "未采用的数据")
  package static let links = LocalizedText(en: "Links to streets", zh: "与道路的连接")
  package static let points = LocalizedText(en: "points", zh: "点")
  package static let lines = LocalizedText(en: "lines", zh: "线")
  package static let areas = LocalizedText(en: "areas", zh: "面")
  /// The map of overall verdicts, beside those by topic.
  package static let overall = LocalizedText(en: "Overall", zh: "总体结论")
  /// Titles of the parts of the legend.
  package static let results = LocalizedText(en: "Results", zh: "核查结果")
  package static let reach = LocalizedText(en: "Reach and shortage", zh: "服务范围与缺口")
  package static let data = LocalizedText(en: "Data", zh: "数据")
  /// How to see one topic.
  package static let topicsHint = LocalizedText(
    en: "One map a topic: the eye above the list of layers",
    zh: "分主题查看：图层列表上方的“眼睛”按钮（地图主题）")
}
