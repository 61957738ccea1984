extension FaultWords {
  /// Of a rule pack as a whole.
  static let packs = [
    "the pack": "规则包",
    "there is no rule '%1' in the packs%2": "规则包中没有条款“%1”%2",
    "no rule of the packs is about '%1'%2": "规则包中没有关于主题“%1”的条款%2",
    "no rule is left of those that are chosen": "按所选条件没有剩下任何条款",
    "title": "标题（title）",
    "document": "文件信息（document）",
    "a rule": "规则",
    "rule '%1'": "规则“%1”",
    "parameter '%1'": "参数“%1”",
    "this version reads schema 1, not '%1'": "本版本只支持 schema 1，不支持“%1”",
    "the pack's id '%1' must be of small letters, digits and '-'":
      "规则包编号“%1”只能用小写字母、数字和“-”，且不以“-”开头或结尾",
    "no rule pack '%1'. Built-in packs: %2. A path to a .yaml file works too.":
      "没有规则包“%1”。内置规则包：%2。也可以写 .yaml 文件的路径。",
    "no rule pack '%1'; did you mean '%2'? Built-in packs: %3. A path to a .yaml file works too.":
      "没有规则包“%1”；是否应为“%2”？内置规则包：%3。也可以写 .yaml 文件的路径。",
    "cannot be read as UTF-8 text; save it as UTF-8": "不能按 UTF-8 文本读取；请另存为 UTF-8",
    "rule packs extend each other in a circle: %1": "规则包的继承（extends）成环：%1",
    "walking_speed is in m/s or m/min, not '%1'": "walking_speed 的单位是 m/s 或 m/min，不能是“%1”",
    "walking_speed must be more than 0, not '%1'": "walking_speed 必须大于 0，不能是“%1”",
    "state rules, or 'rules: []' where it has none of its own":
      "请写规则；没有自己的规则时写“rules: []”",
    "'rules' has no value; %1": "“rules”没有值；%1",
    "%1 has no 'rules'; %2": "%1缺少“rules”；%2",
    "; take one of kinds.yaml, or name it under 'kinds' of the pack":
      "；请用 kinds.yaml 中的类型，或在规则包的“kinds”中定义",
    "; take one of topics.yaml, or name it under 'topics' of the pack":
      "；请用 topics.yaml 中的主题，或在规则包的“topics”中定义",
    "unknown check '%1'%2": "没有检查类型“%1”%2",
    "unknown topic '%1'%2": "没有主题“%1”%2",
    "unit '%1' does not fit the check, which gives '%2'": "单位“%1”与检查不符，应为“%2”",
    "unit '%1' is not a unit such as 'beds', 'm2/person' or 'beds/1000 elders'":
      "“%1”不是单位；单位如“beds”“m2/person”“beds/1000 elders”",
    "%1 only reports, so it has no threshold": "%1只报告数值（report_only），不能有限值",
    "%1 has no threshold; give one of %2, or 'report_only: true'":
      "%1没有限值；请写 %2 之一，或“report_only: true”",
    "unknown subject '%1'%2": "没有对象“%1”%2",
    "a %1 rule cannot be about '%2'": "%1 类规则的对象不能是“%2”",
    "several subjects in one rule must all be levels of units":
      "一条规则有多个对象时，必须都是行政单元的级别",
    "the id '%1' is that of a pack that it extends, %2; give it its own":
      "编号“%1”与所继承的规则包 %2 相同；请另取编号",
    "%1 and %2 both have the id '%3'; give each its own": "%1 与 %2 的编号都是“%3”；请各取编号",
    "rule id '%1' is used twice": "规则编号“%1”重复；请各取编号",
    "rule id '%1' must be of small letters, digits and '-'":
      "规则编号“%1”只能用小写字母、数字和“-”，且不以“-”开头或结尾",
    "no parameter '%1' in this pack%2": "本规则包没有参数“%1”%2",
    "rule '%1' comes from %2; a rule '%3' of this pack would replace both":
      "规则“%1”同时来自 %2；本规则包另写一条“%3”即可取代两者",
    "rule '%1' cannot contradict itself": "规则“%1”不能与自身矛盾",
    "rule '%1' cannot be an alternative to itself": "规则“%1”不能替代自身",
    "rule '%1' cannot count what passes it itself": "规则“%1”不能统计通过自身的对象",
    "rule '%1' is not about parcels; only parcels that pass a rule are counted":
      "规则“%1”的对象不是小区；只能统计通过规则的小区",
    "rule '%1' of %2 is replaced here by %3": "%2 的规则“%1”在此已被 %3 取代",
    "no rule '%1' in this pack%2": "本规则包没有规则“%1”%2",
  ]
}
