import CGDAL

extension NewDataset {
  /// A way to draw a layer, as QGIS keeps it.
  private struct Style {
    let layer: String
    let geometry: String
    let name: String
    let qml: String
    let isDefault: Bool
  }

  private func styles(of layers: [DatasetLayer]) -> [Style] {
    layers.flatMap { layer -> [Style] in
      guard let own = layer.style else { return [] }
      func style(_ name: String, _ qml: String, isDefault: Bool) -> Style {
        Style(
          layer: layer.name, geometry: layer.geometryName, name: name, qml: qml,
          isDefault: isDefault)
      }
      return [style(layer.name, own, isDefault: true)]
        + layer.otherStyles.map { style($0.name, $0.qml, isDefault: false) }
    }
  }

  /// Puts the styles of a GeoPackage where QGIS looks for them.
  func addStyles(of layers: [DatasetLayer]) throws(LayerWriteError) {
    let styles = styles(of: layers)
    if styles.isEmpty { return }
    let names = [
      "f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName",
      "styleQML", "styleSLD", "useAsDefault", "description", "owner", "ui", "update_time",
    ]
    let handle = try create("layer_styles", wkbNone, nil)
    for name in names {
      let field = gdal.OGR_Fld_Create(name, name == "update_time" ? OFTDateTime : OFTString)
      defer { gdal.OGR_Fld_Destroy(field) }
      try check(gdal.OGR_L_CreateField(handle, field, 1) == OGRERR_NONE)
    }
    let definition = gdal.OGR_L_GetLayerDefn(handle)
    for style in styles {
      let feature = gdal.OGR_F_Create(definition)
      defer { gdal.OGR_F_Destroy(feature) }
      let row = [
        "", "", style.layer, style.geometry, style.name, style.qml, nil,
        style.isDefault ? "1" : "0", "",
      ]
      for (index, text) in row.enumerated() {
        if let text { gdal.OGR_F_SetFieldString(feature, Int32(index), text) }
      }
      try check(gdal.OGR_L_CreateFeature(handle, feature) == OGRERR_NONE)
    }
  }

  /// Puts the styles of tables into QGIS's table of the database, which others have theirs in; where the user may
  /// neither make nor change that, the tables have none.
  func storeStyles(of layers: [DatasetLayer]) throws(LayerWriteError) {
    let styles = styles(of: layers)
    if styles.isEmpty { return }
    let place = schema.map(Self.quoted) ?? "current_schema()"
    try run(
      """
      DO $siting$ BEGIN
      IF to_regclass('layer_styles') IS NULL AND has_schema_privilege(current_schema(), 'CREATE') THEN
      CREATE TABLE layer_styles (id serial PRIMARY KEY, f_table_catalog varchar, f_table_schema varchar,
      f_table_name varchar, f_geometry_column varchar, styleName text, styleQML xml, styleSLD xml,
      useAsDefault boolean, description text, owner varchar(63) DEFAULT current_user, ui xml,
      update_time timestamp DEFAULT current_timestamp);
      END IF; END $siting$
      """)
    let tables = Set(styles.map(\.layer)).sorted().map(Self.quoted).joined(separator: ", ")
    var statements = [
      "DELETE FROM layer_styles WHERE f_table_catalog = current_database()"
        + " AND f_table_schema = \(place) AND f_table_name IN (\(tables))"
    ]
    for style in styles {
      statements.append(
        "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name,"
          + " f_geometry_column, styleName, styleQML, useAsDefault, description) VALUES"
          + " (current_database(), \(place), \(Self.quoted(style.layer)), \(Self.quoted(style.geometry)),"
          + " \(Self.quoted(style.name)), XMLPARSE(DOCUMENT \(Self.quoted(style.qml))),"
          + " \(style.isDefault), '')")
    }
    let body = statements.joined(separator: ";\n")
    var mark = "$siting$"
    while body.contains(mark) { mark = "$\(mark.dropFirst().dropLast())_$" }
    try run(
      """
      DO \(mark) BEGIN
      IF to_regclass('layer_styles') IS NOT NULL
      AND has_table_privilege('layer_styles', 'INSERT') AND has_table_privilege('layer_styles', 'DELETE') THEN
      \(body);
      END IF; END \(mark)
      """)
  }

  /// A text as SQL has it.
  static func quoted(_ text: String) -> String {
    "'\(text.replacing("'", with: "''"))'"
  }

  /// Has the database do something that answers nothing.
  func run(_ statement: String) throws(LayerWriteError) {
    if let result = gdal.GDALDatasetExecuteSQL(handle, statement, nil, nil) {
      gdal.GDALDatasetReleaseResultSet(handle, result)
    }
    try check(true)
  }
}
