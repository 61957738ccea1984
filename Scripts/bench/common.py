"""Shared by the peer scripts: phase clock and the names of the work."""
import json
import sys
import time

KINDS = ["childcare", "elderly", "health", "culture", "sports", "store"]
CRS = 4548
R = 1000.0          # service radius, m
WALK = 1200.0       # longest walk, m
QUAD = 16           # segments per quarter circle of every buffer


class Phases:
    def __init__(self, peer, **more):
        self.row, self.t = {"peer": peer, **more}, time.perf_counter()

    def __call__(self, name):
        t = time.perf_counter()
        self.row[name + "_s"] = round(t - self.t, 3)
        self.t = t

    def done(self, **more):
        self.row.update(more)
        print(json.dumps(self.row))
        sys.stdout.flush()
