#!/usr/bin/env python3
"""Compute a run's figures again, by other means, and compare.

    reference.py PROJECT OUT [--rules GeoData/rules/packs] [--crs CRS]

PROJECT is a project file or its folder, OUT what `siting check` wrote for it. Nothing of the engine is used: geodesics and
geodesic circles of 4096 sides (pyproj), shapely overlays, numpy, and linear programs (scipy) for fair shares. With
`distances: plane` distances and circles are those of the plane of `working_crs`. A rule a line:
parcels or units compared, verdicts that differ, the largest differences. Exit 1 if a verdict or a figure is off.

Needs: pip install shapely pyproj numpy scipy pyyaml

Checked: coverage of parcels and units, provision of parcels (every attribution), presence in units, size of facilities.
Other rules are listed as not checked. Subjects whose answer hangs on missing data must be `unknown`.
"""
import argparse
import csv
import datetime
import json
import math
import re
import sys
from pathlib import Path

import numpy as np
import shapely
import yaml
from pyproj import CRS, Geod, Transformer
from scipy.optimize import linprog
from scipy.sparse import coo_matrix, csr_matrix, vstack
from scipy.sparse.csgraph import connected_components
from shapely.geometry import shape

ROOT = Path(__file__).resolve().parents[2]
LIMIT_DOUBT = 0.005                 # m: closer to a limit than this, either verdict is right
SHARE_DOUBT = 2e-5                  # share of a parcel: thinner slivers than this may be there or not
TOLERANCE = {"share": 0.01, "distance": 0.05, "figure": 1e-3}     # percent; m, and 2e-5 of it; relative
COLUMNS = {                         # ours: what the test projects call it
    "id": ["编号", "id"], "households": ["户数"], "population": ["人口"], "elders": ["60岁以上人口"],
    "infants": ["3岁以下人口"], "status": ["建设状态"], "urban": ["城镇"], "delivered": ["交付日期"], "kind": ["设施类型"],
    "floor_area": ["建筑面积"], "land_area": ["用地面积"], "places": ["托位数"], "beds": ["床位数"],
    "nursing_beds": ["护理型床位数"], "inclusive": ["普惠"], "ownership": ["性质"], "residents": ["入住人数"],
    "doctors": ["医生"], "nurses": ["护士"], "equipment": ["设备"], "served_parcels": ["服务小区"], "level": ["级别"],
    "type": ["类型"], "community": ["社区"], "street": ["街道"]}
VALUES = {"新建": "new", "既有": "existing", "改建": "rebuilt", "扩建": "extended", "是": True, "否": False, "公办": "public",
          "民办": "private", "乡镇": "township"}
OPERATORS = {"at_least": lambda m, t: m >= t, "more_than": lambda m, t: m > t, "at_most": lambda m, t: m <= t,
             "less_than": lambda m, t: m < t, "between": lambda m, t: t[0] <= m, "about": lambda m, t: abs(m - t) <= 0.05 * t}

# ---------------------------------------------------------------- reading


class Layer:
    """Rows with our column names, geometries in metres, and the point that stands for each."""

    def __init__(self, files, base):
        self.rows, shapes = [], []
        for source in files:
            for feature in json.loads((base / source["file"]).read_text())["features"]:
                row = dict(feature["properties"])
                for ours, names in COLUMNS.items():
                    for n in [source.get("fields", {}).get(ours), ours, *names]:
                        if n in row and row[n] not in (None, ""):
                            v = row[n]
                            row[ours] = VALUES.get(v, v) if isinstance(v, str) else v
                            break
                    else:
                        row.setdefault(ours, None)
                row["id"] = None if row["id"] is None else str(row["id"])
                row["level"] = source.get("level") or {"街道": "street"}.get(row["level"], row["level"])
                row["kind"] = source.get("kinds", {}).get(row["kind"], row["kind"])
                for c in ("equipment", "served_parcels"):
                    if isinstance(row[c], str):
                        row[c] = [s for s in re.split(r"[;；,，、]\s*", row[c]) if s]
                try:
                    g = shape(feature["geometry"])
                except Exception:           # null, unclosed: the engine has its own word on these
                    g = None
                self.rows.append(row)
                shapes.append(g)
        self.shapes = np.array(shapes, object)

    def keep(self, mask):
        self.rows = [r for r, k in zip(self.rows, mask) if k]
        self.shapes = self.shapes[np.array(mask, bool)]

    def project(self, transformer):
        def move(c):
            return np.stack(transformer.transform(c[:, 0], c[:, 1]), -1)
        self.shapes = shapely.transform(self.shapes, move)
        broken = ~shapely.is_valid(self.shapes)
        self.shapes[broken] = shapely.make_valid(self.shapes[broken])
        centre = shapely.centroid(self.shapes)
        self.off_centre = ~shapely.intersects(self.shapes, centre)      # its centroid is outside
        self.place = np.where(self.off_centre, shapely.point_on_surface(self.shapes), centre)
        at = shapely.get_coordinates(self.place)
        self.lonlat = np.stack(transformer.transform(at[:, 0], at[:, 1], direction="INVERSE"), -1)

    def number(self, column):
        return np.array([float(r[column]) if r.get(column) is not None else math.nan for r in self.rows])


def as_list(x):
    return x if isinstance(x, list) else [x]


def load_pack(name, base, rules_dir):
    path = base / name if name.endswith((".yaml", ".yml")) else rules_dir / f"{name}.yaml"
    pack = yaml.safe_load(path.read_text())
    own = {(r["means"], str(r["subject"])) for r in pack["rules"]}
    for parent in as_list(pack.get("extends") or []):
        inherited = load_pack(parent, base, rules_dir)
        pack["rules"] += [r for r in inherited["rules"] if (r["means"], str(r["subject"])) not in own]
        pack["parameters"] = {**inherited.get("parameters", {}), **pack.get("parameters", {})}
        pack.setdefault("default_reach", inherited.get("default_reach", {}))
    return pack


def kinds_below():
    """Each kind with its descendants, and every word for it."""
    table = yaml.safe_load((ROOT / "GeoData/kinds.yaml").read_text())
    table = {k: entry for k, entry in table.items() if isinstance(entry, dict)}     # kinds, not lists of words
    below, words = {k: {k} for k in table}, {}
    for k, entry in table.items():
        up = k
        while up:
            below[up].add(k)
            up = table[up].get("broader")
        for w in [k, k.replace("_", " "), entry["zh"], entry["en"], *entry.get("aliases", [])]:
            words[str(w).lower()] = k
    return below, words


# ---------------------------------------------------------------- conditions: True, False or None (not known)


def all_of(answers):
    answers = list(answers)
    return False if False in answers else None if None in answers else True


def compare(value, test):
    if value is None or value != value:
        return None
    if isinstance(test, dict):
        if any(isinstance(t, datetime.date) for t in test.values()):
            return all(OPERATORS[op](str(value)[:10], t.isoformat()) for op, t in test.items())
        return all(lo_hi(float(value), op, t) for op, t in test.items())
    if isinstance(test, list):
        return set(test) <= set(value) if isinstance(value, list) else value in test
    return test in value if isinstance(value, list) else value == test


def lo_hi(value, op, t):
    return t[0] <= value <= t[1] if op == "between" else OPERATORS[op](value, float(t))


def holds(condition, row):
    def one(key, test):
        if key in ("any", "all"):
            got = [holds(c, row) for c in test]
            return all_of(got) if key == "all" else True if True in got else None if None in got else False
        if key == "not":
            got = holds(test, row)
            return None if got is None else not got
        return compare(row.get(key), test)
    return all_of(one(k, t) for k, t in (condition or {}).items())


# ---------------------------------------------------------------- the run


class Run:
    def __init__(self, project, out, rules_dir, crs):
        self.divisions = {}                                        # by pack, supply, and whether at best
        self.base = project.parent
        self.project = yaml.safe_load(project.read_text())
        self.out = out
        layers = self.project["layers"]
        self.parcels = Layer(as_list(layers["parcels"]), self.base)
        self.facilities = Layer(as_list(layers["facilities"]), self.base)
        self.units = Layer(as_list(layers.get("units") or []), self.base)
        self.below, words = kinds_below()
        for r in self.facilities.rows:
            r["kind"] = words.get(str(r["kind"]).lower())
        self.drop_bad()
        lonlat = np.concatenate([shapely.bounds(l.shapes) for l in (self.parcels, self.facilities)])
        at = [(lonlat[:, 0].min() + lonlat[:, 2].max()) / 2, (lonlat[:, 1].min() + lonlat[:, 3].max()) / 2]
        self.is_plane = self.project.get("distances") == "plane"
        crs = crs or (self.project.get("working_crs") if self.is_plane else None) or \
            f"+proj=tmerc +lon_0={at[0]:.6f} +lat_0={at[1]:.6f} +k=1 +x_0=0 +y_0=0 +ellps=WGS84 +units=m"
        move = Transformer.from_crs(4326, CRS.from_user_input(crs), always_xy=True)
        self.move, self.geod = move, Geod(ellps="WGS84")
        for layer in (self.parcels, self.facilities, self.units):
            layer.project(move)
        self.parcels.area = self.areas(self.parcels)
        assumed = self.project.get("assumptions") or {}
        self.detour = float(assumed.get("detour", 1.3))
        self.estimate_people(assumed)
        self.locate()
        self.packs = [load_pack(p, self.base, rules_dir) for p in self.project["packs"]]
        got = json.loads((out / "parcels.geojson").read_text())["features"]
        self.result = {str(f["properties"].get("id", f["properties"].get("编号"))): f["properties"] for f in got}
        with open(out / "findings.csv", newline="", encoding="utf-8-sig") as f:
            self.findings = {(r["pack"], r["rule"], r["subject_kind"], r["subject_id"]): r for r in csv.DictReader(f)}

    def drop_bad(self):
        """What must be rejected: no geometry, no or a repeated id, negative counts, an unknown kind."""
        for layer in (self.parcels, self.facilities, self.units):
            seen, mask = set(), []
            for r, g in zip(layer.rows, layer.shapes):
                key = (r["level"], r["id"]) if layer is self.units else r["id"]
                good = g is not None and not g.is_empty and r["id"] is not None and key not in seen
                good = good and all(float(r[c] or 0) >= 0 for c in ("households", "population", "places", "beds"))
                good = good and (layer is not self.facilities or r["kind"] is not None)
                good = good and (abs(g.bounds[1]) <= 90 and abs(g.bounds[3]) <= 90)
                if good:
                    seen.add(key)
                mask.append(good)
            layer.keep(mask)

    def estimate_people(self, assumed):
        size = assumed.get("persons_per_household")
        for r in self.parcels.rows:
            if r["population"] is None and r["households"] is not None and size:
                r["population"] = float(r["households"]) * float(size)
            r["status"] = r["status"] or assumed.get("status")
            if r["urban"] is None:
                r["urban"] = assumed.get("urban")

    def locate(self):
        """Which unit of each level a parcel or facility is in; its own column first."""
        self.member = {}
        for name, layer in (("parcel", self.parcels), ("facility", self.facilities)):
            for level in {u["level"] for u in self.units.rows}:
                pick = [i for i, u in enumerate(self.units.rows) if u["level"] == level]
                tree = shapely.STRtree(self.units.shapes[pick])
                inside = np.full(len(layer.rows), -1)
                i, j = tree.query(layer.place, predicate="intersects")
                inside[i[::-1]] = np.array(pick)[j[::-1]] if len(i) else []
                by_id = {self.units.rows[k]["id"]: k for k in pick}
                for k, r in enumerate(layer.rows):
                    inside[k] = by_id.get(str(r.get(level)), inside[k])
                self.member[name, level] = inside
        ids = {r["id"]: i for i, r in enumerate(self.parcels.rows)}
        self.declared = [[ids[s] for s in r["served_parcels"] or [] if s in ids] for r in self.facilities.rows]
        polygons = shapely.get_dimensions(self.parcels.shapes) == 2
        i, j = shapely.STRtree(np.where(polygons, self.parcels.shapes, None)).query(
            self.facilities.place, predicate="intersects")
        self.home = np.full(len(self.facilities.rows), -1)
        self.home[i[::-1]] = j[::-1]

    # ------------------------------------------------------------ on the ground

    def distances(self, a, i, b, j):
        """From the places at some rows of a layer to those of another, one by one."""
        if self.is_plane:
            return shapely.distance(a.place[i], b.place[j])
        return self.geod.inv(*a.lonlat[i].T, *b.lonlat[j].T)[2]

    def pairs_within(self, a, i, b, j, radius):
        """Rows of two layers, out of some, whose places are within so many metres: two columns. The plane is longer than
        the ground by no more than a twentieth, within 15 degrees."""
        p, q = shapely.STRtree(b.place[j]).query(a.place[i], predicate="dwithin", distance=radius * 1.05)
        p, q = i[p], j[q]
        near = self.distances(a, p, b, q) <= radius + 1e-6
        return p[near], q[near]

    def nearest(self, a, b, j):
        """Metres from every place of a layer to the nearest of some rows of another."""
        tree = shapely.STRtree(b.place[j])
        (_, _), plane = tree.query_nearest(a.place, return_distance=True, all_matches=False)
        p, q = tree.query(a.place, predicate="dwithin", distance=plane * 1.05 + 1e-3)
        best = np.full(len(a.place), np.inf)
        np.minimum.at(best, p, self.distances(a, p, b, j[q]))
        return best

    def circles(self, layer, rows, radius, sides=4096):
        if self.is_plane:
            return shapely.buffer(layer.place[rows], radius, quad_segs=sides // 4)
        turn = np.linspace(0, 360, sides, endpoint=False)
        rims = []
        for lon, lat in layer.lonlat[rows]:
            x, y, _ = self.geod.fwd(np.full(sides, lon), np.full(sides, lat), turn, np.full(sides, radius))
            rims.append(shapely.polygons(np.stack(self.move.transform(x, y), -1)))
        return np.array(rims, object)

    def areas(self, layer):
        if self.is_plane:
            return shapely.area(layer.shapes)
        def back(c):
            return np.stack(self.move.transform(c[:, 0], c[:, 1], direction="INVERSE"), -1)
        return np.array([abs(self.geod.geometry_area_perimeter(g)[0]) for g in
                         shapely.orient_polygons(shapely.transform(layer.shapes, back))])

    # ------------------------------------------------------------ pieces of rules

    def metres(self, pack, within):
        """The radius on the ground, and whether it is a walk."""
        (how, text), = [(k, v) for k, v in within.items() if k in ("walk", "radius")]
        number, unit = re.fullmatch(r"([\d.]+)\s*(min|m|km)", str(text)).groups()
        metres = float(number) * {"m": 1, "km": 1000}.get(unit, 0)
        if unit == "min":
            p = (pack.get("parameters") or {}).get(within.get("speed", "walking_speed"), {"value": 1.0, "unit": "m/s"})
            metres = float(number) * 60 * float(p["value"]) / (60 if p["unit"] == "m/min" else 1)
        return (metres / self.detour, True) if how == "walk" else (metres, False)

    def pick(self, kinds, where):
        """Facilities that surely count, and those that may."""
        wanted = set().union(*(self.below[k] for k in kinds))
        sure, maybe = [], []
        for i, r in enumerate(self.facilities.rows):
            if r["kind"] in wanted:
                answer = holds(where, r)
                if answer is not False:
                    maybe.append(i)
                if answer:
                    sure.append(i)
        return np.array(sure, int), np.array(maybe, int)

    def threshold(self, pack, rule):
        for op in OPERATORS:
            if op in rule:
                t = rule[op]
                if isinstance(t, dict) and "parameter" in t:
                    stated = self.project.get("parameters") or {}
                    name = t["parameter"]
                    t = stated.get(f"{pack['id']}.{name}", stated.get(name, pack["parameters"][name]["value"]))
                elif isinstance(t, dict):
                    t = None
                return op, t
        return None, None

    def shares(self, chosen, radius, at):
        """Covered share of every parcel, whether it is all of it (None: too close to call), nearest and distance."""
        p = self.parcels
        if len(chosen) == 0:
            nothing = np.zeros(len(p.rows))
            return nothing, np.full(len(nothing), False, object), np.full(len(nothing), np.inf)
        distance = self.nearest(p, self.facilities, chosen)
        points = (shapely.get_dimensions(p.shapes) == 0) | (at == "centroid")
        share = np.where(distance <= radius, 1.0, 0.0)
        whole = (distance <= radius).astype(object)
        whole[np.abs(distance - radius) < LIMIT_DOUBT] = None
        circles = self.circles(self.facilities, chosen, radius)
        i, j = shapely.STRtree(circles).query(p.shapes, predicate="intersects")
        hits = np.split(j, np.searchsorted(i, np.arange(1, len(p.rows))))
        for k in np.flatnonzero(~points):
            left = p.shapes[k]
            for c in hits[k]:
                left = shapely.difference(left, circles[c])
            share[k] = 1 - left.area / p.shapes[k].area
            whole[k] = True if left.is_empty else None if 1 - share[k] < SHARE_DOUBT else False
        return share, whole, distance

    # ------------------------------------------------------------ checks

    def column(self, pack, rule):
        name = rule["id"].replace("-", "_")
        return f"{pack['id'].replace('-', '_')}_{name}" if len(self.packs) > 1 else name

    def each_parcel(self, pack, rule):
        """Rows of ours that the engine has, with what its when says and the engine's columns."""
        column = self.column(pack, rule)
        for i, r in enumerate(self.parcels.rows):
            got = self.result.get(r["id"])
            if got is not None:
                yield i, holds(rule.get("when"), r), {
                    k: got.get(f"{column}_{k}") for k in ("verdict", "measured", "required", "shortfall", "distance")}

    def coverage_of_parcels(self, pack, rule, tally):
        if "within" not in rule:
            return tally.skip("no limit")
        radius, walk = self.metres(pack, rule["within"])
        at = rule.get("at", "area_share")
        sure, maybe = self.pick(rule["facility"], rule.get("where"))
        share, whole, distance = self.shares(sure, radius, at)
        best = whole if len(sure) == len(maybe) else self.shares(maybe, radius, at)[1]
        op, t = self.threshold(pack, rule)
        for i, applies, got in self.each_parcel(pack, rule):
            if applies is not True or t is None:
                tally.verdict(got, "not_applicable" if applies is False or op is None else "unknown", i)
                continue
            judge = lambda w: w if t == 100 else share[i] * 100 >= t
            a, b = judge(whole[i]), judge(best[i])
            tally.verdict(got, None if a is None or b is None else "unknown" if a != b else "pass" if a else "fail", i)
            tally.number("share", got["measured"], share[i] * 100)
            if not self.parcels.off_centre[i] and np.isfinite(distance[i]):
                tally.distance(got["distance"], distance[i], self.detour if walk else 1)

    def coverage_of_units(self, pack, rule, tally):
        radius, _ = self.metres(pack, rule["within"])
        sure, _ = self.pick(rule["facility"], rule.get("where"))
        share, _, _ = self.shares(sure, radius, rule.get("at", "area_share"))
        of = {"people": "population"}.get(rule.get("of"), rule.get("of", "parcels"))
        weight = {"parcels": np.ones(len(share)), "area": self.parcels.area}.get(of)
        weight = self.parcels.number(of) if weight is None else weight
        for unit, level, got in self.each_unit(rule, pack):
            mine = self.member["parcel", level] == unit
            if not got or np.isnan(weight[mine]).any() or weight[mine].sum() == 0:
                continue
            tally.count += 1
            tally.number("share", got["measured"], 100 * (share[mine] * weight[mine]).sum() / weight[mine].sum())

    def each_unit(self, rule, pack):
        for level in as_list(rule["subject"]):
            for u, row in enumerate(self.units.rows):
                if row["level"] == level and holds(rule.get("when"), row) is True:
                    yield u, level, self.findings.get((pack["id"], rule["id"], level, row["id"]))

    def presence_in_units(self, pack, rule, tally):
        if "counting" in rule:
            return tally.skip("share of units")
        sure, maybe = self.pick(rule["facility"], rule.get("where"))
        op, t = self.threshold(pack, rule)
        for unit, level, got in self.each_unit(rule, pack):
            if not got or t is None:
                continue
            count = [int((self.member["facility", level][c] == unit).sum()) for c in (sure, maybe)]
            a, b = (OPERATORS[op](c, t) for c in count)
            tally.verdict(got, "unknown" if a != b else "pass" if a else "fail", self.units.rows[unit]["id"])
            tally.number("figure", got["measured"], count[0])

    def size_of_facilities(self, pack, rule, tally):
        if rule["subject"] != "facility" or "has" in rule:
            return tally.skip("has")
        op, t = self.threshold(pack, rule)
        for i in self.pick(rule["kinds"], None)[1]:
            row = self.facilities.rows[i]
            got = self.findings.get((pack["id"], rule["id"], "facility", row["id"]))
            if not got or t is None or holds(rule.get("when"), row) is not True:
                continue
            top, under = row.get(rule["measure"]), row.get(rule["per"]) if "per" in rule else 1
            if top is None or not under:
                tally.verdict(got, "unknown", row["id"])
                continue
            m = float(top) * float(rule.get("times", 1)) / float(under)
            tally.verdict(got, "pass" if OPERATORS[op](m, t) else "fail", row["id"])
            tally.number("figure", got["measured"], m)

    def provision(self, pack, rule, tally):
        """Twice: with all that is not known at its worst, and at its best. Where the two verdicts differ, `unknown`."""
        supply, demand = rule["supply"], rule["demand"]
        within = rule.get("within") or (pack.get("default_reach") or {}).get(supply["measure"])
        how = self.project.get("attribution") or rule.get("attribution", "fair")
        op, t = self.threshold(pack, rule)
        if op != "at_least" or (within is None and how != "on_site"):
            return tally.skip("no reach" if op == "at_least" else "no at_least")
        radius = self.metres(pack, within)[0] if within and how != "on_site" else 0.0
        rate = None if t is None else float(t) / float(demand.get("per", 1))
        need = np.ones(len(self.parcels.rows)) if demand["measure"] == "parcel" else \
            self.parcels.number(demand["measure"])
        applies = [holds(rule.get("when"), r) for r in self.parcels.rows]
        if t is None:
            low, high = None, None
        elif how == "fair":
            low, high = (self.divided_together(pack, rule, best) for best in (0, 1))
        else:
            low, high = (self.ratios(how, chosen, supply["measure"], radius, need, rate, best)
                         for best, chosen in enumerate(self.pick(supply["facility"], supply.get("where"))))
        for i, on, got in self.each_parcel(pack, rule):
            if need[i] == 0:
                tally.unsure += 1                     # nobody lives there
            elif on is not True or t is None or math.isnan(need[i]):
                tally.verdict(got, "not_applicable" if on is False else "unknown", i)
            else:
                a, b = (None if abs(r - 1) < 1e-7 and how == "fair" and r < 1 else r >= 1 - 1e-12 for r in (low[i], high[i]))
                tally.verdict(got, None if a is None or b is None else "unknown" if a != b else "pass" if a else "fail", i)
                if high[i] - low[i] < 1e-9:           # a fair share may show its surplus: compare up to what is required
                    shown = got["measured"]
                    if how == "fair" and shown is not None:
                        shown = min(float(shown), float(t))
                    tally.number("figure", shown, low[i] * float(t))

    def offered(self, measure, best):
        offer = self.facilities.number(measure) if measure != "count" else np.ones(len(self.facilities.rows))
        return np.where(np.isnan(offer), 1e9 if best else 0.0, offer)

    @staticmethod
    def needed(need, best):
        return np.where(np.isnan(need), 0.0 if best else 1000 * np.nansum(need), need)

    def divided_together(self, pack, rule, best):
        """What each parcel is given under a rule over what it needs, where all rules of the pack on the same supply divide
        it at once: what binds or is expected first, what is advisory from what that leaves. At worst, a supply that is
        not known is none, a need that is not known a thousand times all others, and a parcel to which a rule may apply
        needs something; at best, plenty, none and nothing."""
        n, supply = len(self.parcels.rows), rule["supply"]
        key = (pack["id"], json.dumps(supply, sort_keys=True, default=str), best)
        if key in self.divisions:
            return self.divisions[key][rule["id"]]
        chosen = self.pick(supply["facility"], supply.get("where"))[best]
        edges, need, rank, ids = [], [], [], []
        for other in pack["rules"]:
            if other["check"] != "provision" or other["subject"] != "parcel" or other.get("supply") != supply \
                    or (self.project.get("attribution") or other.get("attribution", "fair")) != "fair":
                continue
            op, t = self.threshold(pack, other)
            within = other.get("within") or (pack.get("default_reach") or {}).get(supply["measure"])
            if op != "at_least" or t is None or within is None:
                continue
            measure, first = other["demand"]["measure"], len(ids) * n
            amounts = np.ones(n) if measure == "parcel" else self.needed(self.parcels.number(measure), best)
            asks = [holds(other.get("when"), r) for r in self.parcels.rows]
            asks = np.array([a is True or (a is None and not best) for a in asks])
            edges += [(first + i, j) for i, j in self.edges(chosen, self.metres(pack, within)[0]) if asks[i]]
            need.append(amounts * float(t) / float(other["demand"].get("per", 1)))
            rank.append(np.full(n, other["force"] == "advisory"))
            ids.append(other["id"])
        ratio = self.fair(np.array(edges, int).reshape(-1, 2), self.offered(supply["measure"], best),
                          np.concatenate(need), np.concatenate(rank), n)
        self.divisions[key] = dict(zip(ids, ratio.reshape(-1, n)))
        return self.divisions[key][rule["id"]]

    def ratios(self, how, chosen, measure, radius, need, rate, best):
        """What each parcel is given over what it needs, where nothing is divided."""
        need = self.needed(need, best)
        offer = self.offered(measure, best)
        edges = self.edges(chosen, radius)
        received = np.zeros(len(need))
        for i, j in edges:
            received[i] += offer[j]
        if how == "pooled":
            rows = np.arange(len(need))
            i, j = self.pairs_within(self.parcels, rows, self.parcels, rows, radius)
            need = np.bincount(i, need[j], len(need))
        with np.errstate(divide="ignore", invalid="ignore"):
            return received / (need * rate)

    def edges(self, chosen, radius):
        """Who may get from whom: the declared parcels; else the one it lies in and those within the radius."""
        found = set()
        for j in chosen:
            if self.declared[j]:
                found |= {(i, j) for i in self.declared[j]}
                continue
            if self.home[j] >= 0:
                found.add((int(self.home[j]), j))
        free = np.array([j for j in chosen if not self.declared[j]], int)
        if radius > 0 and len(free):
            i, j = self.pairs_within(self.parcels, np.arange(len(self.parcels.rows)), self.facilities, free, radius)
            found |= set(zip(i.tolist(), j.tolist()))
        return sorted(found)

    def fair(self, edges, offer, need, is_late, parcels):
        """Lexicographic max-min by a sequence of linear programs: raise the lowest ratio as far as it goes, fix those
        whose bound carries a price (they cannot rise in any optimum), go on with the rest. Claim `c` is one of parcel
        `c % parcels`; late claims come when the ratios of all others stand."""
        ratio, n, m = np.zeros(len(need)), len(need), len(offer)
        edges = edges[need[edges[:, 0]] > 0]
        for late in (False, True):
            now = edges if late else edges[~is_late[edges[:, 0]]]
            if late and not is_late[now[:, 0]].any():
                break
            graph = coo_matrix((np.ones(len(now)), (now[:, 0], n + now[:, 1])), (n + m, n + m))
            part = connected_components(graph, directed=False)[1][now[:, 0]]
            for c in np.unique(part):
                e = now[part == c]
                ps, fs = np.unique(e[:, 0]), np.unique(e[:, 1])
                stands = np.where(late & ~is_late[ps], ratio[ps], math.nan)
                ratio[ps] = self.max_min(e, ps, fs, need[ps], offer[fs], stands, ps % parcels)
        return ratio

    def max_min(self, e, ps, fs, d, capacity, stands, parcel):
        k, n = len(e), len(ps)
        row, col = np.searchsorted(ps, e[:, 0]), np.searchsorted(fs, e[:, 1])
        out = csr_matrix((np.ones(k), (row, np.arange(k))), (n, k + 1))
        use = csr_matrix((np.ones(k), (col, np.arange(k))), (len(fs), k + 1))
        inside = np.zeros(n)
        for q, c, (_, j) in zip(row, col, e):
            if self.home[j] == parcel[q] and not self.declared[j]:
                inside[q] += capacity[c]
        floor = np.minimum(inside, d) / d                          # its own facilities come first
        fixed = stands.copy()
        while np.isnan(fixed).any():
            free = np.isnan(fixed)
            t = csr_matrix((np.where(free, d, 0), (np.arange(n), np.full(n, k))), (n, k + 1))
            least = np.where(free, 0, fixed * d * (1 - 1e-12))
            bound = np.maximum(least, np.where(free, floor * d, 0)) * (1 - 1e-12)
            A = vstack([t - out, -out, out, use])
            b = np.concatenate([np.where(free, 0, -least), -bound, d, capacity])
            goal = np.zeros(k + 1)
            goal[k] = -1
            got = linprog(goal, A_ub=A, b_ub=b, bounds=[(0, None)] * k + [(0, 1)], method="highs")
            if got.status != 0:
                raise RuntimeError(got.message)
            level = got.x[k]
            price = -got.ineqlin.marginals[:n]
            stop = free & ((price * d > 1e-9) | (level >= 1 - 1e-12))
            fixed[stop if stop.any() else free] = level
        return fixed


# ---------------------------------------------------------------- comparing


class Tally:
    def __init__(self, name):
        self.name, self.count, self.unsure, self.wrong, self.note = name, 0, 0, [], ""
        self.off, self.bad = {}, 0

    def skip(self, why):
        self.note = f"not checked: {why}"

    def verdict(self, got, ours, who):
        self.count += 1
        if ours is None:
            self.unsure += 1
        elif got["verdict"] != ours:
            self.wrong.append((who, got["verdict"], ours))

    def number(self, what, theirs, ours):
        if theirs in (None, "") or ours != ours:
            return
        d = abs(float(theirs) - ours)
        if what == "figure":
            d /= max(1.0, abs(ours))
        self.off[what] = max(self.off.get(what, 0.0), d)
        self.bad += d > TOLERANCE[what]

    def distance(self, theirs, ours, detour):
        """Along a walk, the engine may show the straight line or the straight line times the detour."""
        if theirs in (None, ""):
            return
        d = min(abs(float(theirs) - ours), abs(float(theirs) - ours * detour))
        self.off["distance"] = max(self.off.get("distance", 0.0), d)
        self.bad += d > TOLERANCE["distance"] + 2e-5 * ours

    def line(self):
        if self.note:
            return f"  {self.name:58} {self.note}"
        off = ", ".join(f"{k} {v:.2g}" for k, v in sorted(self.off.items()))
        return f"{'!' if self.wrong or self.bad else ' '} {self.name:58} {self.count:6} compared, {self.unsure:4} open, " \
               f"{len(self.wrong):3} verdicts differ; off by at most: {off or '-'}"


def main():
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("project", type=Path)
    ap.add_argument("out", type=Path)
    ap.add_argument("--rules", type=Path, default=ROOT / "GeoData/rules/packs")
    ap.add_argument("--crs", help="the plane to work in; of no consequence but with `distances: plane`")
    ap.add_argument("--show", type=int, default=5, help="differing verdicts to print, per rule")
    ap.add_argument("--all", action="store_true", help="name the rules that are not checked, too")
    a = ap.parse_args()
    run = Run(a.project / "project.yaml" if a.project.is_dir() else a.project, a.out, a.rules, a.crs)
    ours, theirs = {r["id"] for r in run.parcels.rows}, set(run.result)
    print(f"{len(ours & theirs)} parcels on both sides; only here {sorted(ours - theirs)}, "
          f"only there {sorted(theirs - ours)}")
    failed = False
    for pack in run.packs:
        print(pack["id"])
        left_out = 0
        for rule in pack["rules"]:
            t = Tally(rule["id"])
            parcel = rule["subject"] == "parcel"
            unit = not parcel and rule["subject"] not in ("facility", "plan", "city", "province")
            check = {("coverage", True, False): run.coverage_of_parcels, ("coverage", False, True): run.coverage_of_units,
                     ("provision", True, False): run.provision, ("presence", False, True): run.presence_in_units,
                     ("size", False, False): run.size_of_facilities}.get((rule["check"], parcel, unit))
            if check:
                check(pack, rule, t)
            else:
                t.skip(f"{rule['check']} of {rule['subject']}")
            left_out += bool(t.note)
            if a.all or not t.note:
                print(t.line())
            for who, got, mine in t.wrong[:a.show]:
                name = run.parcels.rows[who]["id"] if isinstance(who, int) else who
                print(f"      {name}: the engine says {got}, this script {mine}")
            failed |= bool(t.wrong or t.bad)
        if left_out:
            print(f"  and {left_out} rules that are not checked here" + ("" if a.all else " (--all names them)"))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
