import Planning

/// What Chinese tables call our columns: headers of bureaus, in the spellings that they use, and what
/// each is taken for.
enum HeaderTable {
  static let facilities: [(column: String, headers: String)] = [
    (
      "places",
      "核定托位 核定托位数 备案托位 备案托位数 实际托位数 建成托位数 规划托位数 托位规模 可收托人数 收托规模 托位数(个) 托位數"
    ),
    (
      "beds",
      "核准床位数 备案床位 备案床位数 实有床位数 可用床位数 床位规模 规划床位数 建设床位数 床位（张） 床位數（張）"
    ),
    ("nursing_beds", "护理型养老床位数 护理床 护理型床位（张） 護理型床位"),
    (
      "floor_area",
      """
      配建面积 规划建筑面积 实际建筑面积 设施建筑面积 用房建筑面积 养老服务用房面积 托育用房面积 建筑规模 地上建筑面积 计容建筑面积
      建筑面积（㎡） 建筑面积/平方米 建築面積 樓地板面積
      """
    ),
    ("land_area", "总用地面积 用地面积（公顷） 占地面积（亩） 用地面積"),
    ("kind", "养老机构类型 托育机构类型 机构种类 设施类型（小类） 設施類型"),
    ("ownership", "机构属性 举办类型 举办主体 运营模式 管理模式 公建民营 公办/民办"),
    ("inclusive", "普惠性质 是否为普惠托育机构 是否普惠托育"),
    ("residents", "在院老人数 现入住人数 实住人数 在托婴幼儿数 在托人数 入住老年人数"),
    ("doctors", "执业（助理）医师数"),
    ("operating", "运营状态 运行状态 使用状态 營運狀態"),
    ("status", "建设进度 建设类型"),
    (
      "delivered",
      """
      投入使用日期 建成投用时间 竣工验收时间 竣工备案时间 计划交付时间 预计交付时间 拟交付时间 建设年代 竣工年代 建筑年份 建成年限
      移交时间
      """
    ),
    ("opened", "投入运营时间"),
    ("filed", "备案 是否备案 备案状态 备案情况 是否已备案 備案"),
    ("demonstration", "示范 是否示范"),
    ("registered", "登记 是否登记"),
    ("standardised", "标准化 是否达标"),
    ("size_class", "机构规模 规模等级"),
    ("tier", "设施层级 级别"),
    ("daily_visitors", "日客流量 日均客流量（人次） 日客流量（人）"),
    ("served_parcels", "配套小区 所属小区名称"),
    ("phase", "建设批次"),
    ("street", "所属街道/乡镇 乡镇（街道） 镇（街道） 镇街名称"),
  ]

  static let parcels: [(column: String, headers: String)] = [
    ("id", "宗地号 宗地编号 地块号 图斑编号 小区编号（代码）"),
    ("name", "楼盘名 小区全称 小区（楼盘）名称 建设项目名称"),
    (
      "households",
      """
      规划总户数 规划居住户数 居住总户数 住宅总户数 住宅总套数 总户（套）数 户（套）数 常住户数 现状户数 入住户数 总套数（套）
      總戶數
      """
    ),
    ("population", "总人口数 居住总人口 规划居住人口 居住人口规模 现状人口 居住人口（人）"),
    (
      "elders",
      "60周岁及以上 60周岁以上人口 60岁及以上常住人口 老年人口（60+） ６０岁以上人口 60歲及以上人口"
    ),
    (
      "infants",
      """
      3岁以下婴幼儿人数 3周岁以下 0～3岁婴幼儿 0—3岁婴幼儿 0-3岁婴幼儿数 0至3岁婴幼儿 0–3岁婴幼儿 ０～３岁 婴幼儿人口
      """
    ),
    ("community", "社区居委会 所属社区居委会 所属村居 所属村（社区） 社区（村）"),
    ("street", "镇街名称 所属街道/乡镇 乡镇（街道） 镇（街道）"),
    ("district", "所在县区 所属县区 所属县（市、区） 县（市、区）"),
    ("urban", "城镇/农村 城乡类型"),
    ("status", "使用状态 建设进度 建设类型 建设状态"),
    ("phase", "建设批次"),
    ("delivered", "投入使用日期 竣工备案时间 预计交付时间 交付时间"),
  ]

  /// Headers that are of no column of ours, and why.
  static let open: [(header: String, why: String)] = [
    ("使用面积", "usable area is not floor area; told"), ("套内面积", "likewise"),
    ("面积", "floor or land; told"), ("普惠托位数", "a part of the places; no column of ours"),
    ("日托床位数", "places of day care are no beds"), ("日间照料床位数", "likewise"),
    ("养老护理员数", "care workers are neither doctors nor nurses"),
    ("65岁及以上人口", "older persons are those of 60 and over"),
    ("运营时间", "hours of the day as often as a date"),
  ]

  static func words(_ text: String) -> [String] { text.split { $0.isWhitespace }.map(String.init) }
}
