extension FaultWords {
  /// Of groups of kinds, distances to be kept, units that rows lie in, and words that packs add.
  static let language = [
    "'at_least_of' is how many, and of what: {2: [a, b, c]}":
      "“at_least_of”写数目和各项，如 {2: [a, b, c]}",
    "'at_least_of'": "“at_least_of”",
    "%1 of %2 there can never be": "%2 项中不可能有 %1 项",
    "'at_least_of' names the kinds; a rule has it or 'facility'":
      "“at_least_of”已写明设施类型；与“facility”只能取其一",
    "'at_least_of' is for parcels 'within' reach; count the parcels that pass for a unit":
      "“at_least_of”只用于小区及“within”；对行政单元请统计达标小区",
    "%1 says how many under 'at_least_of', so it has no other threshold":
      "%1已在“at_least_of”中写明数目，不能另有限值",
    "a coverage rule has 'within' or 'beyond', not both": "coverage 规则只能有“within”或“beyond”之一",
    "'inside'": "“inside”",
    "'inside' is {district: {type: …}} or {facility: {kind: …}}, with a level of units: %1":
      "“inside”写成 {district: {type: …}} 或 {facility: {kind: …}}，以行政单元的级别或 facility 为键：%1",
    "'inside' is followed by what it lies in is like: {%1: {…}}": "“inside”须写明所在对象的条件：{%1: {…}}",
    "facilities and parcels lie in facilities, units do not": "只有设施和小区位于设施内，单元不是",
    "'other' is parcel; name facilities under 'facility'": "“other”只能是 parcel；设施写在“facility”中",
    "a rule names what must be far away as 'facility' or as 'other'":
      "须远离的对象写在“facility”或“other”之一",
    "'where' chooses facilities; 'other: parcel' names none": "“where”用于选取设施；“other: parcel”没有设施",
    "'other: parcel' is for facilities (`subject: facility`) and `beyond: {radius: …}`":
      "“other: parcel”只用于设施（subject: facility）和 beyond: {radius: …}",
    "'before_share_of_housing' is a percentage above 0": "“before_share_of_housing”为大于 0 的百分数",
    "'%1' is a kind already; it may get more 'aliases' here, and nothing else":
      "“%1”已是设施类型；此处只能为其增加“aliases”",
    "'%1' is a topic already: %2": "“%1”已是主题：%2",
    "'%1' is another topic in %2; rename one of the two, or state it once in a pack that both extend":
      "“%1”在 %2 中是另一主题；请改名，或写在两者共同继承（extends）的规则包中",
    "'%1' is another kind in %2; rename one of the two, or state it once in a pack that both extend":
      "“%1”在 %2 中是另一设施类型；请改名，或写在两者共同继承（extends）的规则包中",
    "'%1' is a name of '%2' in %3; rename one of the two, or state the kind once in a pack that both extend":
      "“%1”在 %3 中是“%2”的名称；请改名，或把该类型写在两者共同继承（extends）的规则包中",
    "'%1' is a name of '%2' already; names must be unique": "“%1”已是“%2”的名称；名称不能重复",
    "'%1' has the unknown broader kind '%2'%3": "“%1”的上级类型“%2”不存在%3",
    "'%1' is broader than itself": "“%1”成为自己的上级类型；请更正“broader”",
    "the kind '%1' must be of small letters, digits and '_'":
      "设施类型“%1”只能用小写字母、数字和“_”",
    "'%1' stands in two groups, and one facility would count twice; keep one":
      "“%1”同时在两组中，一处设施会计算两次；请只保留一个",
    "level '%1'": "层级“%1”",
    "the level '%1' must be of letters, digits and '_'": "层级名“%1”只能由文字、数字和“_”组成",
    "'%1' is a level already: %2": "“%1”已是层级：%2",
    "'%1' is what '%2' is called; rules speak of it as it is":
      "“%1”就是“%2”；规则直接写“%2”，无需在此命名",
    "'%1' is a word for the level '%2' already": "“%1”已用于层级“%2”",
    "; one of: %1; or name a level of planning units under 'levels'":
      "；应为：%1；或在“levels”中为规划单元的层级命名",
    "'measured'": "“measured”",
    "'measured' is {rule-id: {less_than: 80}}, with the id of a rule of the pack":
      "“measured”写成 {规则id: {less_than: 80}}，以本规则包中规则的 id 为键",
    "'measured' stands in a rule's own 'when', beside its columns and not within another key":
      "“measured”只能写在规则自己的“when”下，与各列并列，不能套在其他键内",
    "shared supply is divided before anything is measured; 'measured' needs 'attribution: on_site' here, or another check":
      "共享供给在测算之前就要分配；此处用“measured”须写“attribution: on_site”，或改用其他检查",
    "rule '%1' cannot hang on what it measures itself": "规则“%1”不能以自身的测算值为条件",
    "rule '%1' is about %2, this one about %3; 'measured' is for rules about the same":
      "规则“%1”针对 %2，本规则针对 %3；“measured”只用于对象相同的规则",
    "rule '%1' counts what passes other rules; 'measured' is for what is in the data":
      "规则“%1”统计的是其他规则的达标情况；“measured”只用于由数据测算的值",
    "rule '%1' divides shared supply, of which others decide; 'measured' is for figures of a subject's own, such as those of 'attribution: on_site'":
      "规则“%1”分配共享供给，其值取决于其他小区；“measured”只用于对象自身的值，例如“attribution: on_site”的值",
    "rule '%1' measures no figure that another could be held against":
      "规则“%1”没有可供比较的测算值",
    "rules hang on each other in a circle: %1": "规则互为条件，形成循环：%1",
    "packs that it extends disagree: %1": "所继承的规则包彼此矛盾：%1",
  ]
}
