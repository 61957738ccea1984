internal import GeoFiles

/// `….fields.csv`: what became of the names of columns in a format in which they are short, and in how many rows texts
/// were cut.
enum FieldsTable {
  static func write(
    _ names: ShortNames, cut: [Int], of layer: DatasetLayer, to path: String
  ) throws(LayerWriteError) {
    let bytes = ByteBuffer()
    bytes.append("\u{FEFF}field,column,title,rows_cut\n")
    for ((name, short), cut) in zip(zip(names.names, names.short), cut) {
      for (index, cell) in [short, name, layer.aliases[name] ?? ""].enumerated() {
        if index > 0 { bytes.append(UInt8(ascii: ",")) }
        bytes.append(cell: cell)
      }
      bytes.append(",")
      bytes.append(Int64(cut))
      bytes.append("\n")
    }
    try OutputFile.write(bytes.bytes, to: path)
  }
}
