#!/usr/bin/env python3
"""Compare walks from door to door with a plain Dijkstra over several points, on files of OpenStreetMap.

    doors.py [--siting .build/release/siting] [--pairs 10] [--seed 1] FILE…

Beside each file stand as many parcels and facilities as --pairs, points within 60 m of streets of one neighbourhood, and
`siting check` says how far every facility is from every parcel (so ten give a hundred walks). The other side is this file:
walking.py's rule of what is walkable, an edge between consecutive nodes, and DESIGN.md's *From door to street*: a place
meets the nearest point of every straight stretch of a street within 50 m (where there is none, within 200 m; bridges and
tunnels where nothing on the ground is) that no water, railway, motorway or wall stands before. Lengths are those of a
plane whose scale is 1 in the neighbourhood.

A walk that differs by more than 5 cm hangs on something that the plain rule reads in another way or not at all: squares that
are crossed, gates at junctions, sidewalks. Both are asked again about the file without it, one by one and then together;
what makes them equal is the reason. Walks without one are listed, and end it with 1.

Needs: pip install osmium numpy scipy pyproj shapely
"""
import argparse
import csv
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import numpy as np
import osmium
import shapely
from pyproj import Transformer
from scipy.sparse import csr_array
from scipy.sparse.csgraph import connected_components, dijkstra

sys.path.insert(0, str(Path(__file__).resolve().parent))
from walking import closed, outline, walkable  # noqa: E402

ROOT = Path(__file__).resolve().parents[2]
NEAR, FAR, WALL, SAME = 50, 200, 5, 0.05
WATERS = {"river", "canal", "stream", "riverbank", "dock"}
RAILS = {"rail", "light_rail", "subway", "narrow_gauge", "monorail", "funicular", "preserved"}
WALLS = {"wall", "fence", "city_wall", "retaining_wall", "hedge", "guard_rail"}


def says(tags, key):
    return tags.get(key, "no") != "no"


def elevated(tags):
    tunnel = says(tags, "tunnel") and tags["tunnel"] not in ("building_passage", "avalanche_protector")
    level = tags.get("level", "0").replace(",", ";").split(";")
    above = all(part.lstrip("-").replace(".", "").isdigit() and abs(float(part)) >= 1 for part in level)
    return (says(tags, "bridge") or tunnel or says(tags, "indoor") or tags.get("highway") == "corridor" or above
            or tags.get("location") in ("underground", "overground")
            or says(tags, "covered") and tags.get("layer", "0") != "0")


def obstacle(tags):
    """What a way is in the way as; None: of nobody."""
    if says(tags, "bridge") or says(tags, "tunnel") or says(tags, "covered") or tags.get("location") == "underground":
        return None
    if ("railway" in tags or "highway" in tags) and tags.get("layer", "0") != "0":
        return None
    if tags.get("natural") == "water" or tags.get("landuse") == "reservoir" or tags.get("waterway") in WATERS:
        return None if tags.get("intermittent") == "yes" else "obstacle"
    if tags.get("railway") in RAILS or tags.get("highway") in ("motorway", "motorway_link") or tags.get("motorroad") == "yes":
        return "obstacle"
    return "wall" if "highway" not in tags and tags.get("barrier") in WALLS else None


class File:
    def __init__(self, path):
        self.ways, self.where, self.gates = [], {}, set()
        for thing in osmium.FileProcessor(str(path), osmium.osm.NODE | osmium.osm.WAY).with_locations():
            if thing.is_node():
                if thing.tags and closed(thing.tags):
                    self.gates.add(thing.id)
                continue
            tags = dict(thing.tags)
            if tags.get("action") == "delete" or not tags:
                continue
            refs = [n.ref for n in thing.nodes if n.location.valid()]
            self.where.update((n.ref, (n.lon, n.lat)) for n in thing.nodes if n.location.valid())
            self.ways.append((tags, refs))

    def main_nodes(self):
        """Those of the largest part, by the plain rule."""
        graph = Graph(self, 0, 0)
        part = connected_components(graph.matrix, connection="strong")[1]
        kept = np.nonzero(part == np.bincount(part).argmax())[0]
        return [graph.refs[k][0] for k in kept]


class Graph:
    """Streets of a file in a plane around a middle."""

    def __init__(self, file, lon, lat):
        plane = Transformer.from_crs(4326, f"+proj=tmerc +lat_0={lat} +lon_0={lon} +k=1 +datum=WGS84", always_xy=True)
        ids = list(file.where)
        xy = dict(zip(ids, np.stack(plane.transform(*np.array([file.where[i] for i in ids]).T), -1)))
        self.plane, number, self.refs, edges, pieces = plane, {}, [], [], []

        def node(ref, side=None):
            key = (ref, side)
            if key not in number:
                number[key] = len(number)
                self.refs.append(key)
            return number[key]

        stretch = 0
        for w, (tags, refs) in enumerate(file.ways):
            if not walkable(tags):
                continue
            one_way = tags.get("oneway:foot") or {"forward": "yes", "backward": "-1"}.get(tags.get("conveying"))
            stretch += 1
            first, last, bearing = None, None, None
            for k, (u, v) in enumerate(zip(refs, refs[1:])):
                if u == v:
                    continue
                # A closed gate ends the way on either side of it.
                a = node(u, (w, k) if u in file.gates and k else None)
                b = node(v, (w, k) if v in file.gates else None)
                p, q = xy[u], xy[v]
                d = q - p
                length = float(np.hypot(*d))
                if first is not None and length > 0 and last > 0:
                    chord = q - first
                    off = abs(chord[0] * (p - first)[1] - chord[1] * (p - first)[0])
                    on = off <= 0.025 * np.hypot(*chord) and d @ bearing > 0 and \
                        abs(bearing[0] * d[1] - bearing[1] * d[0]) <= 0.017 * length
                else:
                    on = False
                if not on:
                    stretch += 1
                    bearing = d / length if length else bearing
                first, last = p, length
                pieces.append((*p, *q, a, b, length, stretch, elevated(tags),
                               {"yes": 1, "-1": -1}.get(one_way, 0)))
                if one_way != "-1":
                    edges.append((a, b, length))
                if one_way != "yes":
                    edges.append((b, a, length))
        self.pieces = np.array(pieces, float)
        n = len(number)
        best = {}
        for a, b, length in edges:
            best[a, b] = min(best.get((a, b), np.inf), max(length, 1e-9))
        keys = np.array(list(best))
        self.matrix = csr_array((np.array(list(best.values())), (keys[:, 0], keys[:, 1])), shape=(n, n))
        on_streets = {ref for ref, _ in self.refs}
        self.lines, self.kinds = [], []
        for tags, refs in file.ways:
            kind = obstacle(tags)
            if kind:
                for u, v in zip(refs, refs[1:]):
                    # A street or a gate on a wall is a gap in it.
                    if kind == "wall" and (u in on_streets or v in on_streets or u in file.gates or v in file.gates):
                        continue
                    self.lines.append(shapely.LineString([xy[u], xy[v]]))
                    self.kinds.append(kind)
        self.tree = shapely.STRtree(self.lines)

    def barred(self, p, q):
        way = shapely.LineString([p, q])
        for k in self.tree.query(way, "intersects"):
            at = shapely.distance(shapely.Point(p), shapely.intersection(way, self.lines[k]))
            if (WALL if self.kinds[k] == "wall" else 0) < at < way.length - 1e-6:
                return True
        return False

    def doors(self, p):
        """Where a place meets streets: rows of pieces, shares of them and straight ways."""
        s = self.pieces
        d = s[:, 2:4] - s[:, :2]
        share = np.clip(((p - s[:, :2]) * d).sum(1) / np.maximum((d * d).sum(1), 1e-12), 0, 1)
        foot = s[:, :2] + share[:, None] * d
        away = np.hypot(*(foot - p).T)
        barred = []
        for level in (0, 1):
            for reach in (NEAR, FAR):
                rows = np.nonzero((away <= reach) & (s[:, 8] == level))[0]
                nearest = {}
                for k in rows[np.argsort(away[rows], kind="stable")]:
                    nearest.setdefault(s[k, 7], k)
                free = [k for k in nearest.values() if not self.barred(p, foot[k])]
                if free:
                    return [(k, share[k], away[k]) for k in free]
                barred = barred or [(k, share[k], away[k]) for k in list(nearest.values())[:1]]
        return barred

    def walks(self, places, others):
        """Metres from each place to each other one."""
        there = [self.doors(p) for p in others]
        result = np.full((len(places), len(others)), np.inf)
        for i, p in enumerate(places):
            starts = self.doors(p)
            # Node by node, from each end of each piece on which it may be left.
            leaving = {}
            for k, share, away in starts:
                a, b, length, one = int(self.pieces[k, 4]), int(self.pieces[k, 5]), self.pieces[k, 6], self.pieces[k, 9]
                for node, along, isOpen in ((a, share * length, one != 1), (b, (1 - share) * length, one != -1)):
                    if isOpen or along == 0:
                        leaving[node] = min(leaving.get(node, np.inf), away + along)
            if not leaving:
                continue
            nodes = list(leaving)
            found = dijkstra(self.matrix, indices=nodes) + np.array([leaving[n] for n in nodes])[:, None]
            found = found.min(0)
            for j, ends in enumerate(there):
                for k, share, away in ends:
                    a, b, length, one = int(self.pieces[k, 4]), int(self.pieces[k, 5]), self.pieces[k, 6], self.pieces[k, 9]
                    for node, along, isOpen in ((a, share * length, one != -1), (b, (1 - share) * length, one != 1)):
                        if isOpen or along == 0:
                            result[i, j] = min(result[i, j], found[node] + along + away)
                    for other, from_share, from_away in starts:
                        if other == k and (one == 0 or (share - from_share) * one >= 0):
                            result[i, j] = min(result[i, j], from_away + abs(share - from_share) * length + away)
        return result


def draw(file, pairs, seed):
    """Points within 60 m of streets, in degrees, around one of them: parcels, then facilities."""
    dice = np.random.default_rng(seed)
    nodes = file.main_nodes()
    lon, lat = file.where[nodes[dice.integers(len(nodes))]]
    scale = np.array([np.cos(np.radians(lat)), 1]) * 111_195
    all_places = np.array([file.where[n] for n in nodes])
    near = all_places[np.hypot(*((all_places - (lon, lat)) * scale).T) < 1_500]
    chosen = near[dice.integers(len(near), size=2 * pairs)]
    angle, away = dice.uniform(0, 2 * np.pi, 2 * pairs), dice.uniform(0, 60, 2 * pairs)
    return np.round(chosen + np.stack([np.cos(angle), np.sin(angle)], -1) * away[:, None] / scale, 7), (lon, lat)


def ask(siting, path, points):
    """What `siting check` says: metres by parcel and facility, inf where it names none."""
    n = len(points) // 2
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)

        def layer(name, places, more):
            (folder / name).write_text(json.dumps({"type": "FeatureCollection", "features": [
                {"type": "Feature", "properties": {"id": f"{name[0]}{i:03}", **more(i)},
                 "geometry": {"type": "Point", "coordinates": p.tolist()}} for i, p in enumerate(places)]}))

        layer("parcels.geojson", points[:n], lambda i: {"households": 1, "population": 3, "status": "existing"})
        layer("facilities.geojson", points[n:], lambda i: {"kind": "elder_day_care", "slot": i})
        rules = "".join(f"""
  - id: near-{i}
    clause: "{i}"
    says: {{en: Near., zh: 近。}}
    means: elder-day-care-circle
    check: coverage
    subject: parcel
    facility: [elder_day_care]
    where: {{slot: {i}}}
    within: {{walk: 12000 m}}
    at_least: 100
    unit: percent
    force: binding""" for i in range(n))
        (folder / "pack.yaml").write_text(f"""schema: 1
id: doors
title: {{en: Doors, zh: 门}}
document: {{number: null, issuer: {{en: Test, zh: 测试}}, issued: 2025-01-01, status: issued}}
rules:{rules}
""")
        (folder / "project.yaml").write_text(f"""schema: 1
packs: [pack.yaml]
as_of: 2025-12-31
layers:
  parcels: {{file: parcels.geojson}}
  facilities: {{file: facilities.geojson}}
  network: {{file: {json.dumps(str(path.resolve()))}, snap_within: {FAR}}}
""")
        run = subprocess.run([siting, "check", folder / "project.yaml", "--out", folder / "out", "--quiet", "--outputs",
                              "parcels.geojson"], capture_output=True, text=True)
        if run.returncode:
            sys.exit(f"{path}: {run.stderr[:2000]}")
        rows = json.loads((folder / "out/parcels.geojson").read_text())["features"]
    result = np.full((n, n), np.inf)
    for row in rows:
        for j in range(n):
            metres = row["properties"].get(f"near_{j}_distance")
            if metres is not None:
                result[int(row["properties"]["id"][1:]), j] = metres
    return result


def lifted(tags):
    return "highway" in tags and (tags.get("area") == "yes" or tags["highway"] == "platform")


# What is taken out of a file: by what kind of thing and its tags, its new tags.
LEFT_OUT = {
    "squares": lambda kind, tags: {} if lifted(tags) or kind == "relation" else tags,
    "car parks, platforms, piers": lambda kind, tags:
        {} if outline({**tags, "foot": "yes"}) or "platform" in (tags.get("railway"), tags.get("public_transport")) else tags,
    "sidewalks as tags": lambda kind, tags: {k: v for k, v in tags.items() if not k.startswith(("sidewalk", "footway"))},
    "gates": lambda kind, tags: {} if kind == "node" else tags,
    "obstacles": lambda kind, tags: {} if obstacle(tags) or tags.get("natural") == "water" or "barrier" in tags else tags,
    "trunk roads, cycleways, bridleways": lambda kind, tags:
        {} if tags.get("highway") in ("trunk", "trunk_link", "cycleway", "bridleway", "busway") else tags,
    "one way, levels, access": lambda kind, tags:
        {k: v for k, v in tags.items() if k in ("highway", "natural", "waterway", "railway", "barrier", "area")},
}


def reduced(path, names, folder):
    """A file without some of what is in it."""
    out = Path(folder) / "reduced.osm.pbf"
    out.unlink(missing_ok=True)
    writer = osmium.SimpleWriter(str(out))
    for thing in osmium.FileProcessor(str(path)):
        kind = "node" if thing.is_node() else "way" if thing.is_way() else "relation"
        tags = dict(thing.tags)
        if tags.get("action") == "delete":
            continue
        for name in names:
            tags = LEFT_OUT[name](kind, tags)
        new = thing.replace(tags=tags)
        {"node": writer.add_node, "way": writer.add_way, "relation": writer.add_relation}[kind](new)
    writer.close()
    return out


def same(ours, theirs):
    with np.errstate(invalid="ignore"):
        return (np.abs(ours - theirs) <= SAME) | (np.isinf(ours) & np.isinf(theirs))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--siting", default=ROOT / ".build/release/siting")
    parser.add_argument("--pairs", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    left = 0
    print("file,walks,equal,worst of them m,equal without,not explained")
    for path in options.files:
        points, middle = draw(File(path), options.pairs, options.seed)

        def both(path):
            graph = Graph(File(path), *middle)
            places = np.stack(graph.plane.transform(*points.T), -1)
            return ask(options.siting, path, points), graph.walks(places[:options.pairs], places[options.pairs:])

        ours, theirs = both(path)
        equal = same(ours, theirs)
        gap = np.abs(ours - theirs)[equal & np.isfinite(ours)]
        reasons, open_ = {}, ~equal
        names = list(LEFT_OUT)
        for without in [[name] for name in names] + [names[:k] for k in range(2, len(names) + 1)]:
            if not open_.any():
                break
            with tempfile.TemporaryDirectory() as folder:
                now = open_ & same(*both(reduced(path, without, folder)))
            if now.any():
                reasons[", ".join(without)] = int(now.sum())
                open_ &= ~now
        left += int(open_.sum())
        told = "; ".join(f"{count} {reason}" for reason, count in reasons.items())
        csv.writer(sys.stdout).writerow([path.name, ours.size, int(equal.sum()), f"{gap.max() if gap.size else 0:.3f}", told,
                                         int(open_.sum())])
        for i, j in np.argwhere(open_):
            p, q = points[i], points[options.pairs + j]
            print(f"    {ours[i, j]:.2f} against {theirs[i, j]:.2f} m: {p[1]:.7f},{p[0]:.7f} to {q[1]:.7f},{q[0]:.7f}")
        sys.stdout.flush()
    sys.exit(left > 0)


if __name__ == "__main__":
    main()
