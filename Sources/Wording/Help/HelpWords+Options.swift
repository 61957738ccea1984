extension HelpWords {
  /// The rest.
  static let ofOptions: [String: String] = [
    """
    Compares finding by finding, and says what went into the two runs differently:
      siting compare result-2024 result-2025 --out changes
    Of more than two the first and the last are compared, and all are told as a trend.
    Without --out the table is all there is. To compare rule packs: siting rules compare.
    """:
      """
    逐条比较核查结果，并指出两次运行的输入有何不同：
      siting compare result-2024 result-2025 --out changes
    不使用 --out 时只输出表格。比较规则包请用：siting rules compare。
    """,
    "The folders of the runs, earlier ones first.":
      "各次运行的结果文件夹，按先后排列。",
    "The folder to write changes.html, changes.geojson and changes.csv to; an earlier one is replaced.":
      "写出 changes.html、changes.geojson 和 changes.csv 的文件夹；原有文件夹将被替换。",
    "Print the comparison as JSON on standard output.":
      "向标准输出写出 JSON 格式的比较结果。",
    "List, show, lint and compare rule packs.":
      "列出、显示、检查和比较规则包。",
    "List the built-in packs, or the rules of one pack.":
      "列出内置规则包，或某一规则包的规则。",
    "A pack: built-in id or path. Default: all built-in packs.":
      "规则包：内置标识或路径。默认：全部内置规则包。",
    "Show one rule: what it says, where it stands, what it needs.":
      "显示一项规则：内容、出处和所需数据。",
    "PACK/RULE, or just RULE when only one built-in pack has it.":
      "PACK/RULE；只有一个内置规则包含有该规则时，可只写 RULE。",
    "Check rule pack files; every complaint names line and column.":
      "检查规则包文件；每处问题均注明行号和列号。",
    "Files.":
      "文件。",
    "Put clauses of the same meaning side by side.":
      "并列对照含义相同的条款。",
    "A pack: built-in id or path.":
      "规则包：内置标识或路径。",
    "Another.":
      "另一个规则包。",
    "Print JSON.":
      "以 JSON 格式输出。",
    "What is in this file, and will it work?":
      "查看文件内容，并判断能否使用。",
    "Shows rows, geometry, CRS, columns and what they are taken for, facility kinds that are known or not, and everything that a run would reject or note. Of a project file it shows what is wrong in all of its files, in the order of what to do. Ends with status 65 when the file cannot be used as it is.":
      "显示行、几何、坐标系、各列及其识别结果、已识别和未识别的设施类别，以及运行时会列为未采用或予以提示的全部内容。对项目文件，按处理的先后顺序列出其全部文件中的问题。文件不能直接使用时，退出码为65。",
    "The file, or a project file, of which all files are looked into.":
      "文件；如为项目文件，则查看其中的全部文件。",
    "The layer, where there are several.":
      "图层，文件有多个图层时填写。",
    #"Which rows, as SQL has it: "户数 > 100"."#:
      #"选取哪些行，按 SQL 写法："户数 > 100"。"#,
    "Only rows with a point in it, in the coordinates of the file: 115.6,34.4,115.7,34.5.":
      "只选取有点落入该范围的行，按文件自身坐标填写：115.6,34.4,115.7,34.5。",
    "CRS, where the file states none or a wrong one, such as EPSG:4547, GCJ-02 or BD-09.":
      "坐标系，文件未注明或注明有误时填写，如 EPSG:4547、GCJ-02 或 BD-09。",
    "Text encoding, such as GBK.":
      "文字编码，如 GBK。",
    "What the rows are: parcels, facilities, units, entrances, plan or network. Default: what the columns say.":
      "各行的内容：parcels（居住小区）、facilities（设施）、units（行政单元）、entrances（出入口）、plan（方案）或 network（步行路网）。默认：根据列判断。",
    "A layer known to be right, such as parcels, streets or OpenStreetMap data: which datum fits it best, CGCS2000, GCJ-02 (Amap) or BD-09 (Baidu).":
      "已知位置正确的图层，如居住小区、道路或 OpenStreetMap 数据，用于判断哪种坐标基准与其最吻合：CGCS2000、GCJ-02（高德）或 BD-09（百度）。",
    "Level of the rows of a units file that do not state it.":
      "行政单元文件的行未注明层级时，所采用的层级。",
    "The day on which facilities are to stand, such as 2025-12-31.":
      "判断设施是否存在的日期，如 2025-12-31。",
    "Print JSON on standard output.":
      "向标准输出写出 JSON。",
    "Write a project file for these files, with what it could not find out.":
      "为这些文件编写项目文件，并列出未能确定的事项。",
    """
    Looks what each file is (parcels, facilities, units, entrances, streets), and writes what it found; what only
    you can know stands in it as a question. Then: siting check project.yaml
      siting init 小区.shp 设施.xlsx 社区.gpkg roads.osm.pbf --pack shangqiu-2022
    """:
      """
    识别各文件的内容（居住小区、设施、行政单元、出入口、道路），并写出识别结果；
    只有使用者才了解的事项以问题形式列在其中。然后运行：siting check project.yaml
      siting init 小区.shp 设施.xlsx 社区.gpkg roads.osm.pbf --pack shangqiu-2022
    """,
    "Files and folders, or connections to databases.":
      "文件和文件夹，或数据库连接。",
    "The project file to write; one that is there already is left alone.":
      "要写出的项目文件；已有的文件不改动。",
    "Write a layer in another format, CRS or encoding.":
      "将图层写为其他格式、坐标系或编码。",
    """
    Reads what a run reads, with the same checks of encodings, and writes it all or nothing:
      siting convert 小区.shp parcels.gpkg --encoding GBK
      siting convert survey.gdb homes.geojson --layer 居住用地 --where "户数 > 0"
      siting convert list.xlsx list.gpkg --crs GCJ-02 --to EPSG:4490
    Written are .geojson, .gpkg, .fgb, .shp, .xlsx; GeoJSON is in WGS 84.
    """:
      """
    读取范围与核查相同，编码检查也相同；全部写出，否则都不写出：
      siting convert 小区.shp parcels.gpkg --encoding GBK
      siting convert survey.gdb homes.geojson --layer 居住用地 --where "户数 > 0"
      siting convert list.xlsx list.gpkg --crs GCJ-02 --to EPSG:4490
    可写出 .geojson、.gpkg、.fgb、.shp、.xlsx；GeoJSON 采用 WGS 84。
    """,
    "The file, folder or database connection to read.":
      "要读取的文件、文件夹或数据库连接。",
    #"The file to write, by its extension, or a connection to PostGIS, "PG:dbname=…"."#:
      #"要写出的文件，格式由扩展名确定；或 PostGIS 连接，"PG:dbname=…"。"#,
    "The CRS to write it in. Default: that of the file.":
      "写出时采用的坐标系。默认：与文件相同。",
    "What the layer, or the table, is called. Default: as the input.":
      "图层或数据表的名称。默认：与输入相同。",
    "Draw what is reached on foot from facilities, or their circles.":
      "绘制设施的步行服务范围，或以设施为圆心的圆形范围。",
    """
    With a network the areas of 5, 10 and 15 minutes are drawn along the streets that are reached;
    without one, or with --radius, they are circles.
      siting catchment --project project.yaml --minutes 5,10,15 --out catchments.geojson
      siting catchment --facilities facilities.geojson --network city.osm.pbf
      siting catchment --project project.yaml --form blocks --depth 150

    --form streets draws reached streets and --offset metres beside them. --form blocks fills what they
    surround, too, for the question "do I live in it?": every point of it is within --depth metres of a
    reached street. Neither is evidence: verdicts rest on distances.
    """:
      """
    有步行路网时，沿可达道路绘制5分钟、10分钟和15分钟的服务范围；
    无步行路网或使用 --radius 时，绘制圆形范围。
      siting catchment --project project.yaml --minutes 5,10,15 --out catchments.geojson
      siting catchment --facilities facilities.geojson --network city.osm.pbf
      siting catchment --project project.yaml --form blocks --depth 150

    --form streets 绘制可达道路及其两侧 --offset 米。--form blocks 同时填充道路围合的街区，
    用于回答“我是否住在服务范围内”：其中每一点距可达道路均不超过 --depth 米。
    两者均不作为判定依据：结论以距离为准。
    """,
    "Take facilities and network from a project.":
      "采用项目文件中的设施和步行路网。",
    "Minutes of walking, such as 5,10,15.":
      "步行分钟数，如 5,10,15。",
    "Metres of walking, such as 300,500.":
      "步行米数，如 300,500。",
    "Circles of these metres instead of walks.":
      "按此米数绘制圆形范围，不按步行计算。",
    "Walking speed in metres per minute.":
      "步行速度，单位为米/分钟。",
    "Metres that are drawn to each side of a street, 1 to 500.":
      "道路每侧的绘制宽度，单位为米，1至500。",
    "What is drawn: streets and what is beside them, or also the blocks between them.":
      "绘制内容：道路及其两侧，或同时包括道路之间的街区。",
    "Metres from a reached street within which blocks are filled, 1.5 offsets to 1000.":
      "街区填充的深度，即距可达道路的米数，为 --offset 的1.5倍至1000。",
    "Only facilities of these kinds: kind,kind.":
      "只采用这些类别的设施：kind,kind。",
    "CRS of tables named as options, such as EPSG:4547, GCJ-02 or BD-09.":
      "用选项指定的表格的坐标系，如 EPSG:4547、GCJ-02 或 BD-09。",
    "The GeoJSON file to write.":
      "要写出的 GeoJSON 文件。",
    "Build the walking network of a city once and save it, for runs that start at once.":
      "一次建成并保存城市步行路网，后续运行即可直接使用。",
    """
    A saved network is in the CRS of the runs that use it: that of the project, or one stated.
      siting network city.osm.pbf --project project.yaml --out city.walknet
    Then name it in the project file: `network: {file: city.walknet}`.
    """:
      """
    保存的步行路网与使用它的运行采用同一坐标系：项目的坐标系，或另行指定的坐标系。
      siting network city.osm.pbf --project project.yaml --out city.walknet
    然后在项目文件中写明：`network: {file: city.walknet}`。
    """,
    "OpenStreetMap data or a layer of street lines. Default: what the project names.":
      "OpenStreetMap 数据或道路线图层。默认：项目文件指定的数据。",
    "The project that is to use it.":
      "使用该步行路网的项目。",
    "The CRS to save it in, in metres, such as EPSG:4547; instead of a project.":
      "保存时采用的坐标系，以米为单位，如 EPSG:4547；用于代替项目。",
    "The file to write, walknet by its ending.":
      "要写出的文件，扩展名为 walknet。",
    "Run small cases of planning rules with known answers, and tell which ones agree.":
      "运行已知答案的规划规则小型用例，并指出哪些用例一致。",
    """
    A case is a few parcels, facilities and rules with the findings that must come out, derived by hand. Without FOLDER the cases that come with the program are run; to hold it against cases of your own, name the folder of their *.json files:
      siting conformance
      siting conformance my-cases --only coverage --keep /tmp/cases
    Each case goes the way of 'siting check', from files to files. What differs is printed, then a table by group. How a case is written stands in the README beside the cases of the program.
    """:
      """
    用例由少量居住小区、设施和规则，以及人工推算的应有核查结果组成。不填 FOLDER 时，运行程序自带的用例；要用自编用例检验，请填写其 *.json 文件所在的文件夹：
      siting conformance
      siting conformance my-cases --only coverage --keep /tmp/cases
    每个用例均按 'siting check' 的流程运行，从文件到文件。先列出不一致之处，再按组列表。用例的编写方法见程序自带用例旁的 README。
    """,
    "The folder of case files. Default: the cases that come with the program.":
      "用例文件所在的文件夹。默认：程序自带的用例。",
    "Only cases whose id or group contains this text.":
      "只运行标识或组名含有此文字的用例。",
    "Leave the files and results of each case in this folder, ready for 'siting check'.":
      "将每个用例的文件和结果保留在此文件夹，可直接用于 'siting check'。",
    "Print the outcomes as JSON on standard output.":
      "向标准输出写出 JSON 格式的运行结果。",
    "Name the cases that agree, too.":
      "同时列出一致的用例。",
  ]
}
