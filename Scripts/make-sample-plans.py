#!/usr/bin/env python3
"""Make housing plans to be reviewed against the sample city.

    make-sample-plans.py [OUT]         # default: GeoData/sample/plans beside this script's folder

Writes one GeoJSON file a plan (WGS 84, RFC 7946), its facilities among its parcels or in NAME.facilities.geojson.
What each shows is in GeoData/sample/README.md. The plans stand on lots that make-sample-city.py leaves free.
Standard library only; the same version of the two scripts writes the same bytes every time.
"""
import importlib.util
import sys
from pathlib import Path

sys.dont_write_bytecode = True
HERE = Path(__file__).resolve().parent
spec = importlib.util.spec_from_file_location("sample_city", HERE / "make-sample-city.py")
city = importlib.util.module_from_spec(spec)
spec.loader.exec_module(city)

COLUMNS = ["编号", "名称", "设施类型", "户数", "人口", "城镇", "交付日期", "分期", "建筑面积", "用地面积", "托位数", "床位数",
           "性质"]
HANDOVER = "2028-06-30"
ROOM, DAY, NURSERY, CARE_HOME = "居住区配建养老服务用房", "老年人日间照料中心", "托儿所", "老年养护院"
CHILDCARE, CLASS = "托育机构", "幼儿园托班"

_, COMPOUNDS, SPARE = city.build()


def lot(x, y):
    """The free lot around a place."""
    for _, _, (x0, y0, x1, y1) in SPARE:
        if x0 <= x <= x1 and y0 <= y <= y1:
            return x0, y0, x1, y1
    raise SystemExit(f"no lot at {x}, {y} is free: the sample city has changed")


def part(of, west=0.0, south=0.0, east=1.0, north=1.0):
    """A share of a lot, from its south-western corner."""
    x0, y0, x1, y1 = of
    return (x0 + west * (x1 - x0), y0 + south * (y1 - y0), x0 + east * (x1 - x0), y0 + north * (y1 - y0))


def outline(where, cut=8.0):
    """A compound whose corners are cut at the two street corners in the south."""
    x0, y0, x1, y1 = where
    return [(x0, y0 + cut), (x0 + cut, y0), (x1 - cut, y0), (x1, y0 + cut), (x1, y1), (x0, y1)]


class Plan:
    """One plan: its rows in the order in which they are handed in."""

    def __init__(self, name):
        self.name, self.prefix = name, "FA" + name[:2]
        self.parcels, self.facilities = [], []

    def parcel(self, title, where, households, people, ring=None, delivered=HANDOVER, **more):
        self.where = where
        row = {"编号": f"{self.prefix}-{len(self.parcels) + 1}", "名称": title, "户数": households, "人口": people,
               "城镇": "是", "交付日期": delivered, **more}
        shape = city.geometry([[outline(where)]]) if ring is None else ring
        self.parcels.append((row, shape))
        return self

    def facility(self, kind, title, at, area, land=None, places=None, beds=None, delivered=HANDOVER, **more):
        """at: shares of the width and the height of the last parcel."""
        x0, y0, x1, y1 = self.where
        row = {"编号": f"{self.prefix}-S{len(self.facilities) + 1}", "名称": title, "设施类型": kind, "交付日期": delivered,
               "建筑面积": area, "用地面积": land, "托位数": places, "床位数": beds, "性质": "公办", **more}
        point = city.point((x0 + at[0] * (x1 - x0), y0 + at[1] * (y1 - y0)))
        self.facilities.append((row, point))
        return self

    def write(self, out, apart=False):
        def save(name, rows):
            used = [c for c in COLUMNS if any(r.get(c) is not None for r, _ in rows)]
            city.write(out / f"{name}.geojson", [city.feature({c: r.get(c) for c in used}, g) for r, g in rows])

        save(self.name, self.parcels + ([] if apart else self.facilities))
        if apart:
            save(self.name + ".facilities", self.facilities)


def plans():
    """Every plan, with whether its facilities are in a file of their own."""
    # Three lots between homes for the aged and elder care homes; the first also has a nursery near.
    first = part(lot(1770, 1400), 0.0, 0.48, 1.0, 1.0)
    second, third = lot(1320, 1240), lot(1915, 1050)

    def at_first(name, title, households=116, people=302, land=380, places=15, **more):
        """A compound that passes, but for what is asked for otherwise."""
        plan = Plan(name).parcel(title, first, households, people, **more)
        plan.facility(DAY, title + "日间照料中心", (0.25, 0.2), 360, land, beds=12)
        return plan.facility(CLASS, title + "幼儿园托班", (0.75, 0.2), 240, 300, places)

    def elsewhere(name, title, where, households, people, nursery=(320, 30), late=None):
        """The same, with a nursery of its own."""
        plan = Plan(name).parcel(title, where, households, people)
        plan.facility(DAY, title + "日间照料中心", (0.45, 0.45), 380, 420, beds=12)
        return plan.facility(NURSERY, title + "托儿所", (0.55, 0.55), nursery[0], 420, nursery[1],
                             delivered=late or HANDOVER)

    yield at_first("01-complies", "仁和里"), False

    # North of 澄湖康养城, with an elder care home of its own.
    lake = part(lot(2650, 750), 0.08, 0.55, 0.92, 1.0)
    large = Plan("02-elder-rooms-short").parcel("澄湖北苑", lake, 1500, 3900)
    large.facility(DAY, "澄湖北苑日间照料中心", (0.5, 0.5), 400, 450, beds=15)
    large.facility(NURSERY, "澄湖北苑托儿所", (0.48, 0.5), 640, 900, 45)
    large.facility(CARE_HOME, "澄湖北苑老年养护院", (0.85, 0.8), 3600, 1900, beds=90)
    yield large, False

    yield elsewhere("03-childcare-places-short", "槐安苑", second, 228, 590, nursery=(260, 4)), False
    yield elsewhere("04-childcare-rooms-small", "铁路南苑", third, 420, 1090, nursery=(160, 18)), False
    yield at_first("05-elder-land-short", "仁德里", land=45), False
    yield elsewhere("06-facility-too-small", "槐福苑", second, 230, 598).facility(
        CHILDCARE, "槐福苑托育园", (0.8, 0.3), 150, 150, 12), False

    west = part(lot(830, 650), 0.0, 0.0, 0.72, 1.0)
    far = Plan("07-no-care-home-near").parcel("纺苑里", west, 140, 364)
    far.facility(ROOM, "纺苑里养老服务用房", (0.2, 0.2), 60, 90)
    far.facility(CLASS, "纺苑里幼儿园托班", (0.7, 0.3), 220, 260, 12)
    yield far, False

    yield elsewhere("08-childcare-late", "铁路北苑", third, 420, 1090, late="2029-09-30"), False

    garden = part(lot(500, 670), 0.48, 0.0, 1.0, 1.0)
    leaning = Plan("09-leans-on-neighbours").parcel("颐年里", garden, 540, 1404)
    leaning.facility(DAY, "颐年里日间照料中心", (0.3, 0.5), 360, 400, beds=12)
    leaning.facility(CLASS, "颐年里幼儿园托班", (0.6, 0.4), 210, 260, 5)
    leaning.facility(CARE_HOME, "颐年里老年养护院", (0.8, 0.8), 3600, 1800, beds=80)
    yield leaning, False

    yield Plan("10-takes-from-neighbours").parcel("康乐新苑", lot(2360, 230), 320, 832), False
    yield at_first("11-data-missing", "仁信里", households=None, people=None, places=None), False

    # Over the lane, on the compound beside the free lot.
    x0, y0, x1, y1 = second
    yield elsewhere("12-on-existing-housing", "槐宁苑", (x0 - 60, y0, x1 - 60, y1), 228, 590), False

    away = (x0 + 60_000, y0, x1 + 60_000, y1)
    yield Plan("13-outside").parcel("远山苑", away, 228, 590), False

    def ring(points):
        coordinates = [city.degrees(city.bend(p)) for p in points]
        return {"type": "Polygon", "coordinates": [coordinates + coordinates[:1]]}

    x0, y0, x1, y1 = first
    tie = ring([(x0, y0), (x1, y0), (x1, y1), (x0 + 30, y1), (x0 + 18, y1 - 6), (x0 + 18, y1), (x0 + 30, y1 - 6),
                (x0, y1 - 6)])
    yield at_first("14-ring-repaired", "仁义里", ring=tie), False

    flat = at_first("15-ring-beyond-repair", "仁礼里")
    flat.parcel("仁礼里二期", first, 60, 150, ring=ring([(x0, y0), (x0, y0), (x0, y0)]))
    yield flat, False

    stages = Plan("16-stages")
    stages.parcel("铁路新苑一期", part(third, 0, 0.52, 1, 1), 210, 546, 分期=1, delivered="2027-12-31")
    stages.facility(NURSERY, "铁路新苑一期托儿所", (0.5, 0.3), 300, 400, 20, 分期=1, delivered="2027-12-31")
    stages.parcel("铁路新苑二期", part(third, 0, 0, 1, 0.48), 200, 520, 分期=2, delivered="2029-06-30")
    stages.facility(DAY, "铁路新苑日间照料中心", (0.5, 0.9), 400, 450, beds=14, 分期=2, delivered="2029-06-30")
    stages.facility(CLASS, "铁路新苑二期幼儿园托班", (0.6, 0.5), 230, 300, 12, 分期=2, delivered="2029-06-30")
    yield stages, False

    yield elsewhere("17-facilities-apart", "槐乐苑", second, 228, 590), True


def main():
    out = Path(sys.argv[1]) if len(sys.argv) > 1 else HERE.parent / "GeoData/sample/plans"
    out.mkdir(parents=True, exist_ok=True)
    count = 0
    for plan, apart in plans():
        plan.write(out, apart)
        count += 1
    print(f"{out}: {count} plans", file=sys.stderr)


if __name__ == "__main__":
    main()
