#!/usr/bin/env python3
"""Random housing plans for a bench city.  make_plans.py CITY OUT --count 100 [--seed 1]

Each plan has one to three parcels beside existing ones, with 200 to 2,000 households, and some of
the facilities that it needs: some too small, some none. The same arguments give the same bytes.
"""
import argparse
import json
import random
from pathlib import Path


def square(x, y, r):
    return [[[x - r, y - r], [x + r, y - r], [x + r, y + r], [x - r, y + r], [x - r, y - r]]]


def plan(rng, places, number):
    features = []
    x, y = rng.choice(places)
    for lot in range(rng.randint(1, 3)):
        px, py = round(x + 0.0031 * lot, 7), round(y + 0.0007, 7)
        households = rng.randint(200, 2000)
        key = f"P{number}-{lot + 1}"
        features.append({
            "type": "Feature", "geometry": {"type": "Polygon", "coordinates": square(px, py, 0.0009)},
            "properties": {"id": key, "households": households,
                           "population": round(households * 2.64), "urban": True}})
        point = {"type": "Point", "coordinates": [px, py]}
        if rng.random() < 0.7:
            features.append({"type": "Feature", "geometry": point, "properties": {
                "id": f"{key}E", "kind": "elder_service_room", "land_area": rng.randint(100, 900),
                "floor_area": round(households * rng.choice([0.15, 0.25, 0.3, 0.4]))}})
        if rng.random() < 0.7:
            places_ = round(households * 2.64 * rng.choice([0.005, 0.009, 0.011]))
            features.append({"type": "Feature", "geometry": point, "properties": {
                "id": f"{key}C", "kind": "childcare_institution", "places": places_,
                "floor_area": places_ * rng.choice([8, 12, 15])}})
    return {"type": "FeatureCollection", "features": features}


parser = argparse.ArgumentParser(description=__doc__)
parser.add_argument("city", type=Path)
parser.add_argument("out", type=Path)
parser.add_argument("--count", type=int, default=100)
parser.add_argument("--seed", type=int, default=1)
args = parser.parse_args()
rng = random.Random(args.seed)
parcels = json.loads((args.city / "parcels.geojson").read_bytes())["features"]
places = [f["geometry"]["coordinates"][0][0] for f in parcels]
args.out.mkdir(parents=True, exist_ok=True)
for number in range(1, args.count + 1):
    path = args.out / f"plan-{number:03}.geojson"
    path.write_text(json.dumps(plan(rng, places, number)), encoding="utf-8")
