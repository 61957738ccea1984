#!/usr/bin/env python3
"""Deterministic synthetic city around Shangqiu for the benchmarks.

    make_city.py OUT --size S|M|L|XL
    make_city.py OUT --parcels N --facilities M [--seed K]

With --points every facility is a point; without, three in ten are small quads, and tools differ in whether they
measure to the edge or to a point inside.

Writes parcels.geojson, facilities.geojson, communities.geojson (lon/lat, 7
decimals), nodes.csv (id,lon,lat) and edges.csv (from,to,length_m): a walking
network whose edges are straight, so that length equals geometry.
The same arguments always give the same bytes. Needs numpy and pyproj.
"""
import argparse
import json
import math
from pathlib import Path

import numpy as np
from pyproj import Transformer

SIZES = {"S": (1_000, 60), "M": (20_000, 1_200), "L": (200_000, 12_000),
         "XL": (1_000_000, 50_000)}
CENTRE = (115.65, 34.44)
CRS = 4548                       # CGCS2000 / 3-degree Gauss-Kruger CM 117E
BLOCK = 200.0                    # m between streets
PER_BLOCK = 4                    # parcels in a residential block
RESIDENTIAL = 0.70               # share of blocks
SUPER = 3                        # a community is SUPER x SUPER blocks
KINDS = ["childcare", "elderly", "health", "culture", "sports", "store"]
KIND_P = [0.22, 0.22, 0.12, 0.12, 0.16, 0.16]

to_lonlat = Transformer.from_crs(CRS, 4490, always_xy=True)
to_metres = Transformer.from_crs(4490, CRS, always_xy=True)


def lonlat(xy):
    lon, lat = to_lonlat.transform(xy[..., 0], xy[..., 1])
    return np.round(np.stack([lon, lat], -1), 7)


def templates(rng, n):
    """n rings in the unit square, counter-clockwise, 4 to 12 vertices."""
    shape = rng.choice(4, n, p=[0.55, 0.25, 0.12, 0.08])
    a = rng.uniform(0.22, 0.38, n)
    b = rng.uniform(0.62, 0.78, n)
    turn = rng.integers(0, 4, n)
    jit = rng.uniform(-0.05, 0.05, (n, 12, 2))
    rings = []
    for i in range(n):
        p, q = a[i], b[i]
        if shape[i] == 0:
            r = [(0, 0), (1, 0), (1, 1), (0, 1)]
        elif shape[i] == 1:
            r = [(0, 0), (1, 0), (1, q), (p, q), (p, 1), (0, 1)]
        elif shape[i] == 2:
            c = p * 0.8
            r = [(c, 0), (1 - c, 0), (1, c), (1, 1 - c), (1 - c, 1), (c, 1),
                 (0, 1 - c), (0, c)]
        else:
            r = [(p, 0), (q, 0), (q, p), (1, p), (1, q), (q, q), (q, 1),
                 (p, 1), (p, q), (0, q), (0, p), (p, p)]
        r = np.array(r, float)
        r = np.clip(r, 0.06, 0.94) + jit[i, :len(r)]
        for _ in range(turn[i]):
            r = np.stack([1 - r[:, 1], r[:, 0]], -1)
        rings.append(r)
    return rings


def bilinear(corner, u, v):
    """corner: (...,4,2) as sw, se, ne, nw."""
    u, v = u[..., None], v[..., None]
    return ((1 - u) * (1 - v) * corner[..., 0, :] + u * (1 - v) * corner[..., 1, :]
            + u * v * corner[..., 2, :] + (1 - u) * v * corner[..., 3, :])


def write(path, name, geoms, props):
    keys = list(props)
    cols = [np.asarray(props[k]).tolist() for k in keys]
    with open(path, "w") as f:
        f.write('{"type":"FeatureCollection","name":"%s","features":[\n' % name)
        for i, g in enumerate(geoms):
            kind = "Point" if not isinstance(g[0], list) else "Polygon"
            co = g if kind == "Point" else [g + g[:1]]
            f.write((",\n" if i else "") + json.dumps(
                {"type": "Feature",
                 "properties": {k: c[i] for k, c in zip(keys, cols)},
                 "geometry": {"type": kind, "coordinates": co}},
                separators=(",", ":")))
        f.write("\n]}\n")


def make(out, n_parcels, n_fac, seed, points=False):
    out.mkdir(parents=True, exist_ok=True)
    rng = np.random.default_rng(seed)
    nb = math.ceil(math.sqrt(n_parcels / PER_BLOCK / RESIDENTIAL))
    n1 = nb + 1
    ox, oy = to_metres.transform(*CENTRE)

    # street corners, then a middle node on every street side
    gy, gx = np.mgrid[0:n1, 0:n1]
    corner = np.stack([gx, gy], -1) * BLOCK + [ox - nb * BLOCK / 2, oy - nb * BLOCK / 2]
    corner = corner + np.clip(rng.normal(0, 8, corner.shape), -20, 20)
    hmid = (corner[:, :-1] + corner[:, 1:]) / 2 + rng.uniform(-5, 5, (n1, nb, 2))
    vmid = (corner[:-1] + corner[1:]) / 2 + rng.uniform(-5, 5, (nb, n1, 2))
    cid = np.arange(n1 * n1).reshape(n1, n1)
    hid = n1 * n1 + np.arange(n1 * nb).reshape(n1, nb)
    vid = n1 * n1 + n1 * nb + np.arange(nb * n1).reshape(nb, n1)
    node = np.concatenate([corner.reshape(-1, 2), hmid.reshape(-1, 2), vmid.reshape(-1, 2)])
    street = np.concatenate([np.stack([a.ravel(), b.ravel()], -1) for a, b in [
        (cid[:, :-1], hid), (hid, cid[:, 1:]), (cid[:-1], vid), (vid, cid[1:])]])
    first = np.concatenate([np.full(m.size, f) for m, f in [(hid, 1), (hid, 0), (vid, 1), (vid, 0)]])
    street = street[rng.random(len(street)) > 0.06 * first]    # dead ends, but no node on its own
    alley = rng.choice(3, (nb, nb), p=[0.4, 0.4, 0.2])
    ew, ns = alley == 1, alley == 2
    edge = np.concatenate([street,
                           np.stack([vid[:, :-1][ew], vid[:, 1:][ew]], -1),
                           np.stack([hid[:-1][ns], hid[1:][ns]], -1)])
    length = np.round(np.hypot(*(node[edge[:, 0]] - node[edge[:, 1]]).T), 2)
    ll = lonlat(node)
    with open(out / "nodes.csv", "w") as f:
        f.write("id,lon,lat\n")
        f.writelines(f"{i},{x!r},{y!r}\n" for i, (x, y) in enumerate(ll.tolist()))
    with open(out / "edges.csv", "w") as f:
        f.write("from,to,length_m\n")
        f.writelines(f"{a},{b},{w!r}\n" for (a, b), w in zip(edge.tolist(), length.tolist()))

    # blocks
    quad = np.stack([corner[:-1, :-1], corner[:-1, 1:], corner[1:, 1:], corner[1:, :-1]],
                    2).reshape(-1, 4, 2)
    order = rng.permutation(nb * nb)
    n_res = math.ceil(n_parcels / PER_BLOCK)
    res, other = np.sort(order[:n_res]), np.sort(order[n_res:])
    ns_ = math.ceil(nb / SUPER)
    block_comm = ((np.arange(nb * nb) // nb // SUPER) * ns_
                  + np.arange(nb * nb) % nb // SUPER)

    # parcels
    pb = np.repeat(res, PER_BLOCK)[:n_parcels]
    slot = np.tile(np.arange(PER_BLOCK), n_res)[:n_parcels]
    rings = templates(rng, n_parcels)
    size = np.array([len(r) for r in rings])
    flat = np.concatenate(rings)
    rb, rs = np.repeat(pb, size), np.repeat(slot, size)
    u = 0.04 + 0.47 * (rs % 2) + 0.45 * flat[:, 0]
    v = 0.04 + 0.47 * (rs // 2) + 0.45 * flat[:, 1]
    xy = bilinear(quad[rb], u, v)
    cut = np.cumsum(size)[:-1]
    nxt = np.concatenate([np.roll(np.arange(s), -1) for s in size]) \
        + np.repeat(np.concatenate([[0], cut]), size)
    cross = xy[:, 0] * xy[nxt, 1] - xy[nxt, 0] * xy[:, 1]
    area = np.add.reduceat(cross, np.concatenate([[0], cut])) / 2
    hh = np.maximum(1, np.round(area * rng.uniform(0.8, 2.8, n_parcels) / 110)).astype(int)
    pop = np.round(hh * rng.uniform(2.2, 3.1, n_parcels)).astype(int)
    old = np.round(pop * rng.uniform(0.08, 0.28, n_parcels)).astype(int)
    pl = lonlat(xy).tolist()
    starts = [0, *cut.tolist(), len(pl)]
    write(out / "parcels.geojson", "parcels",
          (pl[starts[i]:starts[i + 1]] for i in range(n_parcels)),
          {"id": np.arange(1, n_parcels + 1), "households": hh, "population": pop,
           "elderly": old,
           "status": np.where(rng.random(n_parcels) < 0.3, "new", "existing"),
           "community_id": block_comm[pb] + 1})

    # facilities: points on a street side, or points and small quads in the other blocks
    kind = rng.choice(len(KINDS), n_fac, p=KIND_P)
    form = rng.choice(3, n_fac, p=[0.5, 0.2, 0.3])
    fb = np.where(form == 0, rng.choice(res, n_fac), rng.choice(other, n_fac))
    fu, fv = rng.uniform(0.1, 0.9, (2, n_fac))
    fv = np.where(form == 0, rng.uniform(0.005, 0.03, n_fac), fv)
    fxy = bilinear(quad[fb], fu, fv)
    w, h = rng.uniform(8, 30, (2, n_fac))
    t = rng.uniform(0, np.pi / 2, n_fac)
    box = np.stack([np.stack([sx * w * np.cos(t) - sy * h * np.sin(t),
                              sx * w * np.sin(t) + sy * h * np.cos(t)], -1)
                    for sx, sy in [(-1, -1), (1, -1), (1, 1), (-1, 1)]], 1)
    pt, sq = lonlat(fxy).tolist(), lonlat(fxy[:, None] + box).tolist()
    floor = np.round(rng.lognormal(6.5, 0.6, n_fac), 1)
    write(out / "facilities.geojson", "facilities",
          (sq[i] if form[i] == 2 and not points else pt[i] for i in range(n_fac)),
          {"id": np.arange(1, n_fac + 1), "kind": np.array(KINDS)[kind],
           "floor_area_m2": floor,
           "land_area_m2": np.round(floor * rng.uniform(0.6, 2.0, n_fac), 1),
           "places": np.where(kind == 0, rng.integers(30, 150, n_fac), 0),
           "beds": np.where(kind == 1, rng.integers(10, 120, n_fac), 0)})

    # communities follow the streets
    comm = []
    for r in range(ns_):
        for c in range(ns_):
            r0, r1, c0, c1 = r * SUPER, min(nb, (r + 1) * SUPER), c * SUPER, min(nb, (c + 1) * SUPER)
            comm.append(np.concatenate([corner[r0, c0:c1], corner[r0:r1, c1],
                                        corner[r1, c1:c0:-1], corner[r1:r0:-1, c0]]))
    write(out / "communities.geojson", "communities",
          (lonlat(c).tolist() for c in comm),
          {"id": np.arange(1, len(comm) + 1),
           "name": [f"community {i}" for i in range(1, len(comm) + 1)]})
    print(f"{out}: {n_parcels} parcels, {n_fac} facilities, {len(comm)} communities, "
          f"{len(node)} nodes, {len(edge)} edges, {nb * BLOCK / 1000:.1f} km across")


if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ap.add_argument("out", type=Path)
    ap.add_argument("--size", choices=SIZES)
    ap.add_argument("--parcels", type=int, default=1_000)
    ap.add_argument("--facilities", type=int, default=60)
    ap.add_argument("--seed", type=int, default=20240)
    ap.add_argument("--points", action="store_true")
    a = ap.parse_args()
    make(a.out, *(SIZES[a.size] if a.size else (a.parcels, a.facilities)), a.seed, a.points)
