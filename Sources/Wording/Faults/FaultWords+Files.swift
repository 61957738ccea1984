extension FaultWords {
  /// Of files that cannot be read or written as a whole.
  static let files: [String: String] = [
    "%1:%2:%3: %4": "%1:%2:%3：%4",
    "%1: %2: %3": "%1：%2：%3",
    "%1: cannot be read (%2)": "%1：无法读取（%2）",
    "%1: more than %2 GB of text, or of values; split the file, or read some of its rows":
      "%1：文本或数值超过%2 GB；请拆分文件，或只读取其中一部分行",
    "%1: the compressed file is damaged (%2); copy or compress it again": "%1：压缩文件已损坏（%2）；请重新复制或压缩",
    "%1: %2; state the layer's crs to override the file's": "%1：%2；请声明图层的坐标系（crs），以其代替文件所写的",
    "%1: encoding %2: %3; state the file's encoding, such as GB18030 or UTF-8":
      "%1：编码%2：%3；请声明文件的编码，如 GB18030 或 UTF-8",
    "%1: the text is not UTF-8 and looks like %2, %3; state `encoding: %4`, or GB18030 if that is what it is":
      "%1：文本不是 UTF-8，像是%2（%3）；请声明 `encoding: %4`，如实为 GB18030，请声明 GB18030",
    "traditional Chinese": "繁体中文",
    "Japanese": "日文",
    "Korean": "韩文",
    "of another language": "其他语言",
    "%1: line %2: the text is UTF-8, and a character is cut in two; export the file again, or state `encoding: UTF-8` to read what is left":
      "%1：第%2行：文本是 UTF-8，但有字符被截断；请重新导出，或声明 `encoding: UTF-8`，读取其余内容",
    "%1: this is %2; %3": "%1：文件是%2；%3",
    "%1: `where` is understood by GDAL, which is not on this machine; install it (libgdal32 or newer), or take out `where`":
      "%1：`where` 由 GDAL 处理，本机没有 GDAL；请安装（libgdal32 或更高版本），或删去 `where`",
    "%1: %2 is read by GDAL, which is not on this machine; install it (libgdal32 or newer), or convert the file to GeoJSON or CSV":
      "%1：%2由 GDAL 读取，本机没有 GDAL；请安装（libgdal32 或更高版本），或将文件转换为 GeoJSON 或 CSV",
    "%1: the GDAL of this machine does not read %2; write the layer as GeoPackage with a program that does, such as QGIS or geopandas":
      "%1：本机的 GDAL 不能读取%2；请用能读取它的程序（如 QGIS、geopandas）将图层另存为 GeoPackage",
    "%1: cannot be read as %2 (%3); export or copy it again": "%1：不能按%2读取（%3）；请重新导出或复制",
    "%1: there is no layer in it; export it again": "%1：文件中没有图层；请重新导出",
    "%1: it has %2 layers; name one with `layer:`: %3": "%1：文件有%2个图层；请用 `layer:` 指定其一：%3",
    "%1: there is no layer '%2' in it; there are: %3": "%1：文件中没有图层“%2”；有：%3",
    "this version reads %1": "本版本可读取 %1",
    "%1: %2; convert it with: ogr2ogr %3gpkg %4": "%1：%2；请转换：ogr2ogr %3gpkg %4",
    "%1: this is a part of a shapefile; name %2shp": "%1：这是 Shapefile 的一部分；请写 %2shp",
    "%1: %2; save it as .xlsx": "%1：%2；请另存为 .xlsx",
    "%1: %2; unpack it, or pack it as .zip": "%1：%2；请解压，或改为 .zip 压缩",
    "%1: the name has no extension, and %2; give it that of its format":
      "%1：文件名没有扩展名，%2；请补上其格式的扩展名",
    "%1: unknown extension .%2; %3": "%1：扩展名 .%2 无法识别；%3",
    "%1: cannot be created (%2)": "%1：无法创建（%2）",
    "%1: cannot be written (%2)": "%1：无法写入（%2）",
    "there is no folder for it": "没有可放置它的文件夹",
    "GDAL, which writes %1, is not on this machine": "%1由 GDAL 写出，本机没有 GDAL",
    "FlatGeobuf has no rows without geometry, and there are %1; write a GeoPackage":
      "FlatGeobuf 的每一行都须有几何图形，而有%1行没有；请写成 GeoPackage",
    "a sheet has %1 rows at most, and %2 has %3; use --only-failing or another format":
      "工作表最多%1行，而%2有%3行；请用 --only-failing，或改用其他格式",
    "a sheet has %1 rows at most, and more findings fail; choose some rules with --only, or another format":
      "工作表最多%1行，未达标的结论超过此数；请用 --only 选取部分规则，或改用其他格式",
  ]

  /// Of coordinate reference systems.
  static let systems: [String: String] = [
    "the CRS is empty; %1": "没有写明坐标系；%1",
    "\"%1\" is not a coordinate reference system; %2": "“%1”不是坐标系；%2",
    "unknown CRS \"%1\" (%2); %3": "坐标系“%1”无法识别（%2）；%3",
    "\"%1\" is %2, not a geographic or projected CRS; %3": "“%1”是%2，不是地理坐标系或投影坐标系；%3",
    "no transformation from %1 to %2 (%3); transform the data with ogr2ogr -t_srs first":
      "没有从 %1 到 %2 的坐标转换（%3）；请先用 ogr2ogr -t_srs 转换数据",
    "write a code such as EPSG:4490 (CGCS2000) or EPSG:4547, GCJ-02 or BD-09, or the text of a .prj file":
      "请写代码，如 EPSG:4490（CGCS2000）、EPSG:4547、GCJ-02、BD-09，或 .prj 文件的内容",
    "a geocentric CRS": "地心坐标系",
    "a vertical CRS": "高程坐标系",
    "a local engineering CRS": "工程坐标系",
    "a temporal CRS": "时间坐标系",
    "an ellipsoid": "椭球",
    "an operation on coordinates": "坐标运算",
    "something else": "其他内容",
  ]

  /// Why a file cannot be read, or how it was.
  static let fileReasons: [String: String] = [
    "it became shorter while it was read": "读取时文件变短",
    "zlib has no memory": "zlib 内存不足",
    "it is cut off": "文件不完整",
    "it is damaged": "文件已损坏",
    "rows without end": "行数没有尽头",
    "no reason is given": "未说明原因",
    "%1; of %2 rows %3 were read": "%1；共%2行，只读取了%3行",
    "%1 (columns: %2)": "%1（文件的列：%2）",
    "it has characters that are not in the encoding of the file: %1": "条件中有文件的编码里没有的字符：%1",
    "%1shx is missing; copy all files of the shapefile: .shp, .shx, .dbf and, if there are any, .prj and .cpg":
      "缺少 %1shx；请复制 Shapefile 的全部文件：.shp、.shx、.dbf，以及 .prj、.cpg（如有）",
    "it has %1 bytes and not even a head of %2 bytes; copy it again": "文件只有%1字节，不足%2字节的文件头；请重新复制",
    "it is cut off: it has %1 bytes and says that it has %2; copy it again":
      "文件不完整：实有%1字节，文件头写明%2字节；请重新复制",
    "it has %1 bytes and says that it has %2: what stands behind its end is read by nobody; export it again":
      "文件实有%1字节，文件头写明%2字节：多出的部分不会被读取；请重新导出",
    "the text is not UTF-8 and was read as %1; state the file's encoding if characters are wrong":
      "文本不是 UTF-8，按%1读取；如有乱码，请声明文件的编码",
    "characters that are cut in two are read as �": "被截断的字符读作“�”",
    "line %1 is not in it": "第%1行不符合该编码",
    "there is no such encoding": "没有这种编码",
    "byte %1, in line %2, is not in it": "第%1字节（第%2行）不符合该编码",
    "the .cpg file": ".cpg 文件",
    "the language driver of the .dbf file": ".dbf 文件的语言标识",
    "%1 says %2, but the texts are UTF-8, and were read as that": "%1写明%2，文本实为 UTF-8，已按 UTF-8 读取",
    "%1 says UTF-8, but the texts are not; they were read as %2": "%1写明 UTF-8，文本却不是，已按%2读取",
    "characters that are cut in two at the end of a field are left out": "字段末尾被截断的字符已略去",
    "the file does not say in which encoding its texts are; they were read as %1; state `encoding:` if characters are wrong":
      "文件未说明文本的编码，按%1读取；如有乱码，请声明 `encoding:`",
  ]

  /// Of files in formats that are not read: what they are, and what to do.
  static let foreignFiles: [String: String] = [
    "save the sheet as CSV (UTF-8) or .xlsx": "请将工作表另存为 CSV（UTF-8）或 .xlsx",
    "open it in a spreadsheet, and %1": "请用电子表格软件打开；%1",
    "convert it with: ogr2ogr out.gpkg FILE": "请转换：ogr2ogr out.gpkg FILE",
    "a workbook or another packed file": "工作簿或其他压缩文件",
    "name it .xlsx, .ods or .zip": "请将扩展名改为 .xlsx、.ods 或 .zip",
    "a workbook of old": "旧版工作簿",
    "a GeoPackage or another database": "GeoPackage 或其他数据库",
    "name it .gpkg": "请将扩展名改为 .gpkg",
    "a shapefile": "Shapefile",
    "name it .shp": "请将扩展名改为 .shp",
    "a PDF document": "PDF 文档",
    "ask for the data behind it": "请索取其原始数据",
    "a document of a word processor": "文字处理文档",
    "a packed file": "压缩文件",
    "unpack it": "请解压",
    "a FlatGeobuf file": "FlatGeobuf 文件",
    "name it .fgb": "请将扩展名改为 .fgb",
    "a Parquet file": "Parquet 文件",
    "name it .kml": "请将扩展名改为 .kml",
    "OpenStreetMap data": "OpenStreetMap 数据",
    "name it .osm": "请将扩展名改为 .osm",
    "a page of the web": "网页",
    "save the table in it as CSV": "请将其中的表格另存为 CSV",
    "a table of a page of the web": "网页中的表格",
    "a map of ECharts, whose coordinates are compressed": "ECharts 地图，其坐标经过压缩",
    "in a page with ECharts call echarts.parseGeoJSON(json) and save JSON.stringify(json), or take the map as GeoJSON from where it is from":
      "请在含 ECharts 的网页中调用 echarts.parseGeoJSON(json)，再保存 JSON.stringify(json)；或从原出处取 GeoJSON 格式的地图",
    "convert it with: ogr2ogr out.geojson TopoJSON:FILE": "请转换：ogr2ogr out.geojson TopoJSON:FILE",
    "an answer of Overpass": "Overpass 的返回结果",
    "ask for [out:xml] and save it as .osm, or use: osmtogeojson":
      "请用 [out:xml] 查询并保存为 .osm，或使用 osmtogeojson",
    "a list of places of a web map": "网络地图的地点列表",
    "a list of objects": "对象列表",
    "make a table of it: %1": "请转换为表格：%1",
    "make a table of it: %1; then state `crs: %2`": "请转换为表格：%1；再声明 `crs: %2`",
    "GCJ-02` (Amap, Tencent), `BD-09` (Baidu) or `EPSG:4326":
      "GCJ-02`（高德、腾讯）、`BD-09`（百度）或 `EPSG:4326",
    "a web service of a map such as Baidu's": "百度等地图服务",
    "a web service of a map such as Tencent's": "腾讯等地图服务",
    "Tianditu's web service": "天地图服务",
    "Amap's web service": "高德地图服务",
    "Google's web service": "谷歌地图服务",
    "an answer of %1": "%1的返回结果",
    "an answer of %1, without any place": "%1的返回结果，其中没有地点",
    "see what its status says, and ask again": "请查看其状态说明，重新查询",
    "an answer of Amap's web service, what is at a place": "高德地图逆地理编码服务的返回结果",
    "it has the address of one place, and not where that is; ask for places (place/text) instead":
      "其中只有一处地点的地址，没有位置；请改用地点搜索（place/text）",
  ]
}
