#!/usr/bin/env python3
"""Compare the engine's walking distances with those of independent routers on the same OpenStreetMap file.

    walking.py FILE.osm.pbf [--pairs 1000] [--seed 1] [--bench .build/release/WalkBench] [--valhalla TILES_DIR]

A graph is read with pyosmium by a simple rule of what is walkable (a list of highway values; no to foot=no, private
access and motorways), one edge between consecutive nodes of a way; its lengths are geodesic, its search is scipy's
Dijkstra; gates that are closed and escalators that run one way are honoured. Pairs are random nodes of the graph's largest part, up to 5 km apart in a straight line, so that the places
are on streets and snapping plays no part. With --valhalla (a folder that Scripts/bench/make_tiles.py made), Valhalla's
pedestrian router is asked for the same pairs, too.

For each pair that both reach: the difference as a share of the distance; and pairs that only one of them reaches.
Differences are explained by what the simple rule does not know: edges of car parks, squares, platforms and piers, and
open areas that the engine crosses; it is shorter then, never longer. --wide adds them (but for areas that are relations).

Needs: pip install osmium numpy scipy pyproj shapely (and pyvalhalla, which needs Python 3.12).
"""
import argparse
import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import osmium
import shapely
from pyproj import Geod, Transformer
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components, dijkstra
from scipy.spatial import cKDTree

ROOT = Path(__file__).resolve().parents[2]
WALKABLE = set("primary primary_link secondary secondary_link tertiary tertiary_link unclassified residential living_street "
               "service track path footway pedestrian steps corridor platform elevator".split())
CLOSED = {"no", "private", "use_sidepath", "permit", "residents", "agricultural", "forestry", "delivery", "military"}


def walkable(tags):
    foot, access = tags.get("foot"), tags.get("access")
    highway = tags.get("highway")
    if highway is None or tags.get("construction", "no") not in ("no", "minor", "widening"):
        return False
    if foot in ("yes", "permissive", "designated", "official", "public"):
        return highway not in ("construction", "proposed", "razed", "abandoned", "platform_planned")
    if foot in CLOSED or (foot is None and access in CLOSED) or tags.get("motorroad") == "yes":
        return False
    return highway in WALKABLE or (access in ("yes", "permissive", "designated") and highway in ("cycleway", "bridleway"))


def outline(tags):
    """Whether people walk along what is no street: the edges of squares, car parks at grade, platforms and piers."""
    if tags.get("foot") in CLOSED or (tags.get("foot") is None and tags.get("access") in CLOSED):
        return False
    if tags.get("highway") in ("trunk", "trunk_link"):
        return tags.get("sidewalk") in ("yes", "both", "left", "right")
    return "highway" not in tags and (
        "platform" in (tags.get("railway"), tags.get("public_transport")) or tags.get("man_made") == "pier"
        or tags.get("place") == "square" or (tags.get("amenity") == "parking" and tags.get("parking") not in
                                             ("underground", "multi-storey", "rooftop", "garage_boxes", "carports", "sheds")))


def is_open(tags):
    """Whether a closed way is an area that people cross."""
    if "highway" in tags:
        return tags.get("area") == "yes" or (tags["highway"] == "platform" and tags.get("area") != "no")
    return tags.get("amenity") != "parking" and tags.get("place") != "square" and tags.get("area") != "no"


def across(ring, where):
    """Pairs of an area's vertices that see each other within it."""
    refs = list(dict.fromkeys(ring))
    area = shapely.polygons([where[r] for r in ring])
    if len(refs) > 400 or not shapely.is_valid(area):
        return []
    i, j = np.triu_indices(len(refs), 1)
    at = np.array([where[r] for r in refs])
    seen = shapely.covers(shapely.buffer(area, 1e-9), shapely.linestrings(np.stack([at[i], at[j]], 1)))
    return [[refs[a], refs[b]] for a, b in zip(i[seen], j[seen])]


def closed(tags):
    """Whether nobody passes a node, as in OSRM's profile for people on foot: its access decides, barrier or not."""
    foot = tags.get("foot")
    on_the_way = "barrier" in tags or not ("amenity" in tags or "entrance" in tags)
    return foot in CLOSED or (foot is None and on_the_way and tags.get("access") in CLOSED)


def read(path, wide=False):
    """The places of nodes, and directed edges by index."""
    ways, where, gates = [], {}, set()
    for thing in osmium.FileProcessor(str(path), osmium.osm.NODE | osmium.osm.WAY).with_locations():
        if thing.is_node():
            if thing.tags and closed(thing.tags):
                gates.add(thing.id)
        elif walkable(thing.tags) or (wide and outline(thing.tags)):
            nodes = [(n.ref, n.lon, n.lat) for n in thing.nodes if n.location.valid()]
            refs = [ref for ref, *_ in nodes]
            where.update((ref, (lon, lat)) for ref, lon, lat in nodes)
            one_way = thing.tags.get("oneway:foot") or {"forward": "yes", "backward": "-1"}.get(thing.tags.get("conveying"))
            if wide and refs and refs[0] == refs[-1] and len(refs) > 3 and is_open(thing.tags):
                crossings = across(refs, where)
                ways += crossings + [pair[::-1] for pair in crossings]
            if one_way != "-1":
                ways.append(refs)
            if one_way != "yes":
                ways.append(refs[::-1])
    ids = np.array(sorted(where))
    number = {ref: i for i, ref in enumerate(ids.tolist())}
    places = np.array([where[ref] for ref in ids.tolist()])
    edges = {(number[u], number[v]) for refs in ways for u, v in zip(refs, refs[1:]) if u != v and not {u, v} & gates}
    return places, np.array(sorted(edges))


def utm(places):
    lon, lat = places.mean(0)
    return f"EPSG:{(32600 if lat >= 0 else 32700) + int((lon + 180) // 6) + 1}"


def engine(bench, path, crs, pairs):
    text = "".join(f"{a[0]:.7f} {a[1]:.7f} {b[0]:.7f} {b[1]:.7f}\n" for a, b in pairs)
    run = subprocess.run([bench, "pairs", path, "--crs", crs], input=text, capture_output=True, text=True)
    if run.returncode:
        sys.exit(run.stderr)
    return np.array([[float(w) for w in line.split()] for line in run.stdout.splitlines()])


def valhalla(folder, pairs):
    import valhalla as library
    actor = library.Actor(str(Path(folder) / "valhalla.json"))
    found = []
    for a, b in pairs:
        ask = {"costing": "pedestrian", "directions_type": "none",
               "costing_options": {"pedestrian": {"shortest": True, "use_ferry": 0}},
               "locations": [{"lon": p[0], "lat": p[1]} for p in (a, b)]}
        try:
            found.append(json.loads(actor.route(json.dumps(ask)))["trip"]["summary"]["length"] * 1000)
        except Exception:                                       # no path
            found.append(np.inf)
    return np.array(found)


def compare(name, ours, theirs, pairs):
    both = np.isfinite(ours) & np.isfinite(theirs)
    print(f"{name}: {both.sum()} pairs reached by both, by the engine only {(np.isfinite(ours) & ~np.isfinite(theirs)).sum()},"
          f" by the other only {(~np.isfinite(ours) & np.isfinite(theirs)).sum()}")
    if not both.any():
        return
    gap = ours[both] - theirs[both]
    share = gap / np.maximum(theirs[both], 1)
    print(f"  difference: median {np.median(gap):+.2f} m, median size {np.median(np.abs(gap)):.2f} m ({np.median(np.abs(share)):.3%}),"
          f" 95 % within {np.quantile(np.abs(share), 0.95):.2%}, worst {gap.min():+.1f} and {gap.max():+.1f} m"
          f" ({share.min():+.1%}, {share.max():+.1%}); within 0.1 %: {(np.abs(share) < 1e-3).mean():.1%},"
          f" within 1 m: {(np.abs(gap) < 1).mean():.1%}")
    rows = np.nonzero(both)[0]
    for k in rows[np.argsort(np.abs(gap))[::-1][:4]]:
        (x, y), (u, v) = pairs[k]
        print(f"    {ours[k]:9.1f} against {theirs[k]:9.1f} m: {y:.6f},{x:.6f} to {v:.6f},{u:.6f}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("file", type=Path)
    parser.add_argument("--pairs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--bench", default=ROOT / ".build/release/WalkBench")
    parser.add_argument("--valhalla")
    parser.add_argument("--wide", action="store_true", help="edges of squares and car parks are streets, open areas are crossed")
    options = parser.parse_args()
    places, edges = read(options.file, options.wide)
    crs = utm(places)
    x, y = Transformer.from_crs(4326, crs, always_xy=True).transform(*places.T)
    geodesic = Geod(ellps="WGS84").inv(*places[edges[:, 0]].T, *places[edges[:, 1]].T)[2]
    # The engine's lengths are those of the plane that it works in; so the pure comparison is in that plane.
    plane = np.hypot(x[edges[:, 0]] - x[edges[:, 1]], y[edges[:, 0]] - y[edges[:, 1]])
    n = len(places)
    graph = coo_array((plane, (edges[:, 0], edges[:, 1])), shape=(n, n)).tocsr()
    part = connected_components(graph, connection="strong")[1]
    main_part = np.nonzero(part == np.bincount(part).argmax())[0]
    dice = np.random.default_rng(options.seed)
    tree = cKDTree(np.stack([x, y], -1)[main_part])
    starts = dice.choice(main_part, options.pairs)
    ends = np.array([dice.choice(main_part[tree.query_ball_point((x[s], y[s]), 5_000)]) for s in starts])
    pairs = [(places[s], places[e]) for s, e in zip(starts, ends)]
    theirs = np.array([dijkstra(graph, indices=s)[e] for s, e in zip(starts, ends)])
    found = engine(options.bench, options.file, crs, pairs)
    print(f"{options.file.name}: {len(ends)} pairs, {n} nodes, {geodesic.sum() / 2000:.1f} km by the simple rule"
          f" (plane over ground {plane.sum() / geodesic.sum():.5f}), median distance {np.median(theirs):.0f} m")
    ours = found[:, 0]
    off = (found[:, 1:] > 0.5).any(1)
    print(f"  the engine is more than 0.5 m off a street at an end of {off.sum()} pairs")
    compare("simple graph, all pairs", ours, theirs, pairs)
    compare("simple graph, both ends on the engine's streets", np.where(off, np.nan, ours), theirs, pairs)
    if options.valhalla:
        scale = plane.sum() / geodesic.sum()
        compare("Valhalla, all pairs", ours / scale, valhalla(options.valhalla, pairs), pairs)


if __name__ == "__main__":
    main()
