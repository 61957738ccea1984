import Planning

/// What cells of Chinese tables say, and our words for it.
enum ValueTable {
  static let words: [(family: WordFamily, value: String, words: String)] = [
    (
      .status, "existing",
      """
      已交付 已竣工 竣工 已入住 保留 现状保留 老城区 已建成小区 既有住宅小区 已建成投用 正常运营 已移交 现状 已建 老旧小区
      已交付（2023年） 已交付使用
      """
    ),
    (
      .status, "new",
      "预售 未开工 开工 新建住宅小区 新建居住区 已出让 已供地 筹建 筹建中 续建 拟新建 规划新增 在建 興建中"
    ),
    (.status, "rebuilt", "拟改建 提升改造 改造提升"),
    (.status, "extended", "改扩建 改（扩）建"),
    (
      .operating, "open",
      "已建成投用 正常运营 运营（试运营） 营运中 存续（在营、开业、在册） 是 √ ✓ 有 1 Y"
    ),
    (.operating, "closed", "停业 停运 关停 撤销 注销 已注销（2023） 结业 否 × 未 0 N"),
    (.operating, "under_construction", "续建 未竣工 主体封顶"),
    (.operating, "planned", "拟新建 规划新增 筹建中 未投用 建成未投用 未交付 待验收"),
    (.operating, "unknown", "迁建 拟改建 未移交 待拆"),
    (.ownership, "public", "村集体 集体办 公办普惠 政府举办"),
    (
      .ownership, "private",
      "社会力量举办 民办非营利性 民非 普惠性民办 民建公助 民辦"
    ),
    (.ownership, "public_private", "委托经营 公建民营 公設民營"),
    (.inclusive, "yes", "普惠托育 普惠性托育机构 已认定 ✓ √ 是 已"),
    (.inclusive, "no", "未认定 × 否 非普惠 未"),
    (.filed, "yes", "是 已备案 有 √ ✓ 已 Y 1 true 已备案（2023年） 備案"),
    (.filed, "no", "否 未备案 无 × 未 N 0 false 待备案"),
    (.urban, "yes", "是 城镇 有 111"), (.urban, "no", "否 农村 220 ×"),
    (.level, "community", "社区居委会 居委会 村（社区）"), (.level, "street", "办事处 街道办事处"),
    (.level, "district", "县（市、区） 區 区（县）"), (.level, "city", "设区市 地级市"),
    (.equipment, "guidance", "指导 业务指导"), (.equipment, "mch_based", "依托妇幼保健机构"),
    (.facilityType, "large_mall", "大型商场 大商場"), (.facilityType, "scenic_area_a", "A级景区 4A级景区"),
    (.facilityType, "transport_hub", "交通枢纽"), (.sizeClass, "large", "大型"),
    (.tier, "district", "区级 县级"), (.unitType, "new_district", "新建城区"),
  ]

  /// Words that stay unknown, and why.
  static let open: [(family: WordFamily, words: String, why: String)] = [
    (.status, "在售", "what is for sale may be built or not"),
    (.status, "待拆 已拆除", "housing that goes is neither new nor existing"),
    (.status, "迁建", "built anew, and not in its place"),
    (.status, "未投用 建成未投用", "says what operates, not what is new"),
    (.status, "停业 停运 关停 撤销 注销", "likewise"),
    (.operating, "已竣工 竣工 已移交", "built is not yet open"),
    (.operating, "运营（停业） 已建成（在建） 是（否）", "two words that contradict each other"),
    (.operating, "运营（待核实）", "taken back"),
    (
      .ownership, "国有企业 国企 国资",
      "documents differ on whether homes of state-owned enterprises are public"
    ),
    (.ownership, "营利性 非营利性", "says nothing of who runs it"),
    (.ownership, "政府投资", "says who paid, not who runs it"),
    (.level, "镇（街道） 乡镇（街道） 街道（镇）", "two levels"),
    (.level, "开发区 功能区 园区 管委会 农场 林场", "of one level here and of another there"),
    (.inclusive, "x X", "a tick in forms of one country, a cross in those of another"),
    (.filed, "备案中 不详 其他 是（否） 是（待核实） 已备案（已注销）", "neither yes nor no"),
  ]
}
