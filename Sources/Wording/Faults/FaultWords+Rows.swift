extension FaultWords {
  /// Of rows and columns of tables, and the places in them.
  static let tables: [String: String] = [
    "header": "表头",
    "line %1": "第%1行",
    "row %1: %2": "第%1行：%2",
    "feature %1": "第%1个要素",
    "column %1": "“%1”列",
    "column %1%2": "第%1列",
    "geometry": "几何图形",
    "%1 and %2": "%1和%2",
    "%1, %2": "%1、%2",
    "1 row, the first of them row %1: %2": "1行（第%1行）：%2",
    "%1 rows, the first of them row %2: %3": "%1行，首见于第%2行：%3",
    "heights and further numbers in positions are left out": "位置中的高程等其余数值已略去",
    "the feature has no member \"properties\"": "要素没有成员“properties”",
    "rings do not follow the right-hand rule of RFC 7946; they are taken as they are":
      "环的方向不符合 RFC 7946 的右手规则；按原样使用",
    "coordinates beyond 180 degrees of longitude or 90 of latitude; if they are not longitude and latitude, state the layer's crs":
      "坐标超出经度180度或纬度90度；如不是经纬度，请声明图层的坐标系",
    "the quote opened here is never closed; double the quotes within a text":
      "此处的引号没有闭合；文本内的引号请写两个",
    "there is no column \"%1\"; the columns are %2": "没有“%1”列；文件的列：%2",
    "has %1 fields instead of %2; the file was cut off or edited, write it again":
      "有%1个字段，应为%2个；文件不完整或被改动，请重新生成",
    "has %1 fields instead of %2; the rest is missing": "有%1个字段，应为%2个；其余按空值处理",
    "has %1 values for %2 columns, so that it is not known which belongs where; put a text that has a separator in it in quotes":
      "有%1个值，只有%2列，无法判断各值属于哪一列；含分隔符的文本请加引号",
    "is taken for the header, and what stands above it for titles": "作为表头，其上各行作为标题",
    "is taken for a second line of the header": "作为表头的第二行",
    "has no name; it is called %1": "没有列名，称为“%1”",
    "%1 is there twice; this one is %2_%3": "“%1”重复，此列称为“%2_%3”",
    "holds well-known text and is taken for the geometry": "内容为 WKT，作为几何图形",
    "holds longitudes and latitudes and is taken for them": "内容为经纬度，作为坐标",
    "no columns of coordinates; name them lon and lat, x and y, 经度 and 纬度, or wkt":
      "没有坐标列；请将列命名为 lon 和 lat、x 和 y、经度和纬度，或 wkt",
    "%1 are read, %2 are left out; state `fields: {x: …, y: …}` to choose":
      "读取%1，未用%2；可声明 `fields: {x: …, y: …}` 指定",
    "has latitudes in front of longitudes, and is read so": "纬度写在经度之前，已按此读取",
    "%1: feature %2": "%1 第%2个要素", "%1: line %2": "%1 第%2行",
    "names the unknown CRS %1; state the layer's crs": "写明的坐标系 %1 无法识别；请声明图层的坐标系",
    "%1; the coordinates beside it are read": "%1；改用旁边的坐标",
    "\"%1\" is a latitude where a longitude belongs; swap the two columns": "“%1”是纬度，此处应为经度；请对调两列",
    "\"%1\" is a longitude where a latitude belongs; swap the two columns": "“%1”是经度，此处应为纬度；请对调两列",
    "\"%1\" is not a longitude and a latitude; write 113.8597,34.0592":
      "“%1”不是一对经纬度；请写成 113.8597,34.0592",
    "is empty": "为空",
    "\"%1\" is not a number; write degrees or metres, such as 113.8597":
      "“%1”不是数值；请写度数或米数，如 113.8597",
    "\"%1\" may have a decimal comma or one between thousands; write a point":
      "“%1”中的逗号可能是小数点，也可能是千位分隔；请用小数点",
    "\"%1\" has minutes or seconds that cannot be; write 113°51′34.9″ or 113.8597":
      "“%1”的分或秒不成立；请写成 113°51′34.9″ 或 113.8597",
    "at character %1: %2": "第%1个字符处：%2",
    "has the SRID %1 where others have %2": "SRID 为%1，其他行为%2",
    "the geometry is empty": "几何图形为空",
    "has coordinates that are not numbers": "有不是数值的坐标",
    "a ring needs at least 4 positions, a line 2; one has %1": "环至少需要4个位置，线至少2个；其中一个只有%1个",
    "a ring does not end where it starts": "环的终点与起点不同",
    "something follows the geometry": "几何图形之后还有内容",
    "unknown geometry type \"%1\"; expected POINT, LINESTRING, POLYGON, or one of them with MULTI":
      "没有几何类型“%1”；应为 POINT、LINESTRING、POLYGON，或在其前加 MULTI",
    "unexpected \"%1\"": "不应出现“%1”",
    "a part is empty; it is left out": "有一部分为空，已略去",
    "a line needs at least 2 positions, this one has %1": "线至少需要2个位置，此线只有%1个",
    "a ring needs at least 4 positions, this one has %1": "环至少需要4个位置，此环只有%1个",
    "a ring is not closed; its first position was repeated": "有环没有闭合；已用首个位置闭合",
    "expected a number": "应为数值",
    "the number is too large": "数值过大",
    "expected %1": "应为 %1",
    "well-known binary, byte %1: %2; export the geometry again": "WKB 第%1字节：%2；请重新导出几何图形",
    "geometry type %1 is not supported; convert it to points, lines or polygons":
      "不支持几何类型 %1；请转换为点、线或面",
    "%1 is no geometry type": "%1不是几何类型",
    "%1 items announced, fewer bytes left": "写明有%1项，其后的字节不足",
    "ends where %1 more bytes are needed": "还需要%1字节，内容已结束",
    "byte order %1 is neither 0 nor 1": "字节序为%1，应为0或1",
    "collections nested more than 32 deep": "集合嵌套超过32层",
  ]

  /// Of features of GeoJSON and of Esri's.
  static let features: [String: String] = [
    "\"%1\"": "“%1”",
    "an array": "数组",
    "an object": "对象",
    "a string": "字符串",
    "a boolean": "布尔值",
    "a number": "数值",
    "is %1, not an array of numbers; it is not used": "是%1，应为数值数组；未使用",
    "its item %1 is %2, not a number; it is not used": "第%1项是%2，应为数值；未使用",
    "has %1 numbers instead of 4 or 6; it is not used": "有%1个数值，应为4个或6个；未使用",
    "has curves; export it with straight lines": "含有曲线；请按直线导出",
    "the feature has no geometry": "要素没有几何图形",
    "the ring is empty": "环为空",
    "%1; it is left out": "%1；已略去",
    "the file is %1, not a GeoJSON object; wrap it in {\"type\": \"FeatureCollection\", \"features\": [...]}":
      "文件是%1，不是 GeoJSON 对象；请放入 {\"type\": \"FeatureCollection\", \"features\": [...]}",
    "is named twice; the last one counts": "出现两次，以后一个为准",
    "the server cut the list off here: features are missing; ask it for the rest (resultOffset), or for the file of all, and put them together":
      "服务器在此截断了列表，要素不全；请索取其余部分（resultOffset）或完整文件，并合并",
    "the server sent %1 of %2 features: the others are missing; ask it for the rest, and put them together":
      "服务器只发送了%2个要素中的%1个，其余缺失；请索取其余部分并合并",
    "has no member \"type\"; a GeoJSON object needs one": "没有成员“type”；GeoJSON 对象必须有此成员",
    "is %1, not a string": "是%1，应为字符串",
    "the FeatureCollection has no member \"features\"": "FeatureCollection 没有成员“features”",
    "is %1, not an array": "是%1，应为数组",
    "\"%1\" must be written \"%2\"; names are case-sensitive": "“%1”应写成“%2”；名称区分大小写",
    "\"%1\" is not a type of GeoJSON; expected FeatureCollection":
      "“%1”不是 GeoJSON 的类型；应为 FeatureCollection",
    "a FeatureCollection must not have this member; it is left out": "FeatureCollection 不能有此成员；已略去",
    "names no CRS; remove the member if the coordinates are WGS 84, or state the layer's crs to override it":
      "没有写明坐标系；坐标如为 WGS 84，请删去此成员，否则请声明图层的坐标系",
    "the collection is empty": "集合为空",
    "points": "点",
    "lines": "线",
    "polygons": "面",
    "lines and points": "线和点",
    "the collection mixes kinds; its %1 are kept, its %2 (%3) left out":
      "集合中有多种几何类型；保留%1，略去%2（%3个）",
    "has no member \"geometries\"": "没有成员“geometries”",
    "is %1, not an array of geometries": "是%1，应为几何图形的数组",
    "the part is empty; it is left out": "该部分为空，已略去",
    "a collection within a collection should be avoided; it was taken apart": "集合中不宜再有集合；已拆开",
    "the part is empty": "该部分为空",
    "is %1, not a geometry object": "是%1，应为几何对象",
    "names \"type\" twice; the last one counts": "“type”出现两次，以后一个为准",
    "names \"coordinates\" twice; the last one counts": "“coordinates”出现两次，以后一个为准",
    "has the member \"%1\", which a geometry must not have; it is left out":
      "有成员“%1”，几何对象不能有此成员；已略去",
    "has no member \"type\"": "没有成员“type”",
    "unknown geometry type \"%1\"; RFC 7946 has Point, MultiPoint, LineString, MultiLineString, Polygon, MultiPolygon, GeometryCollection":
      "没有几何类型“%1”；RFC 7946 规定的有 Point、MultiPoint、LineString、MultiLineString、Polygon、MultiPolygon、GeometryCollection",
    "has no member \"coordinates\"": "没有成员“coordinates”",
    "%1; the part is left out": "%1；该部分已略去",
    "the hole is empty; it is left out": "孔洞为空，已略去",
    "has no ring": "没有环",
    "the ring is not closed; its first position was repeated": "环没有闭合；已用首个位置闭合",
    "a position, which is an array of numbers, is expected here, not %1": "此处应为位置（数值数组），而不是%1",
    "is %1, not a number": "是%1，应为数值",
    "a position needs at least 2 numbers, this one has %1": "位置至少需要2个数值，此处只有%1个",
    "positions": "位置",
    "rings": "环",
    "is %1, not an array of %2; the coordinates must be nested as the type asks":
      "是%1，应为%2的数组；坐标须按类型逐层嵌套",
    "is %1, not a feature": "是%1，应为要素",
    "is %1, not \"Feature\"; it was read as a feature": "是%1，应为“Feature”；已按要素读取",
    "has no member \"type\"; it was read as a feature": "没有成员“type”；已按要素读取",
    "has no member \"geometry\"": "没有成员“geometry”",
    "a feature must not have this member; it is left out": "要素不能有此成员；已略去",
    "is %1, not a string or a number; it is left out": "是%1，应为字符串或数值；已略去",
    "is %1, not an object; the row has no attributes": "是%1，应为对象；该行没有属性",
    "is named twice in a feature; the last one counts": "在一个要素中出现两次，以后一个为准",
    "the columns %1 are those of boundaries from DataV or Amap, which are in GCJ-02, some 500 m off; it is read as WGS 84: state `crs: GCJ-02` if it is from there":
      "%1列是 DataV 或高德的边界数据所用的列，其坐标为 GCJ-02，偏移约500米；现按 WGS 84 读取：如确为该数据，请声明 `crs: GCJ-02`",
    "has no id, so siting did not write it; run 'siting check' again":
      "没有编号，不是 siting 写出的；请重新运行 siting check",
    "has no verdict, so siting did not write it; run 'siting check' again":
      "没有结论，不是 siting 写出的；请重新运行 siting check",
    "has the id %1 of another; run 'siting check' again": "编号 %1 与另一个要素重复；请重新运行 siting check",
  ]

  /// Of texts that are not JSON.
  static let grammar: [String: String] = [
    "not valid JSON: %1": "不是有效的 JSON：%1",
    "not valid JSON at character %1: %2": "第%1个字符处不是有效的 JSON：%2",
    "not valid JSON: %1; one JSON text per line must be named .geojsonl":
      "不是有效的 JSON：%1；每行一个 JSON 文本的文件，扩展名须为 .geojsonl",
    "not valid JSON: %1; the file may be cut off, export it again": "不是有效的 JSON：%1；文件可能不完整，请重新导出",
    "not valid JSON: the text is not UTF-8; state `encoding: %1` if it is that":
      "不是有效的 JSON：文本不是 UTF-8；如为该编码，请声明 `encoding: %1`",
    "not valid JSON: the text is not UTF-8; state `encoding: %1` if it is that; one JSON text per line must be named .geojsonl":
      "不是有效的 JSON：文本不是 UTF-8；如为该编码，请声明 `encoding: %1`；每行一个 JSON 文本的文件，扩展名须为 .geojsonl",
    "not valid JSON: the text is not UTF-8; state `encoding: %1` if it is that; the file may be cut off, export it again":
      "不是有效的 JSON：文本不是 UTF-8；如为该编码，请声明 `encoding: %1`；文件可能不完整，请重新导出",
    "the text is UTF-16; convert it with: iconv -f UTF-16 -t UTF-8":
      "文本是 UTF-16；请转换：iconv -f UTF-16 -t UTF-8",
    "the text is not UTF-8; convert it with: iconv -f GB18030 -t UTF-8":
      "文本不是 UTF-8；请转换：iconv -f GB18030 -t UTF-8",
    "something follows the end of the document": "文档结束之后还有内容",
    "brackets are nested deeper than %1 levels": "括号嵌套超过%1层",
    "there is no value": "没有值",
    "the text ends inside %1": "文本在%1中中断",
    "the text ends inside an object": "文本在对象中中断",
    "the text ends inside a string": "文本在字符串中中断",
    "unexpected %1 where a value should be": "此处应为值，而不是“%1”",
    "expected , or %1 in %2, found %3": "%2中应为 , 或 %1，而不是“%3”",
    "expected a member's name in quotes, found %1": "应为带引号的成员名，而不是“%1”",
    "expected : after a member's name, found %1": "成员名之后应为 :，而不是“%1”",
    "a number has no digits": "数值没有数字",
    "a number starts with 0": "数值以0开头",
    "a number has no digits after its point": "数值的小数点之后没有数字",
    "a number has no digits in its exponent": "数值的指数没有数字",
    "a string has a line break or control character; write it as \\n or \\u00XX":
      "字符串中有换行或控制字符；请写成 \\n 或 \\u00XX",
    "unknown escape \\%1 in a string": "字符串中的转义 \\%1 无法识别",
    "\\u needs four hexadecimal digits": "\\u 之后须有4位十六进制数字",
    "the end": "结尾",
    "byte 0x%1": "字节 0x%1",
  ]
}
