extension FaultWords {
  /// Of what stands in a rule: figures, reaches, quantities.
  static let rules = [
    "a reach": "可达范围",
    "the reach": "可达范围",
    "a band": "距离段",
    "counting": "counting",
    "the test of '%1'": "“%1”的条件",
    "'%1' must be at least 1": "“%1”至少为 1",
    "unknown facility kind '%1'%2%3": "没有设施类型“%1”%2%3",
    "'%1' is not a level of units%2": "“%1”不是行政单元的级别%2",
    "a reach is {radius: 1000 m}, {walk: 300 m} or {walk: 15 min}":
      "可达范围写成 {radius: 1000 m}、{walk: 300 m} 或 {walk: 15 min}",
    "'%1' is not a distance or time such as '300 m' or '15 min'":
      "“%1”不是距离或时间；应如“300 m”“15 min”，数字与单位之间有空格",
    "a radius is in metres: '1000 m'": "半径以米计：“1000 m”",
    "a walk is in metres or minutes: '300 m', '15 min'": "步行以米或分钟计：“300 m”“15 min”",
    "a rule has one threshold, not %1": "一条规则只有一个限值，不能同时有 %1",
    "'between' takes two numbers: [lower, upper]": "“between”要写两个数字：[下限, 上限]",
    "'between' takes the lower number first: [%1, %2]": "“between”先写较小的数：[%1, %2]",
    "'%1' takes a number, {parameter: …} or {statistic: …}":
      "“%1”应为数字、{parameter: …} 或 {statistic: …}",
    "%1 needs 'facility' and 'measure', 'measure', 'units' or 'statistic'":
      "%1需要“facility”和“measure”，或“measure”“units”“statistic”之一",
    "a column name in %1 must be a text": "%1中的列名应为文本",
    "the test of '%1' takes a number": "“%1”的条件应为数字",
    "'weights' needs 'within': the last band ends there": "“weights”需要“within”：最后一段到此为止",
    "a farther band of 'weights' counts for no more than a nearer one":
      "“weights”中较远一段的权重不能大于较近一段",
    "the bands of 'weights' go outwards: each ends beyond the one before":
      "“weights”的各段应由近及远：每一段都要远于前一段",
    "the last band of 'weights' ends where 'within' does: at %1":
      "“weights”的最后一段应与“within”一致：%1",
    "the weight of a band is above 0; what is beyond all bands counts for 0":
      "距离段的权重必须大于 0；各段以外计为 0",
    "'%1' is not a distance or time in the unit of 'within': %2":
      "“%1”不是与“within”（%2）同单位的距离或时间",
  ]
}
