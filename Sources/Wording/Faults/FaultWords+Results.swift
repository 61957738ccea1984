extension FaultWords {
  /// Of inputs, networks and results.
  static let results = [
    "%1: is a folder; name a file in it":
      "%1：是文件夹；请写明其中的文件",
    "%1: cannot be read; check the permissions":
      "%1：无法读取；请检查权限",
    "%1: is a file, not a folder; name another folder or move the file away":
      "%1：是文件，不是文件夹；请另指文件夹，或将该文件移走",
    "%1: holds %2, which siting did not write, so the folder is not replaced; name a new or an empty folder":
      "%1：其中的 %2 不是本程序写出的，故不替换该文件夹；请指定新的或空的文件夹",
    "%1: the folder around it does not exist; create it first":
      "%1：上级文件夹不存在；请先建立",
    "%1: cannot be replaced as a whole; name a folder of its own, such as %2/siting-out":
      "%1：不能整体替换；请用单独的文件夹，如 %2/siting-out",
    "%1: no space left; free some, or name a folder on another disk":
      "%1：磁盘已满；请清理空间，或指定其他磁盘上的文件夹",
    "%1: cannot be written (%2); check the permissions, or name another folder":
      "%1：无法写入（%2）；请检查权限，或另指文件夹",
    "%1: cannot be read for its hash: %2; it must stay in place until the run ends":
      "%1：计算校验值时无法读取：%2；运行结束前请勿移动",
    "%1: nothing was written (%2); check the connection, its rights and the schema":
      "%1：没有写入任何内容（%2）；请检查连接、权限和模式",
    "no output is called '%1'; there are %2":
      "没有名为“%1”的输出；可用：%2",
    "%1: opens the layers beside it, and none is asked for; name one or more of them, too: %2":
      "%1：用于打开同一文件夹中的图层，但没有要求写出图层；请同时指定：%2",
    "%1: no such folder; check the path":
      "%1：没有此文件夹；请检查路径",
    "%1: is a file; name the folder that 'siting check --out' wrote":
      "%1：是文件；请指定 siting check --out 写出的文件夹",
    "%1: holds no %2, so it is no result of siting; name a folder that 'siting check --out' wrote":
      "%1：其中没有 %2，不是本程序的结果；请指定 siting check --out 写出的文件夹",
    "%1: %2, so its folder is no result of siting; name a folder that 'siting check --out' wrote, or write it again":
      "%1：%2，所在文件夹不是本程序的结果；请指定 siting check --out 写出的文件夹，或重新写出",
    "%1: has schema %2, which a later version wrote and this one does not read; compare with that version":
      "%1：格式版本为%2，由更新的版本写出，本版本不能读取；请用该版本对比",
    "%1: is a comparison of two results; name the results themselves":
      "%1：是两次结果的对比；请指定结果文件夹本身",
    "%1: was written without %2; run 'siting check' again with %3 among its --outputs":
      "%1：写出时没有 %2；请重新运行 siting check，并在 --outputs 中包括 %3",
    "%1: holds only what fails, so what is not in it may pass or not be known; run 'siting check' again without --only-failing":
      "%1：只有不符合的对象，其余可能符合也可能无法判定；请不加 --only-failing 重新运行 siting check",
    "%1/%2: no such file, though the manifest lists it; copy the whole folder, or run 'siting check' again":
      "%1/%2：清单列有此文件但文件不存在；请复制整个文件夹，或重新运行 siting check",
    "%1/%2: has %3 bytes instead of the %4 in the manifest; it was cut off or edited, so copy the folder again, or run 'siting check' again":
      "%1/%2：文件为%3字节，清单为%4字节；文件不完整或被修改，请重新复制，或重新运行 siting check",
    "%1:%2: %3; the file was damaged or edited, run 'siting check' again":
      "%1：第%2行：%3；文件已损坏或被修改，请重新运行 siting check",
    "%1: %2 has the parcel %3, %4 has not; the files are of different runs, run 'siting check' again":
      "%1：%2 有小区 %3，%4 没有；文件不属于同一次运行，请重新运行 siting check",
    "%1: no such file; check the path of the network":
      "%1：没有此文件；请检查路网文件的路径",
    "%1: holds no lines; a network is an OpenStreetMap file (.osm.pbf, .osm, .osm.gz, .osm.bz2), a saved .walknet, or a layer of street lines":
      "%1：没有线；路网应为 OpenStreetMap 文件（.osm.pbf、.osm、.osm.gz、.osm.bz2）、已保存的 .walknet，或道路线图层",
    "%1: nothing in it can be walked; look at it with 'siting inspect'":
      "%1：没有可步行的道路；可用 siting inspect 查看",
    "%1: the layer does not say in which CRS it is; state it in the project file: `network: {file: %2, crs: EPSG:4490}`":
      "%1：图层未说明坐标系；请在项目文件中声明：`network: {file: %2, crs: EPSG:4490}`",
    "%1: %2":
      "%1：%2",
    "%1: '%2' is for layers of street lines; take it out, since this file has it of its own":
      "%1：“%2”只用于道路线图层；此文件自带该信息，请删去",
    "%1: the network was saved in %2, and this run works in %3; state `working_crs: %4` or save the network again for this project":
      "%1：路网保存时的坐标系为 %2，本次运行为 %3；请声明 `working_crs: %4`，或为此项目重新保存路网",
    "%1: the network was saved with lengths on the ground, and this run measures in a plane (`distances: plane`); save it again for this project: 'siting network FILE --project PROJECT'":
      "%1：路网保存的是地面长度，本次运行按平面量算（`distances: plane`）；请为此项目重新保存：`siting network FILE --project PROJECT`",
    "%1: the network was saved with lengths of a plane, and this run measures on the ground; save it again for this project: 'siting network FILE --project PROJECT'":
      "%1：路网保存的是平面长度，本次运行按地面量算；请为此项目重新保存：`siting network FILE --project PROJECT`",
    "%1: no such folder or file; check the path":
      "%1：没有此文件夹或文件；请检查路径",
    "%1: holds no case files; name the folder that the *.json files are in":
      "%1：没有用例文件；请指定 *.json 文件所在的文件夹",
    "no case's id or group contains '%1'; the groups are %2":
      "没有编号或分组含“%1”的用例；分组有：%2",
    "%1: cannot be read: %2; check the path and its permissions":
      "%1：无法读取：%2；请检查路径和权限",
    "%1: not OpenStreetMap data (%2); give an .osm.pbf, .osm, .osm.gz or .osm.bz2 file, or a layer of lines":
      "%1：不是 OpenStreetMap 数据（%2）；请提供 .osm.pbf、.osm、.osm.gz 或 .osm.bz2 文件，或线图层",
    "%1: damaged or incomplete OpenStreetMap data: %2; get the file again":
      "%1：OpenStreetMap 数据损坏或不完整：%2；请重新获取",
    "%1: packed in a way that is not read (%2); convert it: osmium cat %3 -f pbf,pbf_compression=zlib -o converted.osm.pbf":
      "%1：压缩方式不能读取（%2）；请转换：`osmium cat %3 -f pbf,pbf_compression=zlib -o converted.osm.pbf`",
    "%1: holds changes or a history of the map; give an extract of one day (osmium time-filter makes one)":
      "%1：是地图的变更或历史；请提供某一日的数据（可用 osmium time-filter 生成）",
    "%1: too large (%2); cut it to the project's area with osmium extract":
      "%1：文件过大（%2）；请用 osmium extract 裁剪到项目范围",
    "%1: not a saved walking network; build it again from the source":
      "%1：不是已保存的步行路网；请由源数据重新生成",
    "%1: saved in version %2 of the format, this engine reads %3; build it again from the source":
      "%1：保存的格式版本为%2，本程序读取%3；请由源数据重新生成",
    "%1: damaged: %2; build it again from the source":
      "%1：已损坏：%2；请由源数据重新生成",
    "line %1: coordinate %2 is not a place in metres; project the lines first":
      "第%1条线：坐标 %2 不是以米为单位的位置；请先投影",
    "line %1: %2 m between two vertices; lines must be in metres and in one CRS, project them or remove the line":
      "第%1条线：两顶点相距%2米；线应以米为单位并采用同一坐标系，请投影或删除该线",
    "%1 vertices are more than a network holds (2147483647); cut the area into tiles":
      "顶点%1个，超过路网上限（2147483647）；请分块",
    "a walk of %1 m is beyond the longest limit of %2 m":
      "步行%1米超过最大限距%2米",
    "an offset of %1 m draws nothing; give a positive width in metres, such as 25":
      "偏移%1米绘不出范围；请给出大于0的宽度（米），如 25",
    "a depth of %1 m is less than what is drawn beside the streets; give %2 m or more":
      "进深%1米小于道路两侧已绘的宽度；请给出%2米以上",
    "an area of %1 m by %2 m with an offset of %3 m needs too much memory; give a larger offset or a shorter limit":
      "%1米×%2米的范围按%3米偏移所需内存过大；请增大偏移或缩短限距",
    "%1, stated in the project":
      "%1，项目文件声明",
    "%1, from the file":
      "%1，取自文件",
    "no coordinates":
      "没有坐标",
  ]
}
