/// What Chinese tables call facilities, and the kinds that these are.
enum KindTable {
  static let words: [(kind: String, words: String)] = [
    (
      "elder_day_care",
      """
      老年人日间照料中心（托老所） 日间照料中心（托老所） 老年人日间照料设施 农村老年人日间照料中心 社区托老所 托老站 老年人日间照料中心*（托老所）
      長者日間護理中心 日間照顧中心
      """
    ),
    ("elder_institution", "老年人全日照料设施 光荣院 医养结合养老机构 安老院舍"),
    ("elder_facility_any", "老年人照料设施 养老服务设施"),
    (
      "nursing_home",
      "社区养老院 养老护理院 公办养老院 民办养老院 公建民营养老院 养老院（公建民营） 養老院 养老院* 养老机构（养老院）"
    ),
    ("elder_care_home", "老年养护院（护理型） 護理之家"),
    (
      "community_elder_station",
      """
      社区长者服务站 长者服务站 社区嵌入式养老服务机构 社区嵌入式养老服务设施 嵌入式小微养老机构 社区居家养老服务驿站 社区养老服务机构
      颐康服务站 长者照护之家 助老服务站 乐龄家园助老服务站 村级养老服务站 农村养老服务站 农村养老服务点 农村养老服务站（点）
      嵌入式养老机构 社区养老服务驿站
      """
    ),
    (
      "elder_comprehensive_centre",
      """
      街道长者服务中心 长者服务中心 颐康中心 社区综合为老服务中心 街镇综合为老服务中心 乡镇（街道）综合养老服务中心
      街道示范性综合养老服务中心 养老服务综合体
      """
    ),
    (
      "regional_elder_centre",
      "街道（乡镇）区域养老服务中心 乡镇综合养老服务中心 镇（办）养老服务中心 区域养老服务中心"
    ),
    (
      "home_elder_care_centre",
      """
      居家社区养老服务照料中心 社区居家养老服务照料中心 镇（街道）居家养老服务中心 居家和社区养老服务中心 居家养老服务中心（站）
      """
    ),
    ("elder_service_room", "社区养老服务设施用房 养老服务设施用房 居家养老用房"),
    (
      "rural_mutual_aid",
      """
      颐养之家 农村幸福大院 农村互助养老服务设施 农村互助养老服务站 村级互助养老服务点 睦邻点 邻里养老互助点 农村幸福院
      """
    ),
    (
      "destitute_support_home",
      "区域性敬老院 县级特困人员供养服务设施 失能特困人员集中供养中心 区域性供养服务中心"
    ),
    (
      "elder_meal_point",
      """
      老年助餐点 老年助餐服务点 社区老年人助餐服务点 老年食堂 长者食堂 长者饭堂 长者助餐点 助餐点 老年餐厅 幸福食堂 老年配餐中心
      老年食堂（助餐点） 長者飯堂
      """
    ),
    (
      "childcare",
      """
      社区嵌入式托育点 社区托育服务中心 社区托育服务设施 普惠性托育点 普惠托育服务机构 全日托机构 社区托育点 托育园（民办） 托嬰中心
      """
    ),
    ("childcare_facility_any", "托育服务设施用房"),
    ("childcare_comprehensive_centre", "托育综合服务中心 區級托育綜合服務中心"),
    (
      "kindergarten_childcare_class",
      "幼儿园（托班） 幼儿园（含托班） 幼儿园开设托班 幼儿园附设托育 幼儿园托育部 托幼一体化机构 幼儿园托班"
    ),
    ("home_childcare_point", "家庭托育点"),
    (
      "workplace_childcare",
      "用人单位托育 用人单位托育机构 用人单位托育服务 用人单位办托育 单位托育点 企业托育 用人单位办托"
    ),
    (
      "childcare_station",
      "社区婴幼儿照护服务驿站 婴幼儿照护服务站（点） 社区托育“宝宝屋” 宝宝屋"
    ),
    ("culture_sport_facility", "体育场馆或全民健身中心 体育馆（场）或全民健身中心"),
    ("community_service_centre", "社区服务中心（街道级） 社区服务站（含居委会、治安联防站、残疾人康复室）"),
    ("primary_medical", "社区卫生服务中心（站） 卫生服务中心（社区医院）"),
    ("senior_activity_centre", "标准化老年活动室 社区老年活动室"),
    ("large_mall", "大型商场"), ("transport_hub", "交通枢纽"), ("scenic_area_a", "A级景区"),
    ("public_place", "商场 火车站"),
  ]

  /// Words that stay unknown, and why.
  static let open: [(words: String, why: String)] = [
    ("康养中心 养老照料中心 护理中心", "a home, a centre or a ward"),
    ("老年服务中心 老年服务站", "activities, care or meals"),
    ("社区嵌入式服务设施 一老一小服务中心", "of elders, of children, or of both"),
    ("早教中心 托管点", "lessons, or pupils after school"),
    ("儿童之家 儿童驿站", "of all minors, without care of infants"),
  ]

  /// Words that are refused by name.
  static let refused = "家庭养老床位 家庭照护床位 家庭養老床位 家庭养老床位（护理型）"
}
