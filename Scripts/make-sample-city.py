#!/usr/bin/env python3
"""Make the sample city: an invented district, 归雁区, drawn around Shangqiu.

    make-sample-city.py [OUT]          # default: GeoData/sample beside this script's folder

Writes parcels, facilities, communities, streets, district and network as GeoJSON (WGS 84, RFC 7946) and
project.yaml. Everything in them is invented, dirty rows included; README.md beside them lists those rows.
Standard library only; the same version of this script writes the same bytes every time.

The plan: a lattice of main streets cuts the district into superblocks. Each belongs to a zone (old town,
middle belt, new area, rural edge) that says how finely lanes divide it and what is built on the lots. It is
drawn in a flat, square plane ("nominal" metres) and then bent a little, so that shared edges stay shared.
"""
import json
import math
import random
import sys
from pathlib import Path

LON0, LAT0 = 115.65, 34.44
SEED = 411499
OLD, MIDDLE, NEW, RURAL = "old", "middle", "new", "rural"

# One letter a superblock, north at the top: the community it belongs to.
MAP = ["jjjjkkkk",
       "jccfhhik",
       "jccfhhik",
       "dabeggil",
       "dabeggil",
       "ddeellll"]
# letter: (name, zone, urban, street)
COMMUNITIES = {
    "a": ("槐树里社区", OLD, True, "001"), "b": ("钟鼓楼社区", OLD, True, "001"),
    "c": ("文庙社区", OLD, True, "001"), "d": ("纺织社区", MIDDLE, True, "001"),
    "e": ("铁路新村社区", MIDDLE, True, "001"), "f": ("学府社区", MIDDLE, True, "002"),
    "g": ("澄湖社区", NEW, True, "002"), "h": ("金桥社区", NEW, True, "002"),
    "i": ("望月社区", NEW, True, "002"), "j": ("柳堤北村", RURAL, False, "003"),
    "k": ("杏林村", RURAL, False, "003"), "l": ("南河湾村", RURAL, False, "003")}
STREETS = {"001": ("古槐街道", "街道"), "002": ("新澄街道", "街道"), "003": ("柳堤镇", "乡镇")}
DISTRICT = ("411499", "归雁区")

# zone: lot size to stop dividing at (m2), lane half-width (m), share of lots that are not housing
ZONES = {OLD: (25_000, 4.0, 0.10), MIDDLE: (43_000, 6.0, 0.12), NEW: (108_000, 9.0, 0.09)}
MAIN_HALF_WIDTH = 17.0

NAMES = {
    OLD: (["纺织厂", "面粉厂", "供销社", "粮食局", "运输公司", "农机厂", "百货公司", "印刷厂", "教育局", "酒厂",
           "药材公司", "电业局", "塑料厂", "邮电局", "水利局", "木器厂"], ["家属院", "宿舍", "小区", "新村"]),
    MIDDLE: (["和谐", "阳光", "温馨", "平安", "春晖", "金桂", "翠竹", "文苑", "紫薇", "民生", "康乐", "东升"],
             ["家园", "花园", "小区", "佳苑", "新城"]),
    NEW: (["锦绣", "澜湾", "书香", "云栖", "观澜", "明月", "御景", "澄湖", "星河", "梧桐", "望湖", "颐和"],
          ["花园", "府", "华庭", "名邸", "雅苑", "里"]),
    RURAL: (["李", "张", "王", "刘", "杨", "孙", "周", "郑", "冯", "朱", "何", "吕"],
            ["庄", "楼", "菜园", "集", "坡", "桥口"])}
OLD_STREETS = ["仓门", "文昌", "书院", "钟楼", "柳林", "中和", "小隅首", "西马道"]


class Dice(random.Random):
    """Seeded chance that uses only random(), whose sequence no Python version changes."""

    def between(self, a, b):
        return a + (b - a) * self.random()

    def whole(self, a, b):
        return a + int((b - a + 1) * self.random())

    def one(self, items):
        return items[int(len(items) * self.random())]

    def chance(self, p):
        return self.random() < p


dice = Dice(SEED)

# ---------------------------------------------------------------- the plane


def bend(p):
    """Nominal metres to ground metres east and north of the centre."""
    x, y = p[0] - XS[-1] / 2, p[1] - YS[-1] / 2
    x, y = x + 28 * math.sin(p[1] / 2600 * 6.2832 + 0.6), y + 22 * math.sin(p[0] / 3100 * 6.2832 + 1.1)
    turn = math.radians(2.5)
    return x * math.cos(turn) - y * math.sin(turn), x * math.sin(turn) + y * math.cos(turn)


def degrees(p):
    """Ground metres to longitude and latitude, on the WGS 84 ellipsoid around the centre."""
    a, e2 = 6378137.0, 0.00669437999014
    s = math.sin(math.radians(LAT0))
    lat = LAT0 + math.degrees(p[1] * (1 - e2 * s * s) ** 1.5 / (a * (1 - e2)))
    s = math.sin(math.radians(lat))
    lon = LON0 + math.degrees(p[0] * math.sqrt(1 - e2 * s * s) / (a * math.cos(math.radians(lat))))
    return [round(lon, 7), round(lat, 7)]


def area(ring):
    """Signed area of a ring in its own unit squared; positive counter-clockwise."""
    return sum(p[0] * q[1] - q[0] * p[1] for p, q in zip(ring, ring[1:] + ring[:1])) / 2


def middle(ring):
    """Centre of gravity of a ring."""
    a = area(ring)
    cross = [(p, q, p[0] * q[1] - q[0] * p[1]) for p, q in zip(ring, ring[1:] + ring[:1])]
    return (sum((p[0] + q[0]) * c for p, q, c in cross) / (6 * a),
            sum((p[1] + q[1]) * c for p, q, c in cross) / (6 * a))


def closed(ring, clockwise=False):
    """A ring for GeoJSON: bent, in degrees, wound as RFC 7946 asks, first point repeated."""
    pts = [degrees(bend(p)) for p in ring]
    if (area(pts) < 0) != clockwise:
        pts = pts[::-1]
    return pts + pts[:1]


def geometry(polygons):
    """Polygon or MultiPolygon from a list of polygons, each a shell and its holes (nominal)."""
    co = [[closed(r, i > 0) for i, r in enumerate(p)] for p in polygons]
    return {"type": "Polygon", "coordinates": co[0]} if len(co) == 1 else \
        {"type": "MultiPolygon", "coordinates": co}


def point(p):
    return {"type": "Point", "coordinates": degrees(bend(p))}


# ---------------------------------------------------------------- lots


def divide(cell, half, zone, lanes):
    """Cut a cell by lanes until its lots are small enough. half: half-width of the street on each side,
    in the order west, south, east, north; lanes collects the centre lines."""
    x0, y0, x1, y1 = cell
    limit, lane = ZONES[zone][:2]
    if (x1 - x0) * (y1 - y0) < limit * dice.between(0.75, 1.35):
        yield (x0 + half[0], y0 + half[1], x1 - half[2], y1 - half[3])
        return
    t = dice.between(0.38, 0.62)
    if (x1 - x0) * dice.between(0.8, 1.25) > y1 - y0:
        m = round(x0 + t * (x1 - x0), 1)
        lanes.append(((m, y0), (m, y1)))
        yield from divide((x0, y0, m, y1), (half[0], half[1], lane, half[3]), zone, lanes)
        yield from divide((m, y0, x1, y1), (lane, half[1], half[2], half[3]), zone, lanes)
    else:
        m = round(y0 + t * (y1 - y0), 1)
        lanes.append(((x0, m), (x1, m)))
        yield from divide((x0, y0, x1, m), (half[0], half[1], half[2], lane), zone, lanes)
        yield from divide((x0, m, x1, y1), (half[0], lane, half[2], half[3]), zone, lanes)


def shape(lot, zone):
    """A compound on a lot: its polygons, and the spots on it that suit a facility."""
    x0, y0, x1, y1 = lot
    w, h = x1 - x0, y1 - y0
    corner = (x0 + 12, y0 + 10) if dice.chance(0.5) else (x1 - 14, y1 - 11)
    pick = dice.random()
    big = w > 115 and h > 115
    if pick < 0.22:                                     # L: a corner is somebody else's
        a, b = w * dice.between(0.30, 0.45), h * dice.between(0.30, 0.45)
        east, north = dice.chance(0.5), dice.chance(0.5)
        place = lambda p: (p[0] if east else x0 + x1 - p[0], p[1] if north else y0 + y1 - p[1])
        ring = [(x0, y0), (x1, y0), (x1, y1 - b), (x1 - a, y1 - b), (x1 - a, y1), (x0, y1)]
        return [[list(map(place, ring))]], [place((x1 - a / 2, y1 - b / 2)), place((x0 + 12, y0 + 10))]
    if pick < 0.27 and big:                             # a school or a pond in the middle
        cx, cy, a, b = x0 + w * 0.52, y0 + h * 0.47, w * 0.14, h * 0.16
        hole = [(cx - a, cy - b), (cx + a, cy - b), (cx + a, cy + b), (cx - a, cy + b)]
        return [[chamfer(lot), hole]], [(cx, cy), corner]
    if pick < 0.37 and w > 90:                          # two courts and a lane between them
        m = x0 + w * dice.between(0.4, 0.6)
        return [[chamfer((x0, y0, m - 4, y1))], [chamfer((m + 4, y0, x1, y1))]], [corner]
    if pick < 0.45:                                     # a diagonal street cuts a corner off
        c = min(w, h) * dice.between(0.25, 0.5)
        return [[[(x0, y0), (x1, y0), (x1, y1 - c), (x1 - c, y1), (x0, y1)]]], [middle_of(lot)]
    if pick < 0.80:
        return [[chamfer(lot)]], [corner]
    if pick < 0.86:                                     # a rounded corner
        r = min(w, h) * 0.3
        arc = [(x1 - r + r * math.cos(t * 0.3927), y1 - r + r * math.sin(t * 0.3927)) for t in range(5)]
        return [[[(x0, y0), (x1, y0), *arc, (x0, y1)]]], [corner]
    j = 3.0 if zone != NEW else 7.0                     # a quadrilateral, nothing parallel
    d = lambda: dice.between(0, j)
    return [[[(x0 + d(), y0 + d()), (x1 - d(), y0 + d()), (x1 - d(), y1 - d()), (x0 + d(), y1 - d())]]], [corner]


def middle_of(lot):
    return ((lot[0] + lot[2]) / 2, (lot[1] + lot[3]) / 2)


def chamfer(lot):
    """A rectangle whose corners are cut as street corners are, some or all of them."""
    x0, y0, x1, y1 = lot
    c = [dice.between(5, 14) if dice.chance(0.6) else 0 for _ in range(4)]
    ring = [(x0, y0 + c[0]), (x0 + c[0], y0), (x1 - c[1], y0), (x1, y0 + c[1]),
            (x1, y1 - c[2]), (x1 - c[2], y1), (x0 + c[3], y1), (x0, y1 - c[3])]
    return [p for p, q in zip(ring, ring[1:] + ring[:1]) if p != q]


def village(cx, cy, way):
    """An irregular settlement, with an outlying part to the north (way 1) or south (-1) now and then."""
    def blob(x, y, r):
        n = dice.whole(7, 11)
        return [(x + r * dice.between(0.7, 1.15) * math.cos(6.2832 * i / n),
                 y + r * dice.between(0.7, 1.15) * math.sin(6.2832 * i / n)) for i in range(n)]
    r = dice.between(62, 108)
    parts = [[blob(cx, cy, r)]]
    if dice.chance(0.25):
        parts.append([blob(cx + 0.3 * r, cy + way * 1.9 * r, r * 0.5)])
    return parts


# ---------------------------------------------------------------- the district


def spread(pool, n):
    """n of the pool, far from each other."""
    if n == 0:
        return []
    chosen = [dice.one(pool)]
    while len(chosen) < n:
        far = lambda c: min(math.dist(c["at"], d["at"]) for d in chosen) * dice.between(0.75, 1.0)
        chosen.append(max((c for c in pool if c not in chosen), key=far))
    return chosen


XS, YS = [0.0], [0.0]
for _ in MAP[0]:
    XS.append(XS[-1] + round(dice.between(580, 660)))
for _ in MAP:
    YS.append(YS[-1] + round(dice.between(570, 650)))


def letter(c, r):
    return MAP[len(MAP) - 1 - r][c]


def outline(cells):
    """The boundary of some superblocks, with a vertex at every corner and half-way between."""
    edges = {}
    for c, r in cells:
        ring = [(2 * c, 2 * r), (2 * c + 1, 2 * r), (2 * c + 2, 2 * r), (2 * c + 2, 2 * r + 1),
                (2 * c + 2, 2 * r + 2), (2 * c + 1, 2 * r + 2), (2 * c, 2 * r + 2), (2 * c, 2 * r + 1)]
        edges.update(zip(zip(ring, ring[1:] + ring[:1]), ring[1:] + ring[:1]))
    follow = {a: b for (a, b) in edges if (b, a) not in edges}
    start = min(follow)
    ring, here = [start], follow[start]
    while here != start:
        ring.append(here)
        here = follow[here]
    assert len(ring) == len(follow), "a unit in pieces"
    grid = lambda v, k: v[k // 2] if k % 2 == 0 else (v[k // 2] + v[k // 2 + 1]) / 2
    return [(grid(XS, i), grid(YS, j)) for i, j in ring]


def build():
    """Lay out lanes, lots and villages. A compound: zone, letter, polygons, spots, ground area."""
    lanes, lots, compounds, spare = [], [], [], []
    for x in range(len(XS)):
        lanes.append(((XS[x], YS[0]), (XS[x], YS[-1])))
    for y in range(len(YS)):
        lanes.append(((XS[0], YS[y]), (XS[-1], YS[y])))
    for r in range(len(MAP)):
        for c in range(len(MAP[0])):
            who = letter(c, r)
            zone = COMMUNITIES[who][1]
            cell = (XS[c], YS[r], XS[c + 1], YS[r + 1])
            if zone == RURAL or (c, r) in [(0, 0), (1, 0)]:      # the last two: villages inside the town
                for k in (0, 1):
                    up = r == len(MAP) - 1 or dice.chance(0.5)           # the northern edge stays free
                    x = XS[c] + (XS[c + 1] - XS[c]) * (0.25 + 0.50 * k) + dice.between(-15, 15)
                    y = YS[r] + (YS[r + 1] - YS[r]) * (0.3 if up else 0.68) + dice.between(-25, 25)
                    add(compounds, RURAL, who, village(x, y, 1 if up else -1), [(x, y)])
                    edge = YS[r] if y - YS[r] < YS[r + 1] - y else YS[r + 1]
                    lanes.append(((round(x, 1), min(y, edge)), (round(x, 1), max(y, edge))))
                continue
            half = (MAIN_HALF_WIDTH,) * 4
            lots += [(zone, who, lot) for lot in divide(cell, half, zone, lanes)]
    for zone, (_, _, share) in ZONES.items():                    # some lots are not for housing
        of_zone = [k for k in lots if k[0] == zone]
        spare += spread([{"at": middle_of(k[2]), "lot": k} for k in of_zone], max(5, round(share * len(of_zone))))
    spare = [k["lot"] for k in spare]
    for zone, who, lot in lots:
        if (zone, who, lot) not in spare:
            add(compounds, zone, who, *shape(lot, zone))
    return lanes, compounds, spare


def add(compounds, zone, who, polygons, spots):
    bent = [[[bend(p) for p in r] for r in poly] for poly in polygons]
    m2 = sum(abs(area(poly[0])) - sum(abs(area(h)) for h in poly[1:]) for poly in bent)
    compounds.append({"zone": zone, "who": who, "polygons": polygons, "spots": spots, "m2": m2,
                      "at": middle(polygons[0][0])})


def name(zone, used):
    first, last = NAMES[zone]
    for _ in range(1000):
        if zone == OLD and dice.chance(0.35):
            n = dice.one(OLD_STREETS) + dice.one(["街", "胡同", "巷"]) + f"{dice.whole(2, 98)}号院"
        else:
            n = dice.one(first) + dice.one(last)
            if zone == NEW and dice.chance(0.45):
                n += dice.one(["一期", "二期", "三期", "东苑", "西苑", "南区", "北区"])
            elif zone == MIDDLE and dice.chance(0.35):
                n += dice.one(["东区", "西区", "一期", "二期"])
            elif zone == RURAL:
                n = dice.one(["", "", "前", "后", "小", "大"]) + n
        if n not in used:
            used.add(n)
            return n
    raise SystemExit("names ran out")


def day(first, last):
    return f"{dice.whole(first, last)}-{dice.whole(1, 12):02d}-{dice.whole(1, 28):02d}"


def settle(compounds):
    """Households, people, status and dates. Some cells stay empty, as they do in a bureau's table."""
    used = set()
    far = {OLD: (0.75, 1.25, 82), MIDDLE: (0.95, 1.45, 98), NEW: (1.3, 2.0, 122), RURAL: (0.35, 0.6, 165)}
    size = {OLD: (2.0, 2.5), MIDDLE: (2.4, 2.8), NEW: (2.6, 3.1), RURAL: (2.5, 3.2)}
    old = {OLD: (0.22, 0.33), MIDDLE: (0.17, 0.26), NEW: (0.07, 0.15), RURAL: (0.24, 0.36)}
    new = {OLD: 0.03, MIDDLE: 0.10, NEW: 0.55, RURAL: 0.05}
    for i, c in enumerate(compounds):
        z = c["zone"]
        households = round(c["m2"] * dice.between(*far[z][:2]) / far[z][2])
        people = round(households * dice.between(*size[z]))
        elders, infants = round(people * dice.between(*old[z])), round(people * dice.between(0.013, 0.034))
        status = "新建" if dice.chance(new[z]) else "既有"
        delivered = day(2022, 2026) if status == "新建" else \
            {OLD: day(1984, 1999), MIDDLE: day(1997, 2010), NEW: day(2012, 2020), RURAL: None}[z]
        row = {"编号": f"XQ-{i + 1:04d}", "小区名称": name(z, used), "户数": households, "人口": people,
               "60岁以上人口": elders, "3岁以下人口": infants, "建设状态": status,
               "城镇": "是" if z != RURAL else "否", "交付日期": delivered}
        if dice.chance(0.10):
            row["人口"] = None                       # estimated from the households
        if dice.chance(0.15):
            row["60岁以上人口"] = row["3岁以下人口"] = None
        if dice.chance(0.02):
            row["建设状态"] = None
        if dice.chance(0.04):
            row["社区"], row["街道"] = community_id(c["who"]), DISTRICT[0] + COMMUNITIES[c["who"]][3]
        c["row"] = row


def community_id(who):
    street = COMMUNITIES[who][3]
    return DISTRICT[0] + street + f"{1 + [w for w in COMMUNITIES if COMMUNITIES[w][3] == street].index(who):03d}"


# ---------------------------------------------------------------- facilities

facilities = []
COLUMNS = ["编号", "名称", "设施类型", "建筑面积", "用地面积", "托位数", "床位数", "护理型床位数", "普惠", "性质", "建设状态",
           "交付日期", "入住人数", "医生", "护士", "设备", "服务小区"]


def facility(kind, title, where, **more):
    row = {"编号": f"SS-{len(facilities) + 1:03d}", "名称": title, "设施类型": kind, **more}
    facilities.append({"row": {k: row.get(k) for k in COLUMNS}, "geometry": where})


def lot_ring(lot, m2):
    """A rectangle of about so many square metres in a corner of the lot, or the lot."""
    x0, y0, x1, y1 = lot
    t = min(1.0, math.sqrt(m2 / ((x1 - x0) * (y1 - y0))))
    return [(x0, y0), (x0 + t * (x1 - x0), y0), (x0 + t * (x1 - x0), y0 + t * (y1 - y0)), (x0, y0 + t * (y1 - y0))]


def equip(compounds, spare):
    by = {z: [c for c in compounds if c["zone"] == z] for z in (OLD, MIDDLE, NEW, RURAL)}
    ident = lambda c: c["row"]["编号"]
    short = lambda c: c["row"]["小区名称"]
    own = lambda: dice.one(["公办", "民办", "民办"])

    # Rooms for elders that came with the housing. The first is exactly at the limit, the second just below.
    fresh = [c for c in by[NEW] if c["row"]["建设状态"] == "新建" and c["row"]["人口"]]
    rooms = spread(fresh, 10)
    rooms[0]["row"].update({"户数": 1000, "人口": 2640, "交付日期": "2024-06-28"})
    rooms[1]["row"].update({"户数": 860, "人口": 2330, "交付日期": "2025-03-31"})
    for k, c in enumerate(rooms):
        need = 0.30 * c["row"]["户数"]
        m2 = [300, 257, need * 1.15, need * 0.55, need * 1.02, need, need * 1.3, need * 0.8, need * 1.05, need][k]
        late = k in (3, 7)
        facility("居住区配建养老服务用房", short(c) + "养老服务用房", point(c["spots"][-1]), 建筑面积=math.ceil(m2),
                 性质="公办", 建设状态="新建", 交付日期=c["row"]["交付日期"] if not late else "2027-05-31",
                 服务小区=ident(c) if k % 2 == 0 else None)
    for c in spread(by[MIDDLE], 3) + spread(by[OLD], 2):
        facility("居住区配建养老服务用房", short(c) + "养老服务用房", point(c["spots"][-1]),
                 建筑面积=math.ceil(c["row"]["户数"] * dice.between(0.15, 0.5)), 性质="公办", 建设状态="改建",
                 交付日期=day(2019, 2024))

    # Two new compounds that share one room, and a centre declared for three old ones.
    near = sorted((c for c in fresh if c not in rooms), key=lambda c: math.dist(c["at"], rooms[2]["at"]))[:2]
    facility("居住区配建养老服务用房", "两苑共享养老服务用房", point(near[0]["spots"][-1]), 建筑面积=250, 性质="公办",
             建设状态="新建", 交付日期="2024-09-30", 服务小区=";".join(map(ident, near)))

    for k, c in enumerate(spread(by[OLD], 5) + spread(by[MIDDLE], 3) + spread(by[NEW], 4)):
        facility("老年人日间照料中心", COMMUNITIES[c["who"]][0] + f"日间照料中心{k + 1}", point(c["spots"][0]),
                 建筑面积=[340, 350, 420, 760, 520][k % 5], 床位数=[10, 15, 20, 30, 20][k % 5], 性质=own(),
                 建设状态="改建" if c["zone"] == OLD else "新建", 交付日期=day(2018, 2025), 设备="day;smart_terminal")
    old_three = sorted(by[OLD], key=lambda c: math.dist(c["at"], by[OLD][40]["at"]))[:3]
    facility("社区养老服务站", "文庙社区养老服务站", point(old_three[0]["spots"][0]), 建筑面积=160, 性质="公办",
             建设状态="既有", 交付日期="2017-10-20", 设备="day;home_visit", 服务小区=";".join(map(ident, old_three)))
    for c in spread(by[OLD], 2) + spread(by[MIDDLE], 2) + spread(by[NEW], 1):
        facility("社区养老服务站", COMMUNITIES[c["who"]][0] + short(c) + "养老服务站", point(c["spots"][-1]),
                 建筑面积=dice.whole(12, 48) * 10, 床位数=dice.whole(0, 6), 性质="公办", 建设状态="既有",
                 交付日期=day(2016, 2023), 设备="day;home_visit")

    # Institutions stand on lots of their own: one in range, one too small, one above the range, one new and
    # large without a medical unit, and one private with one.
    lots = sorted(spare, key=lambda s: (s[0], -(s[2][2] - s[2][0]) * (s[2][3] - s[2][1])))
    lot = {z: [s for s in lots if s[0] == z] for z in (OLD, MIDDLE, NEW)}

    def home(kind, title, where, land, floor, beds, nursing, residents, doctors, nurses, **more):
        ring = lot_ring(where[2], land)
        facility(kind, title, geometry([[ring]]), 建筑面积=floor, 用地面积=round(abs(area([bend(p) for p in ring]))),
                 床位数=beds, 护理型床位数=nursing, 入住人数=residents, 医生=doctors, 护士=nurses, **more)

    home("综合养老服务中心", "古槐街道综合养老服务中心", lot[OLD][0], 2600, 1850, 48, 30, 31, 1, 2, 性质="公办",
         建设状态="改建", 交付日期="2022-11-01", 设备="full_time;day;home_visit;medical_unit;smart_terminal")
    home("养老院", "归雁区颐年养老院", lot[MIDDLE][0], 9000, 9800, 280, 160, 214, 3, 5, 性质="公办", 建设状态="既有",
         交付日期="2012-05-18", 设备="full_time;medical_unit")
    home("养老院", "夕阳红养老院", lot[OLD][1], 3200, 6800, 190, 80, 120, 1, 2, 性质="民办", 建设状态="既有",
         交付日期="2009-03-01", 设备="full_time")
    home("康养中心", "澄湖康养城", lot[NEW][0], 26500, 18900, 520, 390, 230, 2, 5, 性质="民办", 建设状态="新建",
         交付日期="2024-12-20", 设备="full_time;medical_unit;smart_terminal")
    home("养老院", "新澄公办养老院", lot[NEW][1], 12000, 10500, 320, 150, 0, 0, 0, 性质="公办", 建设状态="新建",
         交付日期="2025-10-30", 设备="full_time")
    home("老年养护院", "归雁区老年养护院", lot[MIDDLE][1], 5200, 6100, 150, 150, 132, 2, 4, 性质="公办",
         建设状态="扩建", 交付日期="2023-08-15", 设备="full_time;medical_unit")
    home("老年养护院", "仁爱老年养护院", lot[OLD][2], 1600, 3300, 80, 70, 49, 1, 1, 性质="民办", 建设状态="既有",
         交付日期="2015-01-10", 设备="full_time")
    v = spread(by[RURAL], 9)
    facility("敬老院", "柳堤镇敬老院", point(v[0]["spots"][0]), 建筑面积=2100, 用地面积=5600, 床位数=90, 护理型床位数=26,
             入住人数=50, 性质="公办", 建设状态="既有", 交付日期="2008-09-01", 设备="full_time")
    facility("区域性养老服务中心", "柳堤镇区域养老服务中心", point(v[1]["spots"][0]), 建筑面积=1450, 用地面积=3100, 床位数=40,
             护理型床位数=22, 入住人数=12, 性质="公办", 建设状态="改建", 交付日期="2024-04-12", 设备="full_time;day;home_visit")
    for c in v[2:4]:
        facility("农村互助幸福院", short(c) + "幸福院", point(c["spots"][0]), 建筑面积=dice.whole(9, 22) * 10, 床位数=6,
                 性质="公办", 建设状态="既有", 交付日期=day(2014, 2021))

    for k, c in enumerate(spread(by[OLD], 3) + spread(by[MIDDLE], 3) + spread(by[NEW], 3)):
        places = [45, 60, 30][k % 3]
        facility("托儿所", short(c) + "托儿所", point(c["spots"][0]), 建筑面积=places * [9, 12, 13][k % 3], 托位数=places,
                 普惠="是" if k % 2 else "否", 性质=own(), 建设状态="既有", 交付日期=day(2012, 2022))
    # The first compound with its own childcare: 26 places in 260 m2, on the day of the housing.
    c = rooms[0]
    facility("托育机构", short(c) + "托育中心", point(c["spots"][0]), 建筑面积=260, 托位数=26, 普惠="是", 性质="公办",
             建设状态="新建", 交付日期=c["row"]["交付日期"], 服务小区=ident(c))
    for k, c in enumerate(spread(by[NEW], 4) + spread(by[MIDDLE], 3) + spread(by[OLD], 2)):
        places = [80, 15, 60, 100, 16][k % 5]
        facility("托育机构", dice.one(["小橡树", "童趣", "蓓蕾", "阳光宝贝", "七彩", "苗苗"]) + f"托育园{k + 1}", point(c["spots"][0]),
                 建筑面积=[1000, 190, 700, 1250, 192][k % 5], 托位数=places, 普惠=dice.one(["是", "否"]), 性质=own(),
                 建设状态=dice.one(["新建", "改建", "既有"]), 交付日期=day(2019, 2025))
    for c in spread(by[NEW], 2) + spread(by[MIDDLE], 2) + spread(by[OLD], 1):
        facility("幼儿园托班", short(c) + "幼儿园托班", point(c["spots"][0]), 建筑面积=dice.whole(20, 40) * 10,
                 托位数=dice.one([20, 30, 40]), 普惠="是", 性质="公办", 建设状态="既有", 交付日期=day(2015, 2023))
    for c in spread(by[MIDDLE], 2):
        facility("家庭托育点", short(c) + "家庭托育点", point(c["spots"][0]), 建筑面积=95, 托位数=5, 普惠="否", 性质="民办",
                 建设状态="既有", 交付日期=day(2023, 2025))
    centre = lot[MIDDLE][2][2]
    facility("托育综合服务中心", "归雁区托育综合服务中心", geometry([[lot_ring(centre, 3200)]]), 建筑面积=4100, 用地面积=3200,
             托位数=150, 普惠="是", 性质="公办", 建设状态="新建", 交付日期="2025-06-01")
    facility("托育服务指导中心", "归雁区托育服务指导中心", point((centre[2] - 25, centre[3] - 20)), 建筑面积=400, 性质="公办",
             建设状态="新建", 交付日期="2025-06-01")
    for k, c in enumerate(spread(by[OLD], 1) + spread(by[MIDDLE], 1) + spread(by[NEW], 2)):
        facility("社区卫生服务中心", COMMUNITIES[c["who"]][0] + "卫生服务中心", point(c["spots"][-1]), 建筑面积=[1500, 260, 1700, 240][k],
                 性质="公办", 建设状态="既有", 交付日期=day(2006, 2019))
    facility("卫生院", "柳堤镇卫生院", point(v[4]["spots"][0]), 建筑面积=3200, 床位数=60, 性质="公办", 建设状态="既有",
             交付日期="2003-07-01")
    facility("医院", "归雁区人民医院", geometry([[lot_ring(lot[MIDDLE][3][2], 22000)]]), 建筑面积=41000, 用地面积=22000,
             床位数=600, 性质="公办", 建设状态="既有", 交付日期="1996-10-01")
    facility("老年活动中心", "古槐老年活动中心", point(middle_of(lot[OLD][3][2])), 建筑面积=900, 性质="公办", 建设状态="既有",
             交付日期="2001-09-09")
    facility("公园", "槐荫公园", geometry([[lot_ring(lot[OLD][4][2], 9e9)]]), 性质="公办", 建设状态="既有")
    facility("公园", "澄湖公园", geometry([[lot_ring(lot[NEW][2][2], 9e9)]]), 性质="公办", 建设状态="新建")
    facility("文体设施", "归雁区文化活动中心", point(middle_of(lot[MIDDLE][4][2])), 建筑面积=5200, 性质="公办",
             建设状态="既有", 交付日期="2014-12-31")


# ---------------------------------------------------------------- mistakes


def spoil(parcels):
    """The dirty rows that README.md lists. They are put between the clean ones, as in life."""
    def square(x, y, r=38):
        return [(x - r, y - r), (x + r, y - r), (x + r, y + r), (x - r, y + r)]

    def row(k, title, households, **more):
        return {"编号": k, "小区名称": title, "户数": households, "人口": None if households is None else households * 3,
                "60岁以上人口": None, "3岁以下人口": None, "建设状态": "既有", "城镇": "否", "交付日期": None, **more}

    def bad(at, properties, where):
        parcels.insert(at, {"type": "Feature", "properties": properties, "geometry": where})

    y = (YS[5] + YS[6]) / 2 + 240                     # a free strip along the northern edge
    bad(20, row("XQ-0007", "重复编号院", 80), geometry([[square(300, y)]]))
    bad(61, row(None, "无编号院", 75), geometry([[square(900, y)]]))
    bad(103, row("XQ-9003", "负数院", -120, 人口=300), geometry([[square(1500, y)]]))
    tie = [degrees(bend(p)) for p in [(2060, y - 35), (2180, y + 35), (2180, y - 35), (2060, y + 35)]]
    bad(144, row("XQ-9004", "自相交院", 110), {"type": "Polygon", "coordinates": [tie + tie[:1]]})
    bad(185, row("XQ-9005", "空几何院", 66), {"type": "Polygon", "coordinates": []})
    bad(186, row("XQ-9006", "无几何院", 58), None)
    bad(230, row("XQ-9007", "缺户数院", None), geometry([[square(2720, y)]]))
    bad(268, row("XQ-9008", "缺状态院", 90, 建设状态=None), geometry([[square(3300, y)]]))
    ring = closed(square(3900, y))[:-1]
    bad(301, row("XQ-9009", "未闭合院", 84), {"type": "Polygon", "coordinates": [ring]})

    facility("养老驿馆", "类型不明馆", point((XS[1] + 40, YS[3] + 30)), 建筑面积=300, 床位数=12, 性质="民办", 建设状态="既有")
    p = degrees(bend((XS[5] + 60, YS[2] + 40)))
    facility("托儿所", "经纬颠倒托儿所", {"type": "Point", "coordinates": p[::-1]}, 建筑面积=280, 托位数=30, 普惠="否",
             性质="民办", 建设状态="既有")
    facility("养老院", "区外养老院", point((XS[-1] + 900, YS[3])), 建筑面积=8000, 用地面积=7000, 床位数=210, 护理型床位数=100,
             入住人数=90, 医生=1, 护士=2, 性质="民办", 建设状态="既有", 交付日期="2010-01-01", 设备="full_time;medical_unit")
    facility("托育机构", "面积缺失托育园", point((XS[4] + 35, YS[2] + 45)), 托位数=50, 普惠="是", 性质="民办", 建设状态="新建",
             交付日期="2024-03-01")


# ---------------------------------------------------------------- files

PROJECT = """\
# The sample city, see README.md. Run it with: siting check GeoData/sample/project.yaml --out sample-out
schema: 1
name: {{en: Guiyan district (invented sample), zh: 归雁区（虚构示例）}}
note:
  en: An invented district. Nothing here is about a real place, except some totals of the city.
  zh: 本区为虚构示例，除部分全市总量外均与真实地点无关。
packs: [{packs}]
as_of: 2025-12-31
scope: complete                                          # the district stands for the whole city, where no total is declared
layers:
  parcels:
    file: parcels.geojson
    fields: {{elders: 60岁以上人口, infants: 3岁以下人口}}      # the other columns are known by their usual names
  facilities:
    file: facilities.geojson
    kinds: {{康养中心: nursing_home}}                      # a word of this bureau that is not in the common list
  units:
    - {{file: communities.geojson, level: community}}
    - {{file: streets.geojson}}                            # streets and a township: the level is in 级别
    - {{file: district.geojson, level: district}}
  # network: {{file: network.geojson}}                     # take it in, and walks are measured along the streets; else straight lines times the detour
assumptions: {{persons_per_household: 2.64, detour: 1.3}}
statistics:
  - unit: city
{city}
  - {{unit: plan, {plan}}}       # of the new area
{streets}
"""
PACKS = ["shangqiu-2022", "gb50180-2018"]
CITY = {"population": 7816800, "urban_population": 3612000, "elders": 1418100, "beds": 53700, "institution_beds": 48200,
        "nursing_beds": 26800, "places": 31300, "inclusive_places": 17200, "social_workers": 820, "day_care_centres": 236,
        "urban_communities": 236, "communities_with_day_care": 231, "streets": 25, "streets_with_centre": 25}
PLAN = {"population": 120000, "urban_population": 120000, "elder_land": 18000}


def street_lines(lanes):
    """Centre lines cut wherever two meet, as a walking network wants them; nominal coordinates."""
    lines = []
    main = set(XS), set(YS)
    for a, b in lanes:
        upright = a[0] == b[0]
        k, lo, hi = (a[0], a[1], b[1]) if upright else (a[1], a[0], b[0])
        cuts = {lo, hi}
        for c, d in lanes:
            if (c[0] == d[0]) != upright:
                m, at, l2, h2 = (c[1], c[1], c[0], d[0]) if upright else (c[0], c[0], c[1], d[1])
                if lo <= m <= hi and l2 <= k <= h2:
                    cuts.add(at)
        cuts = sorted(cuts)
        kind = "主干路" if k in main[0 if upright else 1] else "支路"
        for s, t in zip(cuts, cuts[1:]):
            lines.append((kind, ((k, s), (k, t)) if upright else ((s, k), (t, k))))
    return lines


def write(path, rows):
    """A FeatureCollection with one feature a line, so that changes show in a diff."""
    body = ",\n".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) for r in rows)
    text = '{"type":"FeatureCollection","name":"%s","features":[\n%s\n]}\n' % (path.stem, body)
    path.write_bytes(text.encode())


def feature(properties, where):
    return {"type": "Feature", "properties": properties, "geometry": where}


def main():
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(__file__).resolve().parent.parent / "GeoData/sample"
    out.mkdir(parents=True, exist_ok=True)
    lanes, compounds, spare = build()
    settle(compounds)
    equip(compounds, spare)
    parcels = [feature(c["row"], geometry(c["polygons"])) for c in compounds]
    spoil(parcels)
    write(out / "parcels.geojson", parcels)
    write(out / "facilities.geojson", [feature(f["row"], f["geometry"]) for f in facilities])

    cells = [(c, r) for r in range(len(MAP)) for c in range(len(MAP[0]))]
    people, elders = {}, {}
    for c in compounds:
        n = c["row"]["人口"] or round(c["row"]["户数"] * 2.64)
        people[c["who"]] = people.get(c["who"], 0) + n
        elders[c["who"]] = elders.get(c["who"], 0) + (c["row"]["60岁以上人口"] or round(n * 0.2))
    write(out / "communities.geojson", [
        feature({"编号": community_id(w), "名称": n, "类型": "社区" if urban else "行政村", "城镇": "是" if urban else "否",
                 "人口": people[w] + dice.whole(20, 400), "60岁以上人口": elders[w] + dice.whole(5, 60)},
                geometry([[outline([k for k in cells if letter(*k) == w])]]))
        for w, (n, _, urban, _) in COMMUNITIES.items()])
    write(out / "streets.geojson", [
        feature({"编号": DISTRICT[0] + s, "名称": n, "级别": level, "城镇": "是" if level == "街道" else "否"},
                geometry([[outline([k for k in cells if COMMUNITIES[letter(*k)][3] == s])]]))
        for s, (n, level) in STREETS.items()])
    write(out / "district.geojson", [
        feature({"编号": DISTRICT[0], "名称": DISTRICT[1], "类型": "市辖区", "城镇": "是"}, geometry([[outline(cells)]]))])
    write(out / "network.geojson", [
        feature({"编号": f"DL-{i + 1:04d}", "等级": kind},
                {"type": "LineString", "coordinates": [degrees(bend(p)) for p in line]})
        for i, (kind, line) in enumerate(street_lines(lanes))])
    declared = []
    for s in STREETS:
        who = [w for w in people if COMMUNITIES[w][3] == s]
        declared.append(f"  - {{unit: {{level: {'township' if STREETS[s][1] == '乡镇' else 'street'}, id: '{DISTRICT[0] + s}'}}, "
                        f"population: {sum(people[w] for w in who) + 610}, elders: {sum(elders[w] for w in who) + 95}}}")
    text = PROJECT.format(packs=", ".join(PACKS), streets="\n".join(declared),
                          city="\n".join(f"    {k}: {v}" for k, v in CITY.items()),
                          plan=", ".join(f"{k}: {v}" for k, v in PLAN.items()))
    (out / "project.yaml").write_bytes(text.encode())
    size = sum(f.stat().st_size for f in out.iterdir())
    print(f"{out}: {len(parcels)} parcels, {len(facilities)} facilities, {len(COMMUNITIES)} communities, "
          f"{size / 1000:.0f} kB", file=sys.stderr)


if __name__ == "__main__":
    main()
