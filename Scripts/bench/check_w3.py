#!/usr/bin/env python3
"""How good isochrones are against exact network distance.  check_w3.py CITY OUT.geojson [OFFSET]

Of a sample of up to 200 facilities: the nodes within 1,200 m that lie in the polygon (recall), and the nodes in the
polygon that are within 1,200 m (precision). A polygon with some width holds nodes beside what is reached; so also, of
the nodes in it that are not within 1,200 m, those farther than OFFSET (25 m) from every reached piece of street: they
are wrong (strict precision). And how much of the reached pieces of street lies outside of it.
"""
import sys

import geopandas as gpd
import numpy as np
import shapely
from scipy.sparse import coo_array
from scipy.sparse.csgraph import dijkstra

from common import WALK
from w2_scipy import load, snap

city, out = sys.argv[1:3]
offset = float(sys.argv[3]) if len(sys.argv) > 3 else 25.0
_, _, _, fxy, xy, edges = load(city)
iso = gpd.read_file(out).to_crs(4548)
iso = iso.assign(id=iso["id"].astype(int)).sort_values("id")
assert (iso["id"] == np.arange(1, len(iso) + 1)).all()
a, b = edges["from"].to_numpy(), edges["to"].to_numpy()
w = np.hypot(*(xy[a] - xy[b]).T)
graph = coo_array((np.r_[w, w], (np.r_[a, b], np.r_[b, a])), shape=(len(xy),) * 2).tocsr()
pick = np.arange(0, len(iso), max(1, len(iso) // 200))
dist = dijkstra(graph, indices=snap(xy, fxy)[pick], limit=WALK)
near = np.isfinite(dist)
inside = np.zeros_like(near)
shapes = iso.geometry.values._data[pick]
i, j = shapely.STRtree(shapely.points(xy)).query(shapes, predicate="intersects")
inside[i, j] = True
both = (near & inside).sum()

wrong, missed, total = 0, 0.0, 0.0
for d, isin, shape in zip(dist, inside, shapes):
    pieces = []
    for u, v in ((a, b), (b, a)):
        rows = np.nonzero(np.isfinite(d[u]))[0]
        part = np.minimum(w[rows], WALK - d[u[rows]]) / w[rows]
        start, end = xy[u[rows]], xy[v[rows]]
        pieces.append(np.stack([start, start + (end - start) * part[:, None]], 1))
    ground = shapely.union_all(shapely.linestrings(np.concatenate(pieces)))
    others = np.nonzero(isin & ~np.isfinite(d))[0]
    wrong += int((shapely.distance(shapely.points(xy[others]), ground) > offset + 0.02).sum())
    total += ground.length
    missed += shapely.difference(ground, shapely.buffer(shape, 0.02)).length
print(f"{len(iso)} isochrones, mean vertices {iso.geometry.count_coordinates().mean():.0f}, area {iso.area.sum() / 1e6:.0f} km2,",
      f"recall {both / near.sum():.4f}, precision {both / inside.sum():.4f}, strict precision {1 - wrong / inside.sum():.4f},",
      f"reached street outside {missed / total:.4%}, invalid {int((~iso.is_valid).sum())}")
