extension FaultWords {
  /// Why an area is none, in the words of GEOS.
  static let geometry: [String: String] = [
    "Topology Validation Error": "拓扑错误",
    "Repeated Point": "重复点",
    "Hole lies outside shell": "孔洞位于外环之外",
    "Holes are nested": "孔洞相互嵌套",
    "Interior is disconnected": "内部不连通",
    "Self-intersection": "自相交",
    "Ring Self-intersection": "环自相交",
    "Nested shells": "面相互嵌套",
    "Duplicate Rings": "重复环",
    "Too few points in geometry component": "节点不足，不能构成面",
    "Invalid Coordinate": "坐标无效",
    "Ring is not closed": "环没有闭合",
    "IllegalArgumentException: Points of LinearRing do not form a closed linestring": "环没有闭合",
  ]
}
