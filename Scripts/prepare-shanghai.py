#!/usr/bin/env python3
"""Make a project of Shanghai's 12,277 residential compounds and its nursing homes.

    prepare-shanghai.py OUT            # reads $SITING_TEST_DATA, default ../shared/data beside the repository

Both lists are in BD-09, the shifted coordinates of Baidu's map. They are brought to WGS 84 here, by this script's
own formulas, so that the result can be held against the engine's; the formulas are checked against
reference/coords on every run. Repeated links stay as they are in the source: the engine has to reject the second
row of an id. Standard library only; the same bytes every time.
"""
import csv
import json
import math
import os
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("SITING_TEST_DATA", ROOT.parent / "shared" / "data"))

PROJECT = """\
# {parcels} compounds of Shanghai as a sales site listed them in July 2018, and {facilities} nursing homes that a map search found:
# real places, converted from BD-09 to WGS 84. {repeated} rows repeat an id. No households: only reach can be asked.
# The list of homes is far from complete, so a failure here says nothing about Shanghai.
schema: 1
name: {{en: Shanghai compounds and nursing homes 2018, zh: 上海居住小区与养老院（2018）}}
packs: [shanghai-coverage.yaml]
as_of: 2018-07-31
scope: partial
layers:
  parcels: {{file: parcels.geojson}}
  facilities: {{file: facilities.geojson}}
assumptions: {{detour: 1.3}}
"""

PACK = """\
# Two questions about reach, for the Shanghai test. Not a policy of Shanghai.
schema: 1
id: shanghai-coverage
title: {en: Reach of nursing homes (test), zh: 养老院可达性（测试）}
document:
  number: null
  issuer: {en: Nobody (made for a test), zh: 无（测试用）}
  issued: 2018-07-31
  status: draft
parameters:
  walking_speed: {value: 1.0, unit: m/s, source: {en: Test assumption, zh: 测试假定}}
rules:
  - id: nursing-home-walk
    clause: '1'
    says: {en: A nursing home is within a walk of 15 minutes., zh: 步行15分钟内有养老院。}
    means: elder-institution-circle
    check: coverage
    subject: parcel
    facility: [nursing_home]
    within: {walk: 15 min}
    at: centroid
    at_least: 100
    unit: percent
    force: binding
  - id: nursing-home-radius
    clause: '2'
    says: {en: A nursing home is within 1000 m., zh: 1000米内有养老院。}
    means: elder-institution-circle
    check: coverage
    subject: parcel
    facility: [nursing_home]
    within: {radius: 1000 m}
    at: centroid
    at_least: 100
    unit: percent
    force: binding
"""

# ---------------------------------------------------------------- coordinates

A, EE = 6378245.0, 0.00669342162296594323        # the ellipsoid of the published formula (Krasovsky)
X_PI = math.pi * 3000 / 180


def shift(lon, lat):
    """How far GCJ-02 is from WGS 84 at a place, in degrees: the published formula."""
    x, y = lon - 105.0, lat - 35.0
    wave = lambda v: (20 * math.sin(6 * v * math.pi) + 20 * math.sin(2 * v * math.pi)) * 2 / 3
    north = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * math.sqrt(abs(x)) + wave(x) \
        + (20 * math.sin(y * math.pi) + 40 * math.sin(y / 3 * math.pi)) * 2 / 3 \
        + (160 * math.sin(y / 12 * math.pi) + 320 * math.sin(y * math.pi / 30)) * 2 / 3
    east = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * math.sqrt(abs(x)) + wave(x) \
        + (20 * math.sin(x * math.pi) + 40 * math.sin(x / 3 * math.pi)) * 2 / 3 \
        + (150 * math.sin(x / 12 * math.pi) + 300 * math.sin(x / 30 * math.pi)) * 2 / 3
    s = math.sin(math.radians(lat))
    w = 1 - EE * s * s
    return (math.degrees(east / (A / math.sqrt(w) * math.cos(math.radians(lat)))),
            math.degrees(north / (A * (1 - EE) / (w * math.sqrt(w)))))


def to_gcj02(lon, lat):
    d = shift(lon, lat)
    return lon + d[0], lat + d[1]


def from_gcj02(lon, lat):
    """Exact inverse: the shift changes slowly, so feeding the answer back converges in a few steps."""
    x, y = lon, lat
    for _ in range(30):
        d = shift(x, y)
        step = max(abs(lon - d[0] - x), abs(lat - d[1] - y))
        x, y = lon - d[0], lat - d[1]
        if step < 1e-13:
            break
    return x, y


def gcj02_to_bd09(lon, lat):
    r = math.hypot(lon, lat) + 0.00002 * math.sin(lat * X_PI)
    t = math.atan2(lat, lon) + 0.000003 * math.cos(lon * X_PI)
    return r * math.cos(t) + 0.0065, r * math.sin(t) + 0.006


def bd09_to_gcj02(lon, lat):
    """Exact inverse of the above, from the usual one-step formula as a first guess."""
    x, y = lon - 0.0065, lat - 0.006
    r = math.hypot(x, y) - 0.00002 * math.sin(y * X_PI)
    t = math.atan2(y, x) - 0.000003 * math.cos(x * X_PI)
    x, y = r * math.cos(t), r * math.sin(t)
    for _ in range(30):
        u, v = gcj02_to_bd09(x, y)
        step = max(abs(lon - u), abs(lat - v))
        x, y = x + lon - u, y + lat - v
        if step < 1e-13:
            break
    return x, y


def from_bd09(lon, lat):
    return from_gcj02(*bd09_to_gcj02(lon, lat))


def check_formulas():
    """664 cities whose coordinates are known in all three systems; stop if the formulas do not reproduce them."""
    cities = json.loads((DATA / "reference/coords/china-cities.json").read_text())
    worst = {"WGS 84 to GCJ-02": 0.0, "BD-09 to GCJ-02": 0.0, "BD-09 to WGS 84": 0.0, "there and back": 0.0}
    for c in (c["coords"] for c in cities):
        off = lambda p, q: max(abs(p[0] - q[0]), abs(p[1] - q[1]))
        for k, d in [("WGS 84 to GCJ-02", off(to_gcj02(*c["WGS84"]), c["GCJ02"])),
                     ("BD-09 to GCJ-02", off(bd09_to_gcj02(*c["BD09"]), c["GCJ02"])),
                     ("BD-09 to WGS 84", off(from_bd09(*c["BD09"]), c["WGS84"])),
                     ("there and back", off(from_bd09(*gcj02_to_bd09(*to_gcj02(*c["WGS84"]))), c["WGS84"]))]:
            worst[k] = max(worst[k], d)
    print(f"formulas against {len(cities)} cities, worst in degrees: "
          + ", ".join(f"{k} {v:.1e}" for k, v in worst.items()), file=sys.stderr)
    if max(worst.values()) > 2e-5 or worst["there and back"] > 1e-9:
        sys.exit("the coordinate formulas do not reproduce reference/coords/china-cities.json")


# ---------------------------------------------------------------- files


def write(path, rows):
    body = ",\n".join(json.dumps({"type": "Feature", "properties": p, "geometry": {
        "type": "Point", "coordinates": [round(v, 7) for v in from_bd09(*at)]}},
        ensure_ascii=False, separators=(",", ":")) for p, at in rows)
    path.write_bytes(('{"type":"FeatureCollection","name":"%s","features":[\n%s\n]}\n' % (path.stem, body)).encode())


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    check_formulas()
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    listed = json.loads((DATA / "cn-communities/shanghai-compounds-lianjia-2018.bd09.json").read_text())
    parcels = [({"id": re.search(r"/(\d+)/?$", r["link"])[1], "name": r["title"], "district_name": r["district"],
                 "subdistrict_name": r["subdistrict"], "status": "existing", "urban": True},
                (float(r["lng"]), float(r["lat"]))) for r in listed]
    with open(DATA / "cn-communities/shanghai/nursing_homes.bd09.csv", newline="", encoding="utf-8-sig") as f:
        homes = [({"id": f"home-{i:03d}", "name": r["名称"], "kind": "nursing_home", "address": r["地址"],
                   "status": "existing"}, (float(r["经度"]), float(r["纬度"])))
                 for i, r in enumerate(csv.DictReader(f), 1)]
    write(out / "parcels.geojson", parcels)
    write(out / "facilities.geojson", homes)
    repeated = len(parcels) - len({p["id"] for p, _ in parcels})
    (out / "project.yaml").write_bytes(
        PROJECT.format(parcels=len(parcels), facilities=len(homes), repeated=repeated).encode())
    (out / "shanghai-coverage.yaml").write_bytes(PACK.encode())
    print(f"{out}: {len(parcels)} parcels, {repeated} of them with an id seen before, {len(homes)} nursing homes",
          file=sys.stderr)


if __name__ == "__main__":
    main()
