#!/usr/bin/env python3
"""Holds the rule packs against GeoData/rules/FORMAT.md. Needs PyYAML.

  Scripts/check-packs.py            all packs, kinds.yaml and catalogue-ids.yaml
  Scripts/check-packs.py ID [ID..]  only these packs
"""
import datetime
import decimal
import pathlib
import re
import sys

import yaml

DATA = pathlib.Path(__file__).resolve().parent.parent / "GeoData"
RULES = DATA / "rules"

CHECKS = {"provision", "coverage", "presence", "size", "share", "total"}
LEVELS = ["community", "street", "township", "district", "city", "province"]
SUBJECTS = {"parcel", "plan", "facility", *LEVELS}
OPERATORS = ["at_least", "more_than", "at_most", "less_than", "between", "about"]
FORCES = {"binding", "expected", "advisory"}
WHYS = {"person_level", "money", "organisational", "no_standard", "service_quality", "not_in_data", "duplicate"}
FACILITY_MEASURES = {"count": "count", "floor_area": "m2", "land_area": "m2", "places": "places", "beds": "beds",
                     "nursing_beds": "beds", "residents": "persons", "doctors": "persons", "nurses": "persons"}
PEOPLE = {"households": ("households", "household"), "population": ("persons", "person"),
          "elders": ("elders", "elder"), "infants": ("infants", "infant")}
SINGULAR = {"places": "place", "beds": "bed", "nursing_beds": "bed", "residents": "resident", "count": "facility"}
TOTAL_UNITS = {"count", "m2", "beds", "places", "persons", "households", "projects", "percent", "person-times",
               "times/month", "m2/person", "hours", "dwellings"}
COLUMNS = {
    "parcel": "id name households population elders infants status urban community street district delivered",
    "facility": "id name kind floor_area land_area places beds nursing_beds inclusive ownership status delivered residents "
                "doctors nurses equipment served_parcels community street district",
    "unit": "id name level type urban population elders",
}
KEYS_TOP = {"schema", "id", "title", "document", "extends", "parameters", "default_reach", "rules", "not_computed"}
KEYS_RULE = {"id", "clause", "says", "means", "check", "subject", "unit", *OPERATORS, "report_only", "force", "when",
             "accounts_for", "conflicts_with", "alternative_to", "corrected", "standard", "target_year", "note"}
KEYS_CHECK = {
    "provision": {"supply", "demand", "within", "attribution"},
    "coverage": {"facility", "kinds", "where", "within", "at", "of"},
    "presence": {"facility", "where", "counting", "declared"},
    "size": {"kinds", "measure", "per", "times", "has"},
    "share": {"part", "whole", "per"},
    "total": {"sum"},
}
CHINESE = re.compile(r"[\u4e00-\u9fff]")
KEBAB = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*$")
SNAKE = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*$")

problems, hints = [], []


def bad(where, text):
    problems.append(f"{where}: {text}")


def hint(where, text):
    hints.append(f"{where}: {text}")


class Loader(yaml.SafeLoader):
    """Exact decimals, and no key twice."""


def mapping(loader, node, deep=False):
    seen = set()
    for key, _ in node.value:
        if key.value in seen:
            bad(f"{node.start_mark.name}:{key.start_mark.line + 1}", f"key {key.value!r} twice")
        seen.add(key.value)
    loader.flatten_mapping(node)
    return {loader.construct_object(k, True): loader.construct_object(v, True) for k, v in node.value}


Loader.add_constructor("tag:yaml.org,2002:map", mapping)
Loader.add_constructor("tag:yaml.org,2002:float", lambda l, n: decimal.Decimal(n.value))


def load(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Loader)


def number(x):
    return isinstance(x, (int, decimal.Decimal)) and not isinstance(x, bool)


def keys(where, value, allowed, required=()):
    if not isinstance(value, dict):
        bad(where, f"must be a map, is {value!r}")
        return False
    for k in value:
        if k not in allowed:
            bad(where, f"unknown key {k!r}")
    for k in required:
        if k not in value:
            bad(where, f"lacks {k!r}")
    return all(k in value for k in required)


def bilingual(where, value):
    if keys(where, value, {"en", "zh"}, ("en", "zh")):
        if not CHINESE.search(str(value["zh"])):
            bad(where, "zh holds no Chinese")
        if CHINESE.search(re.sub(r"[(（][^)）]*[)）]", "", str(value["en"]))):
            hint(where, "en holds Chinese outside brackets")


def statistic(where, name):
    if not isinstance(name, str) or not SNAKE.match(name):
        bad(where, f"statistic {name!r} is not snake_case")


def ids(where, value):
    if not isinstance(value, list) or not value or not all(isinstance(v, str) for v in value):
        bad(where, f"must be a list of ids, is {value!r}")
        return []
    if len(set(value)) != len(value):
        bad(where, "an id twice")
    return value


def kind_list(where, value, kinds):
    for k in ids(where, value):
        if kinds is not None and k not in kinds:
            bad(where, f"unknown kind {k!r}")


def condition(where, value, layer, also=()):
    if not isinstance(value, dict) or not value:
        bad(where, f"a condition must be a map, is {value!r}")
        return
    for column, want in value.items():
        if column in ("any", "all"):
            if not isinstance(want, list):
                bad(where, f"{column} must be a list of conditions")
            else:
                for w in want:
                    condition(where, w, layer, also)
        elif column == "not":
            condition(where, want, layer, also)
        else:
            if not SNAKE.match(column) and not CHINESE.search(column):
                bad(where, f"column {column!r}")
            if column not in COLUMNS[layer].split() and column not in also:
                hint(where, f"column {column!r} is not one of the {layer} columns (a source column?)")
            if isinstance(want, dict):
                if not want or not set(want) <= set(OPERATORS):
                    bad(where, f"{column}: not a comparison: {want!r}")
                for op, v in want.items():
                    if op == "between":
                        if not (isinstance(v, list) and len(v) == 2 and all(map(number, v)) and v[0] <= v[1]):
                            bad(where, f"{column}: between needs two numbers in order")
                    elif not number(v) and not isinstance(v, datetime.date):
                        bad(where, f"{column}: {op} needs a number")
            elif want is None:
                bad(where, f"{column}: null is not a condition")


def quantity(where, q, kinds, pieces=("facility", "people", "units", "statistic")):
    """Checks one quantity and gives (unit in plural, unit in singular), or None for a declared figure."""
    if not isinstance(q, dict) or not q:
        bad(where, f"a quantity must be a map, is {q!r}")
        return None
    if "statistic" in q:
        statistic(where, q["statistic"])
    if "facility" in q:
        keys(where, q, {"facility", "where", "measure", "statistic"}, ("facility", "measure"))
        kind_list(where, q["facility"], kinds)
        if "where" in q:
            condition(where + ".where", q["where"], "facility")
        m = q.get("measure")
        if m not in FACILITY_MEASURES:
            if not isinstance(m, str) or not SNAKE.match(m):
                bad(where, f"measure {m!r}")
            hint(where, f"measure {m!r} is a source column")
            return None
        return (FACILITY_MEASURES[m], SINGULAR.get(m, FACILITY_MEASURES[m]))
    if "units" in q:
        keys(where, q, {"units", "where", "statistic"})
        levels(where, q["units"])
        if "where" in q:
            condition(where + ".where", q["where"], "unit")
        return ("count", "unit")
    if "measure" in q:
        keys(where, q, {"measure", "statistic"})
        if q["measure"] not in PEOPLE:
            bad(where, f"measure {q['measure']!r} without facility must be one of {sorted(PEOPLE)}")
            return None
        return PEOPLE[q["measure"]]
    keys(where, q, {"statistic"}, ("statistic",))
    return None


def levels(where, value, parcel=False):
    for level in value if isinstance(value, list) else [value]:
        if level not in LEVELS and not (parcel and level == "parcel"):
            bad(where, f"unknown level {level!r}")


def reach(where, value):
    if not isinstance(value, dict) or len(value) != 1 or not set(value) <= {"walk", "radius"}:
        bad(where, f"must be {{walk: n min}}, {{walk: n m}} or {{radius: n m}}, is {value!r}")
        return
    (how, much), = value.items()
    if not re.match(r"[0-9]+(\.[0-9]+)? (m|min)$" if how == "walk" else r"[0-9]+(\.[0-9]+)? m$", str(much)):
        bad(where, f"reach {much!r}")


def threshold(where, rule, parameters, wanted=True):
    given = [op for op in OPERATORS if op in rule]
    report = rule.get("report_only")
    if "report_only" in rule and report is not True:
        bad(where, "report_only must be true")
    if not wanted:
        if given or report:
            bad(where, "has a threshold that the check does not take")
        return
    if len(given) + bool(report) != 1:
        bad(where, f"needs one threshold or report_only, has {given + ['report_only'] * bool(report)}")
    for op in given:
        v = rule[op]
        if op == "between":
            if not (isinstance(v, list) and len(v) == 2 and all(map(number, v)) and v[0] < v[1]):
                bad(where, "between needs two numbers in order")
        elif isinstance(v, dict):
            if set(v) == {"parameter"}:
                if v["parameter"] not in parameters:
                    bad(where, f"unknown parameter {v['parameter']!r}")
            elif set(v) == {"statistic"}:
                statistic(where, v["statistic"])
            else:
                bad(where, f"threshold {v!r}")
        elif not number(v):
            bad(where, f"threshold {v!r} is not a number")


def fits(where, unit, allowed):
    if unit not in allowed:
        bad(where, f"unit {unit!r} does not fit, expected {' or '.join(map(repr, sorted(allowed)))}")


def check_rule(where, r, pack, kinds, topics):
    check, subject = r.get("check"), r.get("subject")
    if check not in CHECKS:
        bad(where, f"unknown check {check!r}")
        return
    keys(where, r, KEYS_RULE | KEYS_CHECK[check],
         ("id", "clause", "says", "means", "check", "subject", "unit", "force"))
    if not KEBAB.match(str(r.get("id"))):
        bad(where, "id is not kebab-case")
    if not isinstance(r.get("clause"), str) or not r["clause"].strip():
        bad(where, "clause must be text")
    for k in ("says", "note"):
        if k in r:
            bilingual(f"{where}.{k}", r[k])
    if r.get("means") not in topics:
        bad(where, f"unknown topic {r.get('means')!r}")
    if r.get("force") not in FORCES:
        bad(where, f"unknown force {r.get('force')!r}")
    if isinstance(subject, list):
        if len(subject) < 2:
            bad(where, "a list of subjects has two or more levels")
        levels(where + ".subject", subject)
    elif subject not in SUBJECTS:
        bad(where, f"unknown subject {subject!r}")
    is_unit = isinstance(subject, list) or subject in LEVELS
    if "when" in r:
        if subject == "plan":
            hint(where, "when on a plan")
        layer = "unit" if is_unit else "parcel" if subject in ("parcel", "plan") else "facility"
        condition(where + ".when", r["when"], layer)
    if "target_year" in r and not (isinstance(r["target_year"], int) and 2000 <= r["target_year"] <= 2100):
        bad(where, f"target_year {r['target_year']!r}")
    if "standard" in r and not isinstance(r["standard"], str):
        bad(where, "standard must be text")
    if "corrected" in r and keys(where + ".corrected", r["corrected"], {"literal", "because"}, ("literal", "because")):
        for k in ("literal", "because"):
            bilingual(f"{where}.corrected.{k}", r["corrected"][k])
    parameters = pack.get("parameters") or {}
    threshold(where, r, parameters, not (check == "size" and "has" in r))
    unit = r.get("unit")

    if check == "provision":
        if subject == "facility":
            bad(where, "provision is about parcels, plans and units")
        if not keys(where, r, r, ("supply", "demand")):
            return
        supply = quantity(where + ".supply", r["supply"], kinds)
        demand = r["demand"]
        if not keys(where + ".demand", demand, {"measure", "per", "statistic"}, ("measure",)):
            return
        if "statistic" in demand:
            statistic(where + ".demand", demand["statistic"])
        s = supply[0] if supply else "persons"
        if demand["measure"] == "parcel":
            if "per" in demand:
                bad(where, "demand of one a parcel takes no per")
            fits(where, unit, {s})
        elif demand["measure"] in PEOPLE:
            per = demand.get("per", 1)
            if not isinstance(per, int) or per < 1:
                bad(where, f"per {per!r}")
            many, one = PEOPLE[demand["measure"]]
            fits(where, unit, {f"{s}/{one}" if per == 1 else f"{s}/{per} {many}"})
        else:
            bad(where, f"demand measure {demand['measure']!r}")
        if "within" in r:
            reach(where + ".within", r["within"])
        if r.get("attribution", "fair") not in ("on_site", "fair", "pooled", "in_reach"):
            bad(where, f"attribution {r['attribution']!r}")
        if subject == "parcel":
            m = r["supply"].get("measure")
            if "within" not in r and r.get("attribution") != "on_site" and m not in (pack.get("default_reach") or {}):
                bad(where, f"no within, and no default_reach for {m}")
        elif "within" in r or "attribution" in r:
            bad(where, "within and attribution are for parcels only")

    elif check == "coverage":
        keys(where, r, r, ("facility",))
        kind_list(where + ".facility", r.get("facility"), kinds)
        if "where" in r:
            condition(where + ".where", r["where"], "facility")
        if subject == "facility":
            if "kinds" not in r:
                bad(where, "a coverage of facilities lacks kinds")
        elif "kinds" in r:
            bad(where, "kinds are for the subject facility only")
        if "kinds" in r:
            kind_list(where + ".kinds", r["kinds"], kinds)
        if "within" in r:
            reach(where + ".within", r["within"])
            fits(where, unit, {"percent"})
        elif r.get("report_only"):
            fits(where, unit, {"m"})
        else:
            bad(where, "lacks within")
        if r.get("at", "access") not in ("area_share", "access", "centroid"):
            bad(where, f"at {r['at']!r}")
        if is_unit or subject == "plan":
            if r.get("of") not in ("parcels", "people", "households", "elders", "infants", "area"):
                bad(where, "of must be parcels, people, households, elders, infants or area")
        elif "of" in r:
            bad(where, "of is for plans and units only")

    elif check == "presence":
        if not is_unit:
            bad(where, "presence is about units")
        passing = None
        if "counting" in r:
            c = r["counting"]
            fits(where, unit, {"percent"})
            if keys(where + ".counting", c, {"units", "when", "at_least", "passing"}, ("units",)):
                levels(where + ".counting", c["units"], parcel=True)
                if "when" in c:
                    condition(where + ".counting.when", c["when"], "parcel" if c["units"] == "parcel" else "unit")
                passing = c.get("passing")
                if passing is not None:
                    known = {x.get("id") for x in pack["rules"]}
                    for p in passing if isinstance(passing, list) else [passing]:
                        if p not in known:
                            bad(where, f"passing: unknown rule {p!r}")
                    if "at_least" in c:
                        bad(where, "counting takes at_least or passing")
                elif not isinstance(c.get("at_least", 1), int):
                    bad(where, "counting.at_least must be a whole number")
        else:
            fits(where, unit, {"count"})
        if "declared" in r:
            if "counting" not in r:
                bad(where, "declared is for rules that count units")
            if keys(where + ".declared", r["declared"], {"have", "of"}, ("have", "of")):
                for k in ("have", "of"):
                    statistic(where + ".declared", r["declared"][k])
        if passing is None:
            keys(where, r, r, ("facility",))
            kind_list(where + ".facility", r.get("facility"), kinds)
            if "where" in r:
                condition(where + ".where", r["where"], "facility")
        elif "facility" in r or "where" in r:
            bad(where, "passing takes the place of facility")

    elif check == "size":
        if subject not in ("facility", "parcel"):
            bad(where, "size is about facilities or parcels")
        keys(where, r, r, ("kinds",))
        kind_list(where + ".kinds", r.get("kinds"), kinds)
        if "has" in r:
            for k in ("measure", "per", "times"):
                if k in r:
                    bad(where, f"has takes the place of {k}")
            condition(where + ".has", r["has"], "facility")
            fits(where, unit, {"none"})
        elif keys(where, r, r, ("measure",)):
            m, per = r["measure"], r.get("per")
            u = FACILITY_MEASURES.get(m)
            if u is None:
                hint(where, f"measure {m!r} is a source column")
            elif per is None:
                fits(where, unit, {u})
            else:
                times = r.get("times", 1)
                fits(where, unit, {f"{u}/{SINGULAR.get(per, per)}" if times == 1 else
                                   f"{u}/{times} {FACILITY_MEASURES.get(per, per) if per != 'residents' else 'residents'}"})
            if "times" in r and per is None:
                bad(where, "times without per")

    elif check == "share":
        if not (is_unit or subject == "plan"):
            bad(where, "share is about units and plans")
        if keys(where, r, r, ("part", "whole")):
            part = quantity(where + ".part", r["part"], kinds)
            whole = quantity(where + ".whole", r["whole"], kinds)
            per = r.get("per", 100)
            if not isinstance(per, int) or per < 1:
                bad(where, f"per {per!r}")
            allowed = set()
            if per == 100 and (part is None or whole is None or part[0] == whole[0] or
                               {part[0], whole[0]} <= {"persons", "elders", "infants"}):
                allowed.add("percent")
            parts = {part[0]} if part else {"persons", "beds", "places", "count", "m2", "projects"}
            wholes = {whole[0], "residents"} if whole else {"beds", "places", "persons", "elders", "residents", "count"}
            allowed |= {f"{p}/{per} {w}" for p in parts for w in wholes if not (per == 100 and p == w)}
            if unit not in allowed:
                bad(where, f"unit {unit!r} does not fit part and whole")

    elif check == "total":
        if not (is_unit or subject == "plan"):
            bad(where, "total is about units and plans")
        if keys(where, r, r, ("sum",)):
            q = quantity(where + ".sum", r["sum"], kinds)
            fits(where, unit, {q[0]} if q else TOTAL_UNITS)


def mutual(where, rules, key):
    for r in rules:
        for other in ids(f"{where}/{r['id']}.{key}", r[key]) if key in r else []:
            o = next((x for x in rules if x.get("id") == other), None)
            if other == r["id"]:
                bad(f"{where}/{r['id']}", f"{key} names the rule itself")
            elif o is None:
                bad(f"{where}/{r['id']}", f"{key}: unknown rule {other!r}")
            else:
                if r["id"] not in (o.get(key) or []):
                    bad(f"{where}/{r['id']}", f"{key}: {other} does not name it back")
                if o.get("subject") != r.get("subject"):
                    bad(f"{where}/{r['id']}", f"{key}: {other} has another subject")


def check_pack(path, kinds, topics, catalogue):
    where = path.stem
    try:
        p = load(path)
    except yaml.YAMLError as error:
        bad(where, str(error))
        return
    if not keys(where, p, KEYS_TOP, ("schema", "id", "title", "document", "rules")):
        return
    if p["schema"] != 1:
        bad(where, "schema must be 1")
    if p["id"] != path.stem or not KEBAB.match(p["id"]):
        bad(where, "id must be kebab-case and the file's name")
    bilingual(where + ".title", p["title"])
    d = p["document"]
    if keys(where + ".document", d, {"number", "issuer", "issued", "status"}, ("number", "issuer", "issued", "status")):
        bilingual(where + ".document.issuer", d["issuer"])
        if not isinstance(d["issued"], datetime.date):
            bad(where, "issued must be a date")
        if d["status"] not in ("issued", "draft"):
            bad(where, f"status {d['status']!r}")
    for name, v in (p.get("parameters") or {}).items():
        w = f"{where}.parameters.{name}"
        if not SNAKE.match(name):
            bad(w, "name is not snake_case")
        if keys(w, v, {"value", "unit", "source"}, ("value", "unit", "source")):
            if v["value"] is not None and not number(v["value"]):
                bad(w, "value must be a number or null")
            bilingual(w + ".source", v["source"])
    if "walking_speed" not in (p.get("parameters") or {}):
        bad(where, "no parameter walking_speed")
    for m, v in (p.get("default_reach") or {}).items():
        if m not in FACILITY_MEASURES:
            bad(where, f"default_reach: unknown measure {m!r}")
        reach(f"{where}.default_reach.{m}", v)
    seen, means = set(), {}
    for r in p["rules"]:
        if not isinstance(r, dict) or "id" not in r:
            bad(where, f"a rule without id: {str(r)[:60]}")
            continue
        if r["id"] in seen:
            bad(where, f"rule {r['id']} twice")
        seen.add(r["id"])
        check_rule(f"{where}/{r['id']}", r, p, kinds, topics)
    for key in ("conflicts_with", "alternative_to"):
        mutual(where, p["rules"], key)

    by_rules, left = {}, {}
    for r in p["rules"]:
        for c in r.get("accounts_for", [f"{p['id']}/{r.get('id')}"]):
            by_rules.setdefault(c, []).append(r.get("id"))
    for n in p.get("not_computed") or []:
        w = f"{where}.not_computed/{n.get('id') if isinstance(n, dict) else n}"
        if keys(w, n, {"id", "why", "note"}, ("id", "why")):
            if n["why"] not in WHYS:
                bad(w, f"unknown reason {n['why']!r}")
            if "note" in n:
                bilingual(w + ".note", n["note"])
            full = n["id"] if "/" in n["id"] else f"{p['id']}/{n['id']}"
            if full in left:
                bad(w, "listed twice")
            left[full] = n["why"]
    mine = {c: pr for c, pr in catalogue.items() if c.startswith(p["id"] + "/")}
    if mine:
        for c, pr in mine.items():
            if c in by_rules and c in left:
                bad(where, f"{c} is in rules ({by_rules[c]}) and in not_computed")
            if c not in by_rules and c not in left:
                bad(where, f"{c} ({pr}) is not accounted for")
            if pr == "core" and c in left:
                bad(where, f"{c} is core and must be a rule")
        for c in [*by_rules, *left]:
            if c not in mine:
                bad(where, f"{c} is not in the catalogue")
    print(f"{where}: {len(p['rules'])} rules, {len(left)} not computed"
          + (f", {len(mine)} catalogue entries" if mine else ""))


def check_kinds(kinds):
    names = {}
    for k, v in kinds.items():
        w = f"kinds/{k}"
        if not SNAKE.match(k):
            bad(w, "id is not snake_case")
        if not keys(w, v, {"zh", "en", "domain", "broader", "aliases"}, ("zh", "en", "domain", "broader", "aliases")):
            continue
        seen, up = set(), k
        while up is not None:
            if up in seen:
                bad(w, "is its own ancestor")
                break
            seen.add(up)
            if up not in kinds:
                bad(w, f"unknown broader {up!r}")
                break
            up = kinds[up].get("broader")
        own = {str(n).strip().casefold() for n in [k, k.replace("_", " "), v["zh"], v["en"]]}
        for a in v["aliases"]:
            if not isinstance(a, str):
                bad(w, f"alias {a!r} is not text")
            key = str(a).strip().casefold()
            if key in own:
                bad(w, f"alias {a!r} twice, or the kind's own id or name")
            own.add(key)
        for n in own:
            if n in names:
                bad(w, f"name {n!r} is also of {names[n]}")
            names[n] = k


def main():
    kinds = catalogue = None
    if (DATA / "kinds.yaml").exists():
        kinds = load(DATA / "kinds.yaml")
        check_kinds(kinds)
    else:
        bad("kinds.yaml", "missing, kinds are not checked")
    topics = load(RULES / "topics.yaml")
    for t, v in topics.items():
        if not KEBAB.match(t):
            bad(f"topics/{t}", "is not kebab-case")
        bilingual(f"topics/{t}", v)
    if (RULES / "catalogue-ids.yaml").exists():
        entries = load(RULES / "catalogue-ids.yaml")
        catalogue = {e["id"]: e["priority"] for e in entries}
        if len(catalogue) != len(entries):
            bad("catalogue-ids", "an id twice")
    else:
        bad("catalogue-ids.yaml", "missing, entries are not checked")
    wanted = sys.argv[1:]
    for path in sorted((RULES / "packs").glob("*.yaml")):
        if not wanted or path.stem in wanted:
            check_pack(path, kinds, topics, catalogue or {})
    for h in hints:
        print("hint:", h)
    for p in problems:
        print("ERROR:", p)
    print(f"{len(problems)} problems, {len(hints)} hints")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
