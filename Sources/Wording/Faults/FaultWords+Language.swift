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
    "'inside' is {district: {type: …}}, with a level of units: %1":
      "“inside”写成 {district: {type: …}}，以行政单元的级别为键：%1",
    "'before_share_of_housing' is a percentage above 0": "“before_share_of_housing”为大于 0 的百分数",
    "'%1' is a kind already; it may get more 'aliases' here, and nothing else":
      "“%1”已是设施类型；此处只能为其增加“aliases”",
    "'%1' is a topic already: %2": "“%1”已是主题：%2",
    "packs that it extends disagree: %1": "所继承的规则包彼此矛盾：%1",
  ]
}
