#!/usr/bin/env python3
"""Make a project of real areas and people: Xitun district, Taichung.

    prepare-taichung.py OUT            # reads $SITING_TEST_DATA, default ../shared/data beside the repository

993 statistical areas with their households and people (June 2017) are the parcels. Facilities come from an
OpenStreetMap extract of a small part of the district; care facilities are few in it and capacities none, so a
seeded table adds both. `source` says where a facility comes from (osm, invented), `capacity_source` is
`invented` on every row that has a capacity. Standard library only; the same bytes every time.
"""
import csv
import gzip
import json
import os
import random
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
DATA = Path(os.environ.get("SITING_TEST_DATA", ROOT.parent / "shared" / "data"))
NEW_SHARE = 0.06

# OSM tag: kind. The first that fits counts.
OSM_KINDS = [(("amenity", "kindergarten"), "kindergarten"),
             (("amenity", "community_centre"), "community_service_centre"),
             (("amenity", "hospital"), "hospital"), (("amenity", "clinic"), "primary_medical"),
             (("amenity", "doctors"), "primary_medical"), (("amenity", "library"), "library"),
             (("leisure", "sports_centre"), "culture_sport_facility"), (("leisure", "park"), "park"),
             (("shop", "supermarket"), "life_shopping"), (("shop", "convenience"), "life_shopping"),
             (("amenity", "school"), "school")]

# Invented facilities: kind, how many, floor area m2, places, beds; ranges, both ends included.
INVENTED = [("elder_service_room", 30, (60, 420), None, None), ("elder_day_care", 26, (300, 800), None, (10, 40)),
            ("community_elder_station", 14, (100, 480), None, (0, 8)),
            ("elder_comprehensive_centre", 4, (800, 2400), None, (20, 60)),
            ("nursing_home", 6, (5000, 18500), None, (150, 520)), ("elder_care_home", 4, (3000, 9000), None, (80, 260)),
            ("nursery", 22, (200, 720), (20, 70), None), ("childcare", 24, (180, 1300), (15, 100), None),
            ("kindergarten_childcare_class", 8, (200, 400), (20, 40), None),
            ("home_childcare_point", 3, (80, 110), (5, 5), None)]
INVENTED_FLOOR = {"primary_medical": (120, 900), "community_service_centre": (300, 1000)}       # of OSM facilities

COLUMNS = ["id", "name", "kind", "floor_area", "land_area", "places", "beds", "nursing_beds", "inclusive", "ownership",
           "status", "delivered", "source", "capacity_source"]

PROJECT = """\
# {areas} statistical areas of Xitun, Taichung, {households} households and {people} people (June 2017): real, open government data.
# {osm} facilities from OpenStreetMap (c) OpenStreetMap contributors, ODbL, in one part of the district only.
# {invented} facilities, all capacities and which areas are new: INVENTED (columns source, capacity_source). Chinese mainland
# policies are applied to it as a test of the engine; its verdicts say nothing about Taichung.
schema: 1
name:
  en: Xitun, Taichung (real areas and people, care facilities mostly invented)
  zh: 台中西屯（区域与人口真实，养老托育设施多为虚构）
note:
  en: Areas, households and people are real; most care facilities, all capacities and all "new" areas are invented. A test.
  zh: 区域、户数、人口为真实数据；多数养老托育设施、全部容量及“新建”状态均为虚构，仅供测试。
packs: [shangqiu-2022, yinzhou-2023]
as_of: 2025-12-31
scope: partial
layers:
  parcels: {{file: parcels.geojson}}
  facilities: {{file: facilities.geojson}}
assumptions: {{persons_per_household: 2.9, detour: 1.3}}
"""


class Dice(random.Random):
    """Seeded chance that uses only random(), whose sequence no Python version changes."""

    def whole(self, a, b):
        return a + int((b - a + 1) * self.random())


dice = Dice(660)


def write(path, rows):
    body = ",\n".join(json.dumps(r, ensure_ascii=False, separators=(",", ":")) for r in rows)
    path.write_bytes(('{"type":"FeatureCollection","name":"%s","features":[\n%s\n]}\n' % (path.stem, body)).encode())


def wind(ring, clockwise):
    """RFC 7946: shells counter-clockwise, holes clockwise; the source has them the other way round."""
    turn = sum(p[0] * q[1] - q[0] * p[1] for p, q in zip(ring, ring[1:]))
    return ring[::-1] if (turn < 0) != clockwise else ring


def areas():
    with open(DATA / "tw-taichung/xitun-households-2017-06.csv", newline="", encoding="utf-8-sig") as f:
        people = {r["CODEBASE"]: (int(r["H_CNT"]), int(r["P_CNT"])) for r in csv.DictReader(f)}
    source = json.loads((DATA / "tw-taichung/xitun-statistical-areas.geojson").read_text())["features"]
    rows = []
    for f in sorted(source, key=lambda f: f["properties"]["CODEBASE"]):
        code = f["properties"]["CODEBASE"]
        households, persons = people.get(code, (0, 0))           # no row: nobody lives there
        rings = [wind([[x, y] for x, y, *_ in r], i > 0) for i, r in enumerate(f["geometry"]["coordinates"])]
        new = dice.random() < NEW_SHARE
        rows.append({"type": "Feature", "geometry": {"type": "Polygon", "coordinates": rings}, "properties": {
            "id": code, "households": households, "population": persons,
            "status": "new" if new else "existing", "urban": True,
            "delivered": f"{dice.whole(2022, 2025)}-{dice.whole(1, 12):02d}-15" if new else None,
            "status_source": "invented", "village": f["properties"]["CODE2"]}})
    return rows


def osm():
    """Nodes as points; closed ways that the extract holds whole as polygons."""
    nodes, found = {}, []
    with gzip.open(DATA / "osm/taichung-xitun-2025.osm.gz") as f:
        for _, e in ET.iterparse(f):
            if e.tag not in ("node", "way"):
                continue
            if e.tag == "node":
                nodes[e.get("id")] = [float(e.get("lon")), float(e.get("lat"))]
            tags = {t.get("k"): t.get("v") for t in e.iter("tag")}
            kind = next((k for (key, value), k in OSM_KINDS if tags.get(key) == value), None)
            if kind:
                refs = [n.get("ref") for n in e.iter("nd")]
                found.append((e.tag, int(e.get("id")), kind, tags.get("name"), refs))
            e.clear()
    for tag, number, kind, name, refs in sorted(found):
        if tag == "node":
            where = {"type": "Point", "coordinates": nodes[str(number)]}
        elif len(refs) > 3 and refs[0] == refs[-1] and all(r in nodes for r in refs):
            where = {"type": "Polygon", "coordinates": [wind([nodes[r] for r in refs], False)]}
        else:
            continue
        row = {"id": f"osm-{tag}-{number}", "name": name, "kind": kind, "status": "existing", "source": "osm"}
        if kind in INVENTED_FLOOR:
            row.update(floor_area=dice.whole(*INVENTED_FLOOR[kind]), capacity_source="invented")
        yield row, where


def inside(p, ring):
    """Even-odd test of a point in a ring."""
    hit = False
    for (x1, y1), (x2, y2) in zip(ring, ring[1:]):
        if (y1 > p[1]) != (y2 > p[1]) and p[0] < x1 + (p[1] - y1) * (x2 - x1) / (y2 - y1):
            hit = not hit
    return hit


def invented(parcels):
    """Care facilities in inhabited areas, more where more people live."""
    lived = [p for p in parcels if p["properties"]["households"] >= 40]
    total = sum(p["properties"]["households"] for p in lived)
    number = 0
    for kind, count, floor, places, beds in INVENTED:
        for _ in range(count):
            number += 1
            at = dice.random() * total
            for area in lived:
                at -= area["properties"]["households"]
                if at < 0:
                    break
            ring = area["geometry"]["coordinates"][0]
            xs, ys = [p[0] for p in ring], [p[1] for p in ring]
            while True:
                p = [round(min(v) + (max(v) - min(v)) * dice.random(), 7) for v in (xs, ys)]
                if inside(p, ring):
                    break
            b = dice.whole(*beds) if beds else None
            m2 = dice.whole(*floor)
            yield {"id": f"invented-{number:03d}", "kind": kind, "floor_area": m2,
                   "land_area": round(m2 * (0.6 + 0.8 * dice.random())) if kind.endswith("home") else None,
                   "places": dice.whole(*places) if places else None, "beds": b,
                   "nursing_beds": round(b * dice.random()) if b else None, "inclusive": dice.random() < 0.6,
                   "ownership": "public" if dice.random() < 0.5 else "private",
                   "status": ["new", "rebuilt", "existing", "existing"][dice.whole(0, 3)],
                   "delivered": f"{dice.whole(2012, 2025)}-{dice.whole(1, 12):02d}-01",
                   "source": "invented", "capacity_source": "invented"}, {"type": "Point", "coordinates": p}


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    parcels = areas()
    from_osm, made_up = list(osm()), list(invented(parcels))
    write(out / "parcels.geojson", parcels)
    write(out / "facilities.geojson", [
        {"type": "Feature", "properties": {c: row.get(c) for c in COLUMNS}, "geometry": where}
        for row, where in from_osm + made_up])
    total = lambda c: sum(p["properties"][c] for p in parcels)
    figures = {"areas": len(parcels), "households": total("households"), "people": total("population"),
               "osm": len(from_osm), "invented": len(made_up)}
    (out / "project.yaml").write_bytes(PROJECT.format(**figures).encode())
    print(f"{out}: " + ", ".join(f"{v} {k}" for k, v in figures.items()), file=sys.stderr)


if __name__ == "__main__":
    main()
