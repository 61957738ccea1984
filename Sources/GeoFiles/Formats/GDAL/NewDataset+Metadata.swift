import CGDAL

extension NewDataset {
  /// Says where a GeoPackage comes from, in the tables of the extension for metadata.
  ///
  /// Source: OGC 12-128r18, GeoPackage Encoding Standard, annex F.8.
  func addMetadata(_ about: String, day: String) throws(LayerWriteError) {
    try run(
      """
      CREATE TABLE gpkg_metadata (
      id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
      md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml',
      metadata TEXT NOT NULL DEFAULT '')
      """)
    try run(
      """
      CREATE TABLE gpkg_metadata_reference (
      reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
      timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL,
      md_parent_id INTEGER, CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
      CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id))
      """)
    try run(
      "INSERT INTO gpkg_metadata VALUES (1, 'dataset', 'https://www.rfc-editor.org/rfc/rfc8259',"
        + " 'application/json', \(Self.quoted(about)))")
    try run(
      "INSERT INTO gpkg_metadata_reference VALUES ('geopackage', NULL, NULL, NULL,"
        + " '\(day)T00:00:00.000Z', 1, NULL)")
    try run(
      """
      CREATE TABLE IF NOT EXISTS gpkg_extensions (
      table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL,
      scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name))
      """)
    for table in ["gpkg_metadata", "gpkg_metadata_reference"] {
      try run(
        "INSERT INTO gpkg_extensions (table_name, column_name, extension_name, definition, scope) VALUES ('\(table)',"
          + " NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec120/#extension_metadata', 'read-write')"
      )
    }
  }
}
