extension FaultWords {
  /// Of files that cannot be used as a whole.
  static let loading = [
    "the file does not say in which CRS it is; state it with --crs EPSG:4490 (CGCS2000), or EPSG:4326 (WGS 84), GCJ-02 (Amap), BD-09 (Baidu)":
      "文件未说明坐标系；请用 --crs 声明：EPSG:4490（CGCS2000）、EPSG:4326（WGS 84）、GCJ-02（高德）或 BD-09（百度）",
    "the city's row of facility %1 takes no part, see rejected.geojson; mend it first, or give another id":
      "设施 %1 在现状数据中未采用（见 rejected.geojson）；请先改正该行，或换一个编号",
    "%1 must not be below 0: %2": "%1 不能小于0：%2",
    "line %1: %2": "第%1行：%2",
    "feature %1: %2": "第%1个要素：%2",
    "facility %1 is in another row, too; put them into one":
      "设施 %1 还出现在另一行；请合并为一行",
    "there is no site in it, so nothing could be built":
      "文件没有任何候选地，无处可建",
    "row %1: '%2' is no kind of facility that may be built there":
      "第%1行：“%2”不是可建的设施类型",
    "row %1: '%2' says nothing of a site; write free (可选), forced (必选) or forbidden (禁选)":
      "第%1行：“%2”不是候选地的选择；请填写 可选、必选 或 禁选",
    "row %1: the cost '%2' is no number from 0 up":
      "第%1行：费用“%2”不是不小于0的数",
    "there is no row in it, so nothing would be done":
      "文件没有任何行，无事可做",
    "'%1' says nothing that can be done; write add (新增), move (迁移), close (关闭) or change (调整)":
      "“%1”不是可识别的操作；请填写 新增、迁移、关闭 或 调整",
    "%1 facilities are called '%2'; write the id of the one":
      "有%1处设施名称为“%2”；请填写设施编号",
    "there is a facility %1 already; write 'change' to alter it, or another id":
      "已有设施 %1；如要调整请填写“调整”，否则请换一个编号",
    "no facility has the id or name '%1'":
      "没有编号或名称为“%1”的设施",
    "it is to be moved, and there is no place in the row; give it one":
      "操作为迁移，但该行没有位置；请补充位置",
    "it is to be added, and there is no place in the row; give it one":
      "操作为新增，但该行没有位置；请补充位置",
    "%1: no such file; check the path": "%1：没有此文件；请检查路径",
    "no such file; check the path of the network": "没有此文件；请检查路网文件的路径",
    "%1 is a folder; name a file in it": "%1 是文件夹；请写明其中的文件",
    "%1: the file is empty; export it again": "%1：文件是空的；请重新导出",
    "%1: a file of this format has no layers; take out `layer: %2`":
      "%1：此格式的文件没有图层；请删去 `layer: %2`",
    "it has no columns": "文件没有列",
    "its columns: %1%2": "文件的列：%1%2",
    "there is no column '%1' for '%2'%3; %4": "没有对应“%2”的列“%1”%3；%4",
    "there is no column '%1' for '%2'%3; its columns: %4": "没有对应“%2”的列“%1”%3；文件的列：%4",
    "unknown unit '%1' of '%2'%3; known units: %4": "“%2”的单位“%1”无法识别%3；可用单位：%4",
    "no column was taken for '%1'; state `fields: {%2: …}`%3; %4":
      "没有可作“%1”的列；请声明 `fields: {%2: …}`%3；%4",
    ", or `fields: {id: row}` to number the rows": "，或写 `fields: {id: row}` 以行号为编号",
    " (or `kinds: {'*': …}` if all are of one kind)": "（全部为同一类型时写 `kinds: {'*': …}`）",
    " (or `level: community` if all are of one level)": "（全部为同一级别时写 `level: community`）",
    " (or `facility:` if they are entrances of facilities)": "（设施的出入口写 `facility:`）",
    "the file does not say in which CRS it is; state it in the project file: `%1: {file: %2, crs: EPSG:4490}` (CGCS2000), or EPSG:4326 (WGS 84), GCJ-02 (Amap), BD-09 (Baidu)":
      "文件未说明坐标系；请在项目文件中声明：`%1: {file: %2, crs: EPSG:4490}`（CGCS2000），或 EPSG:4326（WGS 84）、GCJ-02（高德）、BD-09（百度）",
    "no column of coordinates was found; its columns: %1; name them lon and lat (or 经度, 纬度), put both into one column (坐标: 113.8597,34.0592), or state `fields: {x: …, y: …}` or, for well-known text, `fields: {wkt: …}`%2":
      "没有坐标列；文件的列：%1；请将列命名为 lon、lat（或经度、纬度），或把两者写在一列（坐标：113.8597,34.0592），或声明 `fields: {x: …, y: …}`，WKT 写 `fields: {wkt: …}`%2",
    "none of its %1 rows can be used: %2; look at them with: siting inspect %3":
      "%1 行均不可用：%2；可用 siting inspect %3 查看",
    "%1 in row %2": "%1（第 %2 行）",
    "%1 in %2 rows, first in row %3": "%1（%2 行，首见于第 %3 行）",
    "%1; %2": "%1；%2",
    "total row": "合计行", "remark row": "表下说明行", "unreadable row": "无法读取的行", "no geometry": "缺少坐标或图形",
    "unusable geometry": "图形不可用", "wrong geometry": "图形类型不符",
    "coordinates out of range": "坐标超出范围", "zero coordinates": "坐标为零",
    "missing id": "缺少编号", "repeated id": "编号重复", "missing kind": "缺少设施类型",
    "unknown kind": "设施类型未知", "not a facility": "不是设施", "missing level": "缺少级别",
    "unknown level": "级别未知", "negative count": "数量为负", "missing parcel": "缺少小区编号",
    "unknown parcel": "没有该小区", "unknown facility": "没有该设施",
    "`kinds` gives '%1' the unknown kind '%2'%3": "`kinds` 中“%1”对应的设施类型“%2”不存在%3",
    "such as %1": "如 %1",
    "the coordinates look like degrees (%1), but the CRS is %2; state `crs: EPSG:4490` (CGCS2000), or EPSG:4326, GCJ-02, BD-09":
      "坐标像是经纬度（%1），坐标系却是 %2；请声明 `crs: EPSG:4490`（CGCS2000），或 EPSG:4326、GCJ-02、BD-09",
    "the coordinates are latitude before longitude, or northing before easting (%1); swap the two columns: longitude or easting comes first":
      "坐标的纬度（北坐标）写在了经度（东坐标）之前（%1）；请对调两列，经度或东坐标在前",
    "the coordinates (%1) are no places in %2, but in %3 they are; state `crs: %4`%5":
      "坐标（%1）不在 %2 的范围内，而在 %3 的范围内；请声明 `crs: %4`%5",
    ", and swap the two columns: easting comes first": "，并对调两列，东坐标在前",
    "the coordinates look like metres (%1), but the CRS is %2; state the projected CRS, such as `crs: EPSG:4547` (CGCS2000, 3-degree zone, 114° E)":
      "坐标像是以米为单位（%1），坐标系却是 %2；请声明投影坐标系，如 `crs: EPSG:4547`（CGCS2000 三度带，中央经线 114°E）",
    "%1 of %2 rows are no places in %3 (%4); check `crs:`, and that longitude or easting comes first":
      "%2 行中有 %1 行不在 %3 的范围内（%4）；请检查 `crs:`，并确认经度或东坐标在前",
    "the coordinates look like metres with the number of a zone (such as %1), but the CRS is %2; state `crs: %3` (%4) if the data is in CGCS2000%5":
      "坐标像是带带号的米制坐标（如 %1），坐标系却是 %2；若数据为 CGCS2000，请声明 `crs: %3`（%4）%5",
    "the coordinates look like those of a web map's plane (such as %1), but the CRS is %2; state `crs: EPSG:3857` if the map is in WGS 84; those of Baidu's plane are not read":
      "坐标像是网络地图的平面坐标（如 %1），坐标系却是 %2；若地图为 WGS 84，请声明 `crs: EPSG:3857`；百度平面坐标无法读取",
    "the coordinates look like degrees without their point (such as %1); divide both columns by %2":
      "坐标像是缺小数点的经纬度（如 %1）；请将两列除以 %2",
    "in %1 it lies %2 km from the other layers, in %3 among them; state `crs: %4`, or correct that of the others":
      "按 %1，它距其他图层 %2 公里；按 %3 则与它们在一处；请声明 `crs: %4`，或更正其他图层的坐标系",
    "; are they separated by '%1'? Then write `sep=%2` into a line above them, or save the table with commas":
      "；各列是否以“%1”分隔？如是，请在其上加一行 `sep=%2`，或另存为逗号分隔",
    "working_crs: %1": "working_crs：%1",
  ]

  /// Of project files.
  static let project = [
    "schema must be 1, the only version there is": "schema 应为 1，目前只有这一版",
    "the project": "项目", "layers": "图层", "fields": "fields", "the fields of %1": "%1 的字段",
    "assumptions": "assumptions", "a statistic": "统计指标", "statistics": "statistics",
    "parameters": "parameters", "unit": "unit", "scope": "scope", "level": "level",
    "distances": "distances", "attribution": "attribution", "status": "status",
    "unknown level '%1'%2": "没有级别“%1”%2",
    "unknown facility kind '%1'%2": "没有设施类型“%1”%2",
    "unknown key '%1' in %2%3": "%2中没有键“%1”%3",
    "%1 must be a day such as 2025-12-31, not '%2'%3": "%1应为日期，例如 2025-12-31，不能是“%2”%3",
    "; write '%1' if that is meant": "；如是此日，请写“%1”",
    "%1: %2": "%1：%2",
    "distances in a plane are those of a stated one: state its CRS as `working_crs`":
      "平面距离须指明平面：请在 `working_crs` 声明其坐标系",
    "%1 must be %2": "%1必须%2", "more than 0": "大于 0",
    "at least 1: a walk is not shorter than the straight line": "至少为 1：步行距离不短于直线距离",
    "%1 must be more than 0, not '%2'": "%1必须大于 0，不能是“%2”",
    "this unit has statistics already; put its figures in one entry":
      "该单元已有统计指标；请写在同一项中",
    "there can be one network; merge the files": "路网只能有一个；请合并文件",
    "'%1' is a length in metres from 0 to 10,000": "“%1”为以米计的长度，0 至 10000",
    "%1 must be a path, a mapping with 'file', or a list of these":
      "%1应为路径、含“file”的映射，或其列表",
    "'%1' is no number, and has no unit": "“%1”不是数字，没有单位",
    "'%1' is stated without '%2'; state both, or neither to have them found":
      "写了“%1”而没有“%2”；请都写，或都不写以自动识别",
    "state 'x' and 'y', or 'wkt', not both": "请写“x”和“y”，或写“wkt”，不能都写",
    "a parameter's name": "参数名", "a kind's word": "类型词", "a kind": "类型", "'%1'": "“%1”",
  ]
}
