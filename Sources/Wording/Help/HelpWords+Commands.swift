extension HelpWords {
  /// The first half of what commands say of themselves and their options.
  static let ofCommands: [String: String] = [
    "Checks where people live against where care is.":
      "核查居住小区与养老、托育设施的配置是否匹配。",
    """
    Point it at residential parcels, elder-care and childcare facilities and administrative units, name the policies that apply, and get a verdict for every clause.

    Exit codes: 0 done; 1 a plan does not comply (review), a failure was found (check --fail-on), there is no such proposal (propose), or a case does not agree (conformance); 64 wrong usage; 65 bad data; 66 input not found; 70 a fault of ours; 73 cannot write the output.
    """:
      """
    给出居住小区、养老和托育设施、行政单元，指定适用的政策，即可得到每项条款的结论。

    退出码：0 完成；1 方案不符合（review）、存在不符合（check --fail-on）、没有可行的选址方案（propose）或用例不一致（conformance）；64 用法错误；65 数据有误；66 未找到输入；70 程序自身故障；73 无法写出结果。
    """,
    "Show the version.":
      "显示版本。",
    "Show help information.":
      "显示帮助信息。",
    "Judge all parcels, facilities and units, and publish layers, tables and a report.":
      "判定全部居住小区、设施和行政单元，并写出图层、表格和报告。",
    #"""
    Takes a project file, or the layers as options:
      siting check project.yaml --out out
      siting check --parcels parcels.geojson --facilities facilities.csv \
        --units community=communities.geojson --pack shangqiu-2022 --out out
    """#:
      #"""
    使用项目文件，或用选项指定图层：
      siting check project.yaml --out out
      siting check --parcels parcels.geojson --facilities facilities.csv \
        --units community=communities.geojson --pack shangqiu-2022 --out out
    """#,
    "The project file.":
      "项目文件。",
    "The folder to write; an earlier result there is replaced as a whole.":
      "要写出的结果文件夹；其中原有结果将整体替换。",
    "Residential parcels (may be repeated).":
      "居住小区（可多次使用）。",
    "Facilities (may be repeated).":
      "设施（可多次使用）。",
    "Administrative units, as LEVEL=FILE or FILE (may be repeated).":
      "行政单元，写作 LEVEL=FILE 或 FILE（可多次使用）。",
    "Gates of parcels.":
      "居住小区出入口。",
    "The walking network: OpenStreetMap data, a saved .walknet, or street lines.":
      "步行路网：OpenStreetMap 数据、已保存的 .walknet 或道路线。",
    "A rule pack: built-in id or path (may be repeated).":
      "规则包：内置标识或路径（可多次使用）。",
    "CRS of the CSV files named as options, such as EPSG:4547, GCJ-02 or BD-09.":
      "用选项指定的 CSV 文件的坐标系，如 EPSG:4547、GCJ-02 或 BD-09。",
    "Divide shared supply this way in every rule: on_site, fair, two_step, pooled, in_reach.":
      "各项规则统一按此方式分摊共用供给：on_site、fair、two_step、pooled、in_reach。",
    "Judge by these rules only: rule,rule or pack/rule; * stands for any letters.":
      "只按这些规则判定：rule,rule 或 pack/rule；* 代表任意字符。",
    "Rules":
      "规则",
    "Leave these rules out.":
      "排除这些规则。",
    "Judge by the rules of these topics, and those of --only: childcare-circle,elder-land.":
      "只按这些主题的规则和 --only 所列规则判定，如 childcare-circle,elder-land。",
    "The day the answer is for, such as 2025-12-31.":
      "结论对应的日期，如 2025-12-31。",
    "Count facilities that are under construction, planned or not open yet, flagged.":
      "计入在建、规划和尚未启用的设施，并予以标注。",
    "Facilities that are added, moved, closed or changed, as a layer or table with a column 'action': the result without and with them, and what changes, are written to OUT/before, OUT/after and OUT/changes.":
      "设想新增、迁移、关闭或调整的设施，图层或带“操作”（action）列的表：不含与含这些设施的结果以及两者差异，分别写到 OUT/before、OUT/after 和 OUT/changes。",
    "Say in the report how the result depends on detour, walking speed and household size: judges up to six times more.":
      "在报告中列出结果随绕行系数、步行速度和户均人口的变化：最多需多核查六遍。",
    "Write only these files or layers, such as parcels,findings.csv or parcels.geojson.":
      "只写出这些文件或图层，如 parcels,findings.csv 或 parcels.geojson。",
    "Results":
      "结果",
    "Formats of the layers, such as gpkg or geojson,xlsx: geojson (the default), gpkg (one file that a GIS opens coloured by verdict), fgb, shp, xlsx.":
      "图层格式，如 gpkg 或 geojson,xlsx：geojson（默认）、gpkg（单个文件，在 GIS 中打开即按结论着色）、fgb、shp、xlsx。",
    "Columns of the layers: brief, or all. Default: all in GeoJSON, brief in the others.":
      "图层的列：brief（简要）或 all（全部）。默认：GeoJSON 为 all，其他格式为 brief。",
    "Write only what fails: such findings, and the parcels, facilities and units with one.":
      "只写出不符合的内容：不符合的核查结果，以及有此类结果的居住小区、设施和行政单元。",
    "Compress GeoJSON and CSV files: parcels.geojson.gz.":
      "压缩 GeoJSON 和 CSV 文件：parcels.geojson.gz。",
    #"Also write the layers as tables to PostGIS: "PG:dbname=…"; all or none."#:
      #"同时将图层写入 PostGIS 数据表："PG:dbname=…"；全部写入，否则都不写入。"#,
    "The schema of these tables. Default: that of the user.":
      "数据表所在的模式（schema）。默认：用户的模式。",
    "Exit with status 1 if there is such a verdict: fail.":
      "存在此类结论时，以退出码1结束：fail。",
    "Print a summary as JSON on standard output.":
      "向标准输出写出 JSON 格式的摘要。",
    "Language of labels and reports: zh or en. Default: from the locale.":
      "标签和报告的语言：zh 或 en。默认：按系统区域设置。",
    "Say nothing on standard error but errors.":
      "标准错误输出中只显示错误。",
    "How many tasks may run at a time. Default: the number of cores.":
      "最多同时运行的任务数。默认：处理器核数。",
    "Judge new housing plans before approval, clause by clause, and say what is missing.":
      "新建住宅方案审批前逐条审查，并指出缺项。",
    """
    A plan is a file with its parcels (households, population) and its planned facilities: rows
    with a facility kind are facilities. A plan may be of facilities only. A folder is all plans
    in it; PLAN.facilities.geojson beside PLAN.geojson holds the facilities of that plan.
      siting review plan.geojson --project project.yaml --out opinion
      siting review plans/ --project project.yaml --together

    Clauses are told apart by duty: what the project itself must provide is its developer's, what
    is around it the authorities'. Ends with 1 if a clause that is not advisory fails, else with 65
    if missing data leaves one undecided, else with 0; --duty says whose clauses decide that.
    """:
      """
    方案为一个文件，包含地块（户数、人口）和规划设施：
    填有设施类别的行即为设施。方案可以只有设施。指定文件夹时，审查其中全部方案；
    与 PLAN.geojson 同一文件夹下的 PLAN.facilities.geojson 为该方案的设施。
      siting review plan.geojson --project project.yaml --out opinion
      siting review plans/ --project project.yaml --together

    条款按责任方区分：项目自身应当配建的由建设单位负责，项目周边的由主管部门负责。
    有倡导性以外的条款不符合时，退出码为1；否则，因缺少数据有此类条款无法判定时，退出码为65；
    其余为0。--duty 指定以哪一责任方的条款为准。
    """,
    "Plans: files, or folders of files. Default: the plan that the project names.":
      "方案：文件，或存放方案文件的文件夹。默认：项目文件指定的方案。",
    "The project file of the city.":
      "城市的项目文件。",
    "Planned facilities in a file of their own (for a single plan).":
      "单独成文件的规划设施（仅限单个方案）。",
    "The folder to write; with several plans one folder in it for each.":
      "要写出的文件夹；有多个方案时，每个方案在其中各建一个文件夹。",
    "Whose clauses decide the conclusion and the status: developer, authority or all.":
      "以哪一责任方的条款决定审查结论和退出码：developer（建设单位）、authority（主管部门）或 all（全部）。",
    "Who reviews, for the head of the opinion and the line to sign.":
      "审查单位，用于审查意见的抬头和签署栏。",
    "Form":
      "文书信息",
    "The number of the opinion (of a single plan).":
      "审查意见编号（仅限单个方案）。",
    "What the project is called (of a single plan).":
      "项目名称（仅限单个方案）。",
    "Who builds it.":
      "建设单位。",
    "Who designed it.":
      "设计单位。",
    "Where it is, in words.":
      "项目位置，用文字说明。",
    "The number of its planning conditions.":
      "规划条件编号。",
    "The how manieth time it is handed in.":
      "第几次报审。",
    "The day on which it was handed in.":
      "报审日期。",
    "CRS of plans in tables (CSV), which state none, such as EPSG:4547.":
      "表格（CSV）方案的坐标系（表格本身不注明坐标系），如 EPSG:4547。",
    "Count facilities of the city that are under construction, planned or not open yet.":
      "计入城市中在建、规划和尚未启用的设施。",
    "Review plans in the order given, each with those before it built.":
      "按给定顺序审查方案，审查每个方案时视其前面的方案为已建成。",
    "Also print the opinion to PDF, if a browser is installed.":
      "同时将审查意见输出为 PDF，需已安装浏览器。",
    "Leave out what the plan does to others.":
      "不列方案对其他对象的影响。",
    "Leave out what would make the plan pass.":
      "不列使方案符合要求的措施。",
    "Print what opinion.json holds on standard output; of several plans a list of it.":
      "向标准输出写出 opinion.json 的内容；有多个方案时写出其列表。",
    "Say why a clause says of a parcel, facility or unit what it does.":
      "说明条款对居住小区、设施或行政单元作出该结论的依据。",
    """
    From the clause over its figure to rows and files: what was counted, what was not and why,
    how far it is, which bottleneck of the fair division binds, and what would change the verdict.
      siting why project.yaml XQ-0001
      siting why project.yaml XQ-0001 --rule five-minute-nursery
      siting why project.yaml --point 115.65,34.44 --rule 'five-minute-*'
    """:
      """
    从条款、数值逐级追溯到行和文件：计入了什么，未计入什么及其原因，
    距离多远，公平分配受哪一瓶颈限制，以及哪些变化会改变结论。
      siting why project.yaml XQ-0001
      siting why project.yaml XQ-0001 --rule five-minute-nursery
      siting why project.yaml --point 115.65,34.44 --rule 'five-minute-*'
    """,
    "Id or name of a parcel, facility or unit; without one, the territory.":
      "居住小区、设施或行政单元的编号或名称；不填时为全域。",
    "Rules to explain: rule or pack/rule; * stands for any letters. Default: an overview.":
      "要说明的规则：rule 或 pack/rule；* 代表任意字符。默认：概览。",
    "A place in place of a subject, as longitude,latitude (WGS 84).":
      "以地点代替对象，写作“经度,纬度”（WGS 84）。",
    "Print the same as JSON.":
      "以 JSON 格式输出相同内容。",
    "What changed between results of 'siting check', as a table, a page and a layer.":
      "以表格、网页和图层列出 siting check 各次结果之间的变化。",
  ]
}
