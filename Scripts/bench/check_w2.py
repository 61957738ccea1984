#!/usr/bin/env python3
"""Compare walking distances of the engine with the peer's.  check_w2.py CITY OUT/parcels.geojson PEER.csv

The peer takes the lengths of edges.csv, which are rounded to the centimetre: a sum may be off by some centimetres.
So its search is done again over the lengths of the coordinates, and that must agree to half a centimetre.
"""
import sys

import numpy as np
import orjson
import pandas as pd
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra

from common import KINDS, WALK
from w2_scipy import load, snap

city, ours, peer = sys.argv[1:4]
with open(ours, "rb") as f:
    rows = [g["properties"] for g in orjson.loads(f.read())["features"]]
rows.sort(key=lambda p: int(p["id"]))


def number(value):
    return np.inf if value is None else float(value)


got = np.array([[number(p[f"{k}_distance"]) for k in KINDS] for p in rows])
passes = np.array([[p[f"{k}_verdict"] == "pass" for k in KINDS] for p in rows])
theirs = pd.read_csv(peer).sort_values("id")[KINDS].to_numpy()

ids, pxy, kind, fxy, xy, edges = load(city)
a, b = edges["from"].to_numpy(), edges["to"].to_numpy()
w = np.hypot(*(xy[a] - xy[b]).T)
graph = coo_array((np.r_[w, w], (np.r_[a, b], np.r_[b, a])), shape=(len(xy),) * 2).tocsr()
at, fat = snap(xy, pxy), snap(xy, fxy)
again = np.stack([dijkstra(graph, indices=np.unique(fat[kind == k]), min_only=True, limit=WALK + 1)[at] for k in KINDS], -1)
again = again[np.argsort(ids)]


def compare(name, wanted, tolerance):
    mine = np.where(got <= WALK, got, np.inf)
    both = np.isfinite(mine) & (wanted <= WALK)
    worst = np.abs(mine[both] - wanted[both]).max()
    other = np.isfinite(mine) != (wanted <= WALK)
    at_limit = np.abs(np.where(np.isfinite(mine), mine, wanted)[other] - WALK).max(initial=0)
    print(f"{name}: {both.sum()} distances, worst difference {worst:.4f} m; reached by one only {other.sum()}"
          f" (at most {at_limit:.4f} m from the limit)")
    return worst <= tolerance and at_limit <= tolerance


good = compare("peer", theirs, 0.25) & compare("peer's search over lengths of coordinates", again, 0.005)
assert (passes == (got <= WALK)).all(), "a verdict that its distance does not say"
print("equal" if good else "NOT EQUAL")
sys.exit(not good)
