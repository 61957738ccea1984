extension FaultWords {
  /// Of what stands in a rule: figures, reaches, quantities.
  static let rules = [
    "a reach": "可达范围",
    "the reach": "可达范围",
    "a band": "距离段",
    "counting": "counting",
    "the test of '%1'": "“%1”的条件",
    "'%1' must be at least 1": "“%1”至少为 1",
    "'%1' is written '%2': [{…}, {…}]": "“%1”请写成“%2”: [{…}, {…}]",
    "unknown facility kind '%1'%2%3": "没有设施类型“%1”%2%3",
    "'%1' is not a level of units%2": "“%1”不是行政单元的级别%2",
    "a reach is {radius: 1000 m}, {walk: 300 m} or {walk: 15 min}":
      "可达范围写成 {radius: 1000 m}、{walk: 300 m} 或 {walk: 15 min}",
    "'%1' is not a distance or time such as '300 m' or '15 min'":
      "“%1”不是距离或时间；应如“300 m”“15 min”，数字与单位之间有空格",
    "a radius is a distance: '1000 m', '0.5 mi'": "半径是距离，例如“1000 m”“0.5 mi”",
    "'speed' turns minutes into metres; this reach has metres already":
      "“speed”把分钟换算为米；此处已经是米",
    "a speed is above 0, in m/s or m/min: '0.8 m/s'": "速度大于 0，单位 m/s 或 m/min，例如“0.8 m/s”",
    "rule '%1' asks for no single figure, so that it takes no target of your own":
      "规则“%1”没有单一的要求值，不能设自定目标",
    "a rule has one threshold, not %1": "一条规则只有一个限值，不能同时有 %1",
    "'between' takes two numbers: [lower, upper]": "“between”要写两个数字：[下限, 上限]",
    "'between' takes the lower number first: [%1, %2]": "“between”先写较小的数：[%1, %2]",
    "'%1' takes a number, {parameter: …}, {statistic: …} or {by: …, steps: …}":
      "“%1”应为数字、{parameter: …}、{statistic: …} 或 {by: …, steps: …}",
    "a step": "一级",
    "'steps' has no step; write [[0, 30], [1000, 20]]": "“steps”是空的；请写成 [[0, 30], [1000, 20]]",
    "'steps' go upwards: %1 stands after %2": "“steps”应由小到大：%1 在 %2 之后",
    "a step is two numbers: from how many on, and the figure: [100, 2.5]":
      "每一级写两个数：起点和限值，例如 [100, 2.5]",
    "a step begins at 0 or above": "每一级的起点不小于 0",
    "'%1' goes with 'at_least' and its figure": "“%1”与“at_least”及其数字同用",
    "figures that are declared elsewhere are in the unit of the check; write the unit so":
      "参数和统计值以检查的单位计；请把单位写成检查的单位",
    "'%1' is for what a 'provision' rule asks 'at_least'": "“%1”只用于 provision 规则的“at_least”",
    "'plus' must be above 0": "“plus”必须大于 0",
    "'rounding' is 'up'%1": "“rounding”只能是“up”%1",
    "'%1' is added up twice": "“%1”重复相加",
    "'measure' names no column": "“measure”没有写列名",
    "unknown measure '%1'; did you mean '%2'?": "没有指标“%1”；是否应为“%2”？",
    "%1 needs 'facility' and 'measure', 'measure', 'units' or 'statistic'":
      "%1需要“facility”和“measure”，或“measure”“units”“statistic”之一",
    "a column name in %1 must be a text": "%1中的列名应为文本",
    "%1 takes a number": "%1应为数字",
    "%1 %2": "%1%2",
    "is one comparison, or a range from 'at_least' or 'more_than' to 'at_most' or 'less_than'":
      "只能有一个比较，或从“at_least”“more_than”到“at_most”“less_than”的区间",
    "is met by nothing: %1 %2 and %3 %4": "没有数能满足：%1 %2 与 %3 %4",
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
