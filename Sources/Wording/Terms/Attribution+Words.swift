public import Documents
public import Rules

extension Attribution {
  /// How it divides what several parcels reach.
  public var explanation: LocalizedText {
    switch self {
    case .onSite:
      LocalizedText(
        en: "On site: only facilities inside a parcel, or declared for it, count for it.",
        zh: "自有设施：只计小区内或已登记服务该小区的设施。")
    case .fair:
      LocalizedText(
        en: """
          Fair share: a parcel's own facilities serve it first; what several parcels reach is \
          divided so that the worst-served parcel is served as well as possible. Within a clause no \
          place or square metre counts twice.
          """,
        zh: "公平分配：小区自有设施优先供本小区；多个小区共享的设施按“最差者尽可能改善”分配。同一条款内任何托位或面积不重复计算。")
    case .pooled:
      LocalizedText(
        en: "Pooled: the supply within a parcel's circle over the demand within the same circle.",
        zh: "圈内平均：小区服务圈内的供给除以同一圈内的需求。")
    case .twoStep:
      LocalizedText(
        en: """
          Two-step floating catchment: each facility's supply is divided by the people within its \
          limit, then the ratios of the facilities in a parcel's reach are added. What there is is \
          handed out once, in proportion and not by need.
          """,
        zh: "两步移动搜寻：先以各设施的供给除以其限距内的人口，再将小区可达设施的比值相加。供给只分配一次，按比例而非按需求。")
    case .inReach:
      LocalizedText(
        en: """
          In reach: everything in reach counts for everyone, so supply is counted more than once. \
          Such figures are an upper bound: what fails here fails for certain, what passes may not.
          """,
        zh: """
          可达设施全额计入：可达设施对每个小区全额计入，存在重复计算，仅为上限：此口径下不符合的必不符合，\
          符合的未必真正符合。
          """)
    }
  }
}
