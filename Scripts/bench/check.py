#!/usr/bin/env python3
"""Figures and checksum of a W1 result, whoever made it.  check.py OUT.geojson

The checksum covers nearest facility and coverage of every parcel, in order of
id; the sums are rounded so that last-digit differences do not show.
"""
import hashlib
import sys

import orjson

from common import KINDS

rows = [f["properties"] for f in orjson.loads(open(sys.argv[1], "rb").read())["features"]]
rows.sort(key=lambda p: p["id"])
h = hashlib.sha256()
for p in rows:
    h.update(repr([p["id"], *(int(p[f"{c}_{k}"]) for k in KINDS for c in ("near", "in"))]).encode())
cov = {k: sum(int(p[f"in_{k}"]) for p in rows) for k in KINDS}
s = {c: sum(p[f"{c}_{k}"] for p in rows for k in KINDS) for c in ("dist", "share")}
print(len(rows), h.hexdigest()[:12], f"dist {s['dist']:.0f}", f"share {s['share']:.2f}",
      f"floor {sum(p['floor_100hh'] for p in rows):.1f}",
      f"places {sum(p['places_1000'] for p in rows):.1f}", cov)
