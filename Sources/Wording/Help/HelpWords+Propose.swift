internal import Documents

extension HelpWords {
  /// What proposing says of itself and its options.
  static let ofProposing: [String: String] = [
    "Propose where new facilities should go, and how large, so that failing clauses pass.":
      "提出新增设施的位置与规模，使不符合的条款转为符合。",
    """
    Finds the sites and sizes that close failing clauses at the least cost, says how good that is, and
    judges the city with them:
      siting propose project.yaml --build childcare --out proposal
      siting propose project.yaml --build 'childcare:places=30,60;cost=80,130' --candidates idle.geojson
    Without costs the fewest facilities are the best, and of these the smallest.
    OUT/proposal has the sites, whom they serve, and the proof; OUT/before and OUT/after the results
    without and with them, OUT/changes what changes. 'siting check --scenario
    OUT/proposal/proposals.geojson' confirms the promise.

    Objectives of the textbooks (--objective):
    """ + "\n" + ObjectiveWords.list(.en):
      """
    以最低费用补齐不符合的条款，说明方案与最优的差距，并按方案重新核查：
      siting propose project.yaml --build childcare --out proposal
      siting propose project.yaml --build 'childcare:places=30,60;cost=80,130' --candidates idle.geojson
    未给费用时，设施数最少者为优，其次规模最小者为优。
    OUT/proposal 为点位、服务对象和优劣证明；OUT/before 与 OUT/after 为建成前后的核查结果，
    OUT/changes 为其变化。用 siting check --scenario OUT/proposal/proposals.geojson 可复核。

    经典选址模型（--objective）：
    """ + "\n" + ObjectiveWords.list(.zh),
    "In place of the least cost, an objective of the textbooks: lscp, mclp, p-median or p-center.":
      "以经典选址模型代替最低费用：lscp、mclp、p-median 或 p-center。",
    "With --objective: how many new facilities there are; lscp needs none.":
      "与 --objective 同用：新增设施数；lscp 不需要。",
    "With --objective lscp and mclp: metres. Default: the reach of the failing clauses.":
      "与 --objective lscp、mclp 同用：服务距离（米）。默认：不符合条款的服务距离。",
    "With --objective, what weighs at a compound: residents, or the clause's own demand as 'clause'. Default: residents.":
      "与 --objective 同用，小区的权重：residents（居民）或 clause（条款要求的需求量）。默认：residents。",
    "A kind of facility that may be built, with its sizes: KIND or 'KIND:places=30,60;floor_area=300,560;cost=80,130' (may be repeated). Default: the kinds that failing clauses count.":
      "可建的设施类型及其规模：写作 类型 或“类型:places=30,60;floor_area=300,560;cost=80,130”（可多次使用）。默认：不符合条款所计的类型。",
    "Where facilities may be built: a layer with columns id, land_area, kinds, cost, choice; 'parcels'; a grid of so many metres, as 'grid:250'; or where streets of the network meet, so many metres apart, as 'streets:250'. Default: the project's candidates, else parcels.":
      "可建设施的位置：带 id、land_area、kinds、cost、choice 列的图层；parcels（各小区）；按米划分的网格，如 grid:250；或路网中道路相交处，彼此至少相距若干米，如 streets:250。默认：项目的候选地，没有则为各小区。",
    "CRS of the layer of --candidates, where it does not say.":
      "--candidates 图层的坐标系（图层未注明时）。",
    "Only one new facility of a kind in each unit of this level, such as community.":
      "此级别的每个行政单元内，同类新增设施只设一处，如 community。",
    "Metres that new facilities of a kind must be apart.":
      "同类新增设施的最小间距（米）。",
    "The most that all may cost; if it does not suffice, everybody gets as much as can be.":
      "费用上限；不足时使各对象所得比例尽可能高。",
    "Facilities of these kinds that stand may be enlarged to one of the sizes, at the cost of what is added.":
      "既有的同类设施可扩建至其中一档规模，按增加的部分计费用。",
    "What is built in which year, most need first: the money of each year, as 2026:500,2027:300.":
      "分年度建设，先满足需求最多者：各年度资金，如 2026:500,2027:300。",
    "Also say what a quarter, a half and three quarters of the money could do.":
      "同时给出四分之一、一半和四分之三费用所能达到的效果。",
    "Seconds after which the search gives the best that it has. Default: 10.":
      "搜索时限（秒），到时给出当前最好的方案。默认：10。",
    "Steps after which the search ends, for the same answer on every machine.":
      "搜索步数上限，使各机器所得方案相同。",
    "Of all that the search draws by lot. Default: 1.":
      "搜索所用随机数的种子。默认：1。",
    "Print the proposal as JSON on standard output.":
      "在标准输出以 JSON 打印方案。",
  ]
}
