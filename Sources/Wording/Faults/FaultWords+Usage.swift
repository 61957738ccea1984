extension FaultWords {
  /// Of how commands are called.
  static let usage = [
    "%1 and %2 both have the id '%3'; give each its own":
      "%1 与 %2 的标识同为“%3”；请各用各的标识",
    "%1 rows are called '%2': name one by its id: %3":
      "有%1行名称为“%2”：请用编号指定：%3",
    "%1 takes %2 above 0 and at most %3%4, such as %5; not '%6'":
      "%1 的值为大于0、不超过%3%4的%2，如 %5，不能是“%6”",
    "'%1' is in several packs: %2":
      "多个规则包都有“%1”：%2",
    "'%1' is no level of units%2":
      "“%1”不是行政单元级别%2",
    "'%1' takes no part: %2: row %3: %4":
      "“%1”未采用：%2第%3行：%4",
    "build: '%1' is no kind of facility%2":
      "“build”：没有设施类型“%1”%2",
    "build: '%1' is no list of amounts, such as places=30,60,90":
      "“build”：“%1”不是规模列表，应如 places=30,60,90",
    "build: each list must have as many amounts as there are sizes":
      "“build”：各列表的数值个数应相同",
    "build: a facility has no '%1'%2":
      "“build”：设施没有“%1”%2",
    "--candidates %1: takes metres from 10 up, such as %2:250":
      "--candidates %1: 后为不小于10的米数，如 %2:250",
    "'%1' takes metres from 10 up, such as %2:250":
      "“%1”后为不小于10的米数，如 %2:250",
    "--candidates streets: needs a network in the project, as 'layers: network'":
      "--candidates streets: 需要项目中有路网（“layers: network”）",
    "'budget' is a number from 0 up":
      "“budget”应为不小于0的数",
    "candidates are named under 'layers', too; name them once":
      "“layers”下已写明候选地；请只写一处",
    "'%1' must be more than 0 and less than %2":
      "“%1”应大于0且小于%2",
    "'%1' is a whole number from %2 up":
      "“%1”应为不小于%2的整数",
    "--budget takes a number from 0 up":
      "--budget 应为不小于0的数",
    "--iterations must be at least 1":
      "--iterations 至少为1",
    "'%1' is no objective%2":
      "没有选址模型“%1”%2",
    "'%1' is no demand%2":
      "没有需求类型“%1”%2",
    "--sites takes a whole number from 0 up":
      "--sites 应为不小于0的整数",
    "--reach takes metres above 0 and below 49,000":
      "--reach 应为大于0且小于49,000的米数",
    "--%1 goes with --objective":
      "--%1 须与 --objective 同用",
    "--objective %1 needs --sites, the number of new facilities":
      "--objective %1 需要 --sites（新增设施数）",
    "--%1 goes with the least cost, not with --objective":
      "--%1 用于最低费用，不能与 --objective 同用",
    "--stages takes the money of years, one later than the other, as 2026:500,2027:300":
      "--stages 应为各年度资金，年份递增，如 2026:500,2027:300",
    "'stages' has the money of years, one later than the other, as {2026: 500, 2027: 300}":
      "“stages”应为各年度资金，年份递增，如 {2026: 500, 2027: 300}",
    "--budget and --trade-off go with the least cost, not with --objective":
      "--budget、--trade-off 用于最低费用，不能与 --objective 同用",
    "--seconds must be above 0":
      "--seconds 应大于0",
    "--spacing takes metres above 0":
      "--spacing 应为大于0的米数",
    "--database takes one result; leave --scenario out":
      "--database 只写出一个结果；请去掉 --scenario",
    "--out %1 holds a result itself; name another folder for the scenario":
      "--out %1 本身已是一个结果文件夹；请为设想方案另指定文件夹",
    "--scenario compares whole results; leave --outputs and --only-failing out":
      "--scenario 对比完整结果；请去掉 --outputs 和 --only-failing",
    "--as-of takes a day such as 2025-12-31, not '%1'":
      "--as-of 应为日期，如 2025-12-31，不能是“%1”",
    "--crs is for CSV files named as options; in a project file write 'crs:' at the layer":
      "--crs 只用于以选项指定的 CSV 文件；项目文件中请在图层处写 `crs:`",
    "--point takes longitude,latitude such as 115.65,34.44, not '%1'":
      "--point 应为经度,纬度，如 115.65,34.44，不能是“%1”",
    "no facilities layer is named, so nothing can be judged; use --facilities or 'layers: {facilities: …}' in the project":
      "没有指定设施图层，无法判定；请用 --facilities，或在项目文件写 `layers: {facilities: …}`",
    "no parcel, facility or unit has the id or name '%1'%2":
      "没有编号或名称为“%1”的小区、设施或行政单元%2",
    "no plan is named; give a file or a folder, or 'layers: {plan: …}' in the project":
      "没有指定方案；请给出文件或文件夹，或在项目文件写 `layers: {plan: …}`",
    "no rule '%1' in %2%3":
      "规则包 %2 中没有规则“%1”%3",
    "no rule '%1'%2":
      "没有规则“%1”%2",
    "no rule pack is named; use --pack or 'packs:' in the project. Built-in packs: %1":
      "没有指定规则包；请用 --pack，或在项目文件写 `packs:`。内置规则包：%1",
    "rule pack '%1' is named twice; name each pack once":
      "规则包“%1”指定了两次；每个只写一次",
    "there is no facility kind '%1'%2":
      "没有设施类型“%1”%2",
    "%1 is for a single plan; with several give each a column, such as 项目名称":
      "%1 只用于单个方案；有多个方案时请在各方案数据中设列，如 项目名称",
    "%1 is there already; name another file with --out, or move it away":
      "%1 已存在；请用 --out 另指文件，或将其移走",
    "%1 names nothing; leave it out to judge by all rules":
      "%1 没有写明规则；按全部规则判定时请不写此选项",
    "%1: it does not say in which CRS it is; use --crs":
      "%1：文件未说明坐标系；请用 --crs 指定",
    "%1: name a file that ends with %2":
      "%1：文件名应以 %2 结尾",
    "%1: there is no plan in this folder; plans are files such as plan.geojson":
      "%1：文件夹中没有方案；方案是 plan.geojson 一类的文件",
    "--crs must be a projected CRS in metres, such as EPSG:4547":
      "--crs 应为以米为单位的投影坐标系，如 EPSG:4547",
    "--crs must be a transverse Mercator, such as EPSG:4547: lengths are those on the ground; for a project with `distances: plane` name the project":
      "--crs 应为横轴墨卡托（高斯-克吕格）投影，如 EPSG:4547：长度为地面长度；项目写有 `distances: plane` 时请指定项目",
    #"--database: name a connection, such as "PG:host=localhost dbname=city""#:
      #"--database：请写连接，如 "PG:host=localhost dbname=city""#,
    "--depth is for --form blocks":
      "--depth 只用于 --form blocks",
    "--depth is in metres, at least %1 (%2 times the offset of %3) and at most %4, such as %5; not %6":
      "--depth 以米为单位，不小于%1（--offset %3的%2倍）、不大于%4，如 %5，不能是 %6",
    "--form blocks is for walks along streets, --radius draws circles":
      "--form blocks 用于沿道路步行，--radius 绘制的是圆",
    "--offset is in metres, at least 1 and at most 500, such as 25; not %1":
      "--offset 以米为单位，不小于1、不大于500，如 25，不能是 %1",
    "--out %1 is one of the two runs; name another folder":
      "--out %1 是所对比的结果之一；请另指文件夹",
    "--out must end with .%1":
      "--out 应以 .%1 结尾",
    "--plan-facilities is for a single plan; with several name each PLAN.facilities.geojson":
      "--plan-facilities 只用于单个方案；有多个方案时请各命名为 PLAN.facilities.geojson",
    "--radius is for circles, --minutes and --metres are for walks":
      "--radius 用于圆，--minutes 和 --metres 用于步行",
    "--speed is in metres per minute, above 0 and at most 600, such as 60; not %1":
      "--speed 以米/分为单位，大于0、不大于600，如 60，不能是 %1",
    "--threads must be at least 1":
      "--threads 至少为1",
    "--to: GeoJSON is in WGS 84, and a workbook has no geometry":
      "--to：GeoJSON 只用 WGS 84，工作簿没有图形",
    "name a file":
      "请指定文件",
    "name a project file, or layers with --parcels and --facilities":
      "请指定项目文件，或用 --parcels 和 --facilities 指定图层",
    "name a project, or facilities with --facilities":
      "请指定项目，或用 --facilities 指定设施",
    "name a subject or a --point, not both":
      "对象与 --point 只能指定其一",
    "name the folders of two runs or more":
      "请指定两个以上的结果文件夹",
    "name the files":
      "请指定文件",
    "name the project that is to use the network, or a --crs":
      "请指定使用该路网的项目，或用 --crs 指定坐标系",
    "the project names no network; name a file":
      "项目没有步行路网；请指定文件",
  ]
}
