extension FaultWords {
  /// Of what would crash a check, or leave a rule without any effect.
  static let lint = [
    "'%1' is listed twice": "“%1”重复；请删去一个",
    "an empty list stands for nothing; take it out": "空列表没有意义；请删去",
    "an empty map stands for nothing; take it out": "空映射没有意义；请删去",
    "'%1' is an empty list; name something, or leave the key out": "“%1”是空列表；请填写，或删去该键",
    "'%1' is an empty map; state something, or leave the key out": "“%1”是空映射；请填写，或删去该键",
    "no rule asks for the parameter '%1'; a rule does with {parameter: %2}%3":
      "没有规则使用参数“%1”；规则中写作 {parameter: %2}%3",
    "nobody walks at %1 %2; is it %3 %4? 1.0 m/s is 60 m/min":
      "没有人以 %1 %2 步行；是否应为 %3 %4？1.0 m/s 等于 60 m/min",
    "the pack has no rule; state one, or 'extends' a pack that has some":
      "规则包没有规则；请写规则，或用“extends”继承",
    "'%1' is no measure of a provision rule%2": "“%1”不是 provision 规则的指标%2",
    "'%1' is a rule of this pack; a clause is computed or it is not":
      "“%1”是本规则包的规则；一条规定要么计算，要么列入不计算",
    "'%1' counts facilities or units, not both; leave one out": "“%1”统计设施或行政单元；请删去其一",
    "units are counted; 'measure' is for facilities and people":
      "行政单元按个数统计；“measure”用于设施和人口",
    "'where' chooses facilities or units; '%1' has neither":
      "“where”用于筛选设施或行政单元；“%1”两者都没有",
    "'%1' is of facilities; name them under 'facility'": "“%1”是设施的指标；请在“facility”下写明设施类型",
    "'%1' is what data call '%2'; write '%3'": "“%1”是数据中“%2”的叫法；请写“%3”",
    "'within' is farther than anybody goes, 200 km or a day": "“within”超出步行所及（200公里或一天）",
    "'%1' is of people; facilities have %2": "“%1”是人口指标；设施的指标有 %2",
    "no measure of facilities is '%1' (a column of your own needs another name)%2":
      "设施没有指标“%1”（自己的列请另取名称）%2",
    "a measure is a column, not the figure %1": "指标是一列，不是数字 %1",
    "a %1 has no units of the level '%2' in it; count a smaller level":
      "%1 之内没有“%2”级的单元；请统计更小的级别",
    "a rule with 'has' asks for no figure; leave this one out": "带“has”的规则没有限值；请删去",
    "the upper figure is above 0": "上限必须大于 0",
    "the parameter '%1' is in '%2', the rule in '%3'": "参数“%1”的单位是“%2”，规则的单位是“%3”；请改为一致",
    "a figure is a parameter, a statistic or a table of steps; keep one":
      "限值是参数、统计值或分级表之一；请只保留一个",
    "nothing is less than 0": "没有什么小于 0",
    "nothing is less than 0; state a figure above 0": "没有什么小于 0；请写大于 0 的数",
    "only 0 is about 0: write 'at_most: 0'": "约等于 0 的只有 0，请写“at_most: 0”",
    "everything is at least 0": "任何数都不小于 0",
    "every share is between 0 and 100 percent; state less, or 'report_only: true'":
      "任何比例都在 0 与 100 之间；请缩小范围，或写“report_only: true”",
    "rule '%1' only reports, so nobody meets it; 'alternative_to' is for rules with a threshold":
      "规则“%1”只报告数值，没有对象能达到；“alternative_to”只用于有限值的规则",
    "%1; state a figure above 0, or 'report_only: true' to have it only measured":
      "%1；请写大于 0 的限值，只需数值时写“report_only: true”",
    "what is counted by the piece is whole, not %1": "按个计数的是整数，不能是 %1",
    "nothing is more than 100 percent; write 'at_least: 100'": "没有什么超过百分之百；请写“at_least: 100”",
    "everything is at most 100 percent; state less, or 'report_only: true'":
      "任何比例都不超过百分之百；请写更小的数，或“report_only: true”",
    "%1 percent is next to nothing; percent are written %2": "%1 几乎为零；百分数请写 %2",
    "a figure of a clause is not below 0; write it without '-'": "规定的数值不能为负；请去掉“-”",
    "no share is above 100 percent; state at most 100": "比例不超过百分之百；请写不大于 100 的数",
    "'target_year' is a year of four digits, not '%1'": "“target_year”是四位数的年份，不能是“%1”",
    "rule '%1' is about %2, this one about %3; 'alternative_to' is for rules about the same":
      "规则“%1”的对象是 %2，本规则的对象是 %3；“alternative_to”只用于对象相同的规则",
    "rule '%1' is named as a contradiction and as an alternative; keep one of the two":
      "规则“%1”既列为矛盾又列为替代；请只保留一项",
  ]

  /// Of conditions.
  static let conditions = [
    "'%1' is no number; steps go by one": "“%1”不是数字；“steps”按数字分级",
    "a day is on one side of another, or between two; it is not 'about' one":
      "日期只能比较先后；不能用“about”",
    "'%1' tests a column; write {column: {%2: …}}": "“%1”用于一列的条件；请写 {列名: {%2: …}}",
    "yes or no: true or false": "是或否：true 或 false",
    "one of the kinds of facilities": "设施类型之一",
    "'%1' is a column of %2; this condition is about %3": "“%1”是 %2 的列；此条件针对 %3",
    "no column of %1 is '%2' (a column of your own needs another name)%3":
      "%1 没有列“%2”（自己的列请另取名称）%3",
    "'%1' is a number, not '%2'; test it as {at_least: 100}":
      "“%1”是数字，不能是“%2”；条件写成 {at_least: 100}",
    "'%1' is a number of %2, without a unit behind it; write %3":
      "“%1”是数目（%2），后面不写单位；请写 %3",
    "'%1' is a number without a unit; write %2": "“%1”是没有单位的数字；请写 %2",
    "'%1' is never below 0; write it without '-'": "“%1”不会为负；请去掉“-”",
    "'with_housing' stands in 'has' of a size rule": "“with_housing”只用于 size 规则的“has”",
    "'%1' is a word, which is not more or less than another": "“%1”是词语，不能比较大小；请直接写出词语",
    "'%1' is never '%2'; it is %3%4": "“%1”不会是“%2”；应为 %3%4",
    "no word is '%1'; did you mean '%2'?": "没有词语“%1”；是否应为“%2”？",
    "no word is '%1'; did you mean '%2'? If not, put quotes around it":
      "没有词语“%1”；是否应为“%2”？如确是此词，请加引号",
  ]
}
