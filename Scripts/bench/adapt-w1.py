#!/usr/bin/env python3
"""Bring the engine's parcels.geojson into the shape of the peers' results, for check.py.

    adapt-w1.py OUT/parcels.geojson RESULT.geojson
"""
import json
import sys

from common import KINDS, R

with open(sys.argv[1], "rb") as f:
    features = json.load(f)["features"]
rows = []
for p in (f["properties"] for f in features):
    row = {"id": int(p["id"])}
    for k in KINDS:
        row[f"near_{k}"] = int(p[f"{k}_nearest"])
        row[f"dist_{k}"] = float(p[f"{k}_distance"])
        row[f"in_{k}"] = int(row[f"dist_{k}"] <= R)
        row[f"share_{k}"] = float(p[f"{k}_measured"]) / 100
    row["floor_100hh"] = float(p["floor_area_measured"])
    row["places_1000"] = float(p["places_measured"])
    rows.append({"type": "Feature", "properties": row, "geometry": None})
with open(sys.argv[2], "w") as f:
    json.dump({"type": "FeatureCollection", "features": rows}, f)
