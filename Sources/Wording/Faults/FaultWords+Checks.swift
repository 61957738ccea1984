extension FaultWords {
  /// Of the keys of each check.
  static let checks = [
    "a coverage rule about facilities needs 'kinds': those judged":
      "对象为设施的 coverage 规则需要“kinds”：被检查的设施类型",
    "a coverage rule needs 'within', such as {walk: 15 min}":
      "coverage 规则需要“within”，例如 {walk: 15 min}",
    "'of' is for units and plans; a parcel has its own covered share":
      "“of”用于行政单元和规划方案；小区有自己的覆盖比例",
    "a presence rule needs 'facility', or 'counting' with 'passing'":
      "presence 规则需要“facility”，或带“passing”的“counting”",
    "'passing' counts parcels that pass; state 'units: parcel'":
      "“passing”统计通过规则的小区；请写“units: parcel”",
    "'weights' is for 'attribution: two_step'": "“weights”只用于“attribution: two_step”",
    "'within' is for parcels; a unit's or plan's rate takes all that lies in it":
      "“within”用于小区；行政单元或方案的比率按其范围内全部设施计算",
    "'attribution' is for parcels; a unit's or plan's rate takes all that lies in it":
      "“attribution”用于小区；行政单元或方案的比率按其范围内全部设施计算",
    "the supply of a parcel is from facilities": "小区的供给来自设施；请写“facility”",
    "'per' must be above 0": "“per”必须大于 0",
    "a size rule has 'measure' or 'has', not both": "size 规则写“measure”或“has”，不能都写",
    "a size rule about parcels is about {delivered: with_housing}; for an amount that each parcel"
      + " must have use 'provision' with {measure: parcel}":
      "对象为小区的 size 规则只能是 {delivered: with_housing}；每个小区应有的数量请用“provision”和"
      + " {measure: parcel}",
    "the supply of a parcel is of facilities; name them": "小区的供给来自设施；请写明设施类型",
    "{measure: parcel} is one amount for each parcel; '%1' is for people":
      "{measure: parcel} 是每个小区一个数量；“%1”用于人口或户数",
    "'kinds' are the facilities that are judged; this rule judges %1: write 'facility' for those"
      + " that it must reach": "“kinds”是被检查的设施；本规则检查 %1，应到达的设施请写“facility”",
    "'part' and 'whole' are the same, so all of it is": "“part”与“whole”相同，结果总是全部",
    "one facility is judged, so its count is 1; count them with 'presence' or 'total'":
      "被检查的是一处设施，其个数总是 1；计数请用“presence”或“total”",
    "a measure over itself is always 1": "同一指标相除总是 1",
    "'times' is for so many of 'per', which is not stated": "“times”与“per”同用，此处没有“per”",
    "{delivered: with_housing} stands alone; make a rule of its own of the rest":
      "{delivered: with_housing} 须单独使用；其余请另写一条规则",
    "'declared' is for 'counting', which is not stated": "“declared”与“counting”同用，此处没有“counting”",
    "'have' and 'of' are the same figure, so all of it is": "“have”与“of”是同一数字，结果总是全部",
    "parcels or units are counted, not both": "统计小区或行政单元，不能都统计",
    "a unit has a whole number of facilities, 1 or more, not %1":
      "一个单元的设施数是不小于 1 的整数，不能是 %1",
    "what passes a rule is counted; leave 'facility' or 'passing' out":
      "统计的是通过规则的小区；请删去“facility”或“passing”",
    "'at_least' is for facilities, 'passing' for rules; leave one out":
      "“at_least”用于设施，“passing”用于规则；请删去其一",
    "rule '%1' only reports, so nothing passes it; give it a threshold":
      "规则“%1”只报告数值，没有对象能通过；请给它一个限值",
    "'%1' is at most %2": "“%1”至多为 %2",
    "'per' is at most %1": "“per”至多为 %1",
  ]
}
