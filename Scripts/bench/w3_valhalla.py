#!/usr/bin/env python3
"""W3: 15-minute walking isochrone of every facility, Valhalla.

    w3_valhalla.py CITY OUT.geojson     (tiles from make_tiles.py first)

4.8 km/h, so 15 minutes are 1,200 m. The facilities are at the nodes of the network that are nearest to them, as for
the engine. Runs under the Python that has pyvalhalla.
"""
import sys

import orjson
import shapely
import valhalla

from common import Phases

city, out = sys.argv[1:3]
t = Phases("valhalla", work="W3")
with open(f"{city}/facilities-at-nodes.geojson", "rb") as f:
    fac = orjson.loads(f.read())["features"]
at = shapely.get_coordinates(shapely.centroid([shapely.geometry.shape(f["geometry"]) for f in fac])).tolist()
actor = valhalla.Actor(f"{city}/valhalla.json")
t("load")
ask = {"costing": "pedestrian", "costing_options": {"pedestrian": {"walking_speed": 4.8}},
       "contours": [{"time": 15}], "polygons": True}
with open(out, "wb") as f:
    f.write(b'{"type":"FeatureCollection","features":[')
    for i, (lon, lat) in enumerate(at):
        got = actor.isochrone(orjson.dumps({**ask, "locations": [{"lon": lon, "lat": lat}]}).decode())
        got = orjson.loads(got)["features"][0]
        f.write((b",\n" if i else b"") + orjson.dumps(
            {"type": "Feature", "properties": {"id": fac[i]["properties"]["id"]}, "geometry": got["geometry"]}))
    f.write(b"]}")
t("isochrones")
t.done(isochrones=len(at))
