#!/usr/bin/env python3
"""Put a bench city on its network in the way the peers do: node to node.

    adapt_w2.py CITY

Peers move a parcel and a facility to the nearest node of the network and count nothing for it; the engine goes to the
nearest point of a street, and counts the straight piece. To compare results, not definitions, this writes what makes
the two the same: CITY/entrances.csv has the node nearest to each parcel's centroid as its one entrance, and
CITY/facilities-at-nodes.geojson the facilities at theirs. Also CITY/streets.geojson: edges.csv as lines.
"""
import csv
import json
import sys

import geopandas as gpd
import numpy as np
import pandas as pd
import shapely
from pyproj import Transformer
from scipy.spatial import cKDTree

city = sys.argv[1]
nodes = pd.read_csv(f"{city}/nodes.csv", dtype={"lon": str, "lat": str})
lon, lat = nodes["lon"].to_numpy(), nodes["lat"].to_numpy()
x, y = Transformer.from_crs(4490, 4548, always_xy=True).transform(lon.astype(float), lat.astype(float))
tree = cKDTree(np.stack([x, y], -1))


def node_of(rows):
    return tree.query(shapely.get_coordinates(shapely.centroid(rows.to_crs(4548).geometry.values._data)))[1]


parcels = gpd.read_file(f"{city}/parcels.geojson", engine="pyogrio", use_arrow=True, columns=["id"])
with open(f"{city}/entrances.csv", "w", newline="") as f:
    rows = csv.writer(f, lineterminator="\n")
    rows.writerow(["parcel", "lon", "lat"])
    rows.writerows((i, lon[n], lat[n]) for i, n in zip(parcels["id"], node_of(parcels)))

with open(f"{city}/facilities.geojson", "rb") as f:
    layer = json.load(f)
at = node_of(gpd.read_file(f"{city}/facilities.geojson", engine="pyogrio", use_arrow=True))
for feature, n in zip(layer["features"], at):
    feature["geometry"] = {"type": "Point", "coordinates": [float(lon[n]), float(lat[n])]}
with open(f"{city}/facilities-at-nodes.geojson", "w") as f:
    f.write('{"type":"FeatureCollection","name":"facilities","features":[\n')
    f.write(",\n".join(json.dumps(g, separators=(",", ":")) for g in layer["features"]))
    f.write("\n]}\n")

edges = pd.read_csv(f"{city}/edges.csv")
with open(f"{city}/streets.geojson", "w") as f:
    f.write('{"type":"FeatureCollection","name":"streets","features":[\n')
    f.write(",\n".join(
        f'{{"type":"Feature","properties":{{}},"geometry":{{"type":"LineString","coordinates":'
        f'[[{lon[a]},{lat[a]}],[{lon[b]},{lat[b]}]]}}}}' for a, b in zip(edges["from"], edges["to"])))
    f.write("\n]}\n")
