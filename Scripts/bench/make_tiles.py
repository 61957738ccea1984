#!/usr/bin/env python3
"""A bench city's network, or an OSM extract, as Valhalla tiles.

    make_tiles.py CITY             # writes CITY/city.osm.pbf, CITY/tiles, CITY/valhalla.json
    make_tiles.py OUT FILE.osm.pbf

Every edge of a city is a residential street of two nodes. Runs under the Python that has pyvalhalla and osmium. Prints
the seconds that the tiles took.
"""
import csv
import json
import subprocess
import sys
import time
from pathlib import Path

import valhalla

city = Path(sys.argv[1]).resolve()
city.mkdir(parents=True, exist_ok=True)
if len(sys.argv) > 2:
    pbf = Path(sys.argv[2]).resolve()
else:
    import osmium
    from osmium.osm.mutable import Node, Way
    pbf = city / "city.osm.pbf"
    pbf.unlink(missing_ok=True)
    writer = osmium.SimpleWriter(str(pbf))
    for n in csv.DictReader(open(city / "nodes.csv")):
        writer.add_node(Node(id=int(n["id"]) + 1, version=1, location=(float(n["lon"]), float(n["lat"]))))
    for i, e in enumerate(csv.DictReader(open(city / "edges.csv")), 1):
        writer.add_way(Way(id=i, version=1, nodes=[int(e["from"]) + 1, int(e["to"]) + 1],
                           tags={"highway": "residential"}))
    writer.close()
tiles = city / "tiles"
tiles.mkdir(exist_ok=True)
conf = valhalla.get_config(tile_extract="", tile_dir=tiles)
conf["mjolnir"].pop("tile_extract", None)
conf["mjolnir"]["concurrency"] = 2
for part in ("mjolnir", "loki", "thor"):
    conf[part]["logging"] = {"type": ""}
(city / "valhalla.json").write_text(json.dumps(conf))
start = time.perf_counter()
subprocess.run([Path(valhalla.__file__).parent / "bin/valhalla_build_tiles", "-c", city / "valhalla.json", pbf], check=True,
               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
print(json.dumps({"tiles_s": round(time.perf_counter() - start, 2)}))
