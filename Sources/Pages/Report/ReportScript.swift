/// What the page does beyond showing itself: sorting by a click on a head, one topic on the map, answers to
/// a click on it, and on a narrow screen a card a row in place of columns. Without it nothing is missing. Pages of
/// proposals run the same.
enum ReportScript {
  /// SHA-256 of the source in base 64, by which the page lets it run; a test compares the two.
  static let hash = "pp32iOzYlQLA2Ok1QK154AAyE1GAqIY/xuQURJzbags="

  /// The page may run this script and load nothing, whatever a hostile name may bring.
  static let policy =
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-\(hash)'; img-src data:"

  static let source: StaticString = """
    "use strict";
    for (const table of document.querySelectorAll("main table")) {
      const body = table.tBodies[0];
      if (!body || body.rows.length < 3) continue;
      const key = (row, column) => {
        const cell = row.cells[column];
        if (!cell) return "";
        if (cell.dataset.key !== undefined) return Number(cell.dataset.key);
        const text = cell.textContent.trim();
        const number = Number(text.replace(/,/g, "").replace(/−/g, "-").replace(/%$/, ""));
        return text !== "" && !Number.isNaN(number) ? number : text;
      };
      const compare = (a, b) => {
        if (typeof a === "number" && typeof b === "number") return a - b;
        if (typeof a === "number") return 1;
        if (typeof b === "number") return -1;
        return a.localeCompare(b, document.documentElement.lang);
      };
      Array.from(table.tHead.rows[0].cells).forEach((head, column) => {
        // Not a button: printers leave its text out where the head is repeated.
        const handle = document.createElement("span");
        handle.setAttribute("role", "button");
        handle.tabIndex = 0;
        while (head.firstChild) handle.append(head.firstChild);
        head.append(handle);
        handle.addEventListener("keydown", event => {
          if (event.key === "Enter" || event.key === " ") {
            event.preventDefault();
            handle.click();
          }
        });
        handle.addEventListener("click", () => {
          const down = head.getAttribute("aria-sort") !== "descending";
          for (const other of table.tHead.rows[0].cells) other.removeAttribute("aria-sort");
          head.setAttribute("aria-sort", down ? "descending" : "ascending");
          const rows = Array.from(body.rows).filter(row => !row.classList.contains("sum"));
          const sums = Array.from(body.rows).filter(row => row.classList.contains("sum"));
          rows.sort((a, b) => compare(key(a, column), key(b, column)) * (down ? -1 : 1));
          body.append(...rows, ...sums);
        });
      });
    }
    for (const table of document.querySelectorAll("main table")) {
      const heads = Array.from(table.tHead.rows[0].cells, head => head.textContent);
      for (const row of table.tBodies[0].rows) {
        Array.from(row.cells).forEach((cell, column) => { cell.dataset.l = heads[column] || ""; });
      }
      table.classList.add("cards");
    }
    const choice = document.getElementById("topic");
    if (choice) {
      choice.addEventListener("change", () => {
        for (const path of document.querySelectorAll("path[data-t]")) {
          path.setAttribute("class", choice.value === "" ? "" : "t-" + path.dataset.t[choice.value]);
        }
      });
    }
    const store = document.getElementById("answers");
    if (store) {
      const data = JSON.parse(store.textContent);
      store.remove();
      const panel = document.getElementById("answer");
      const links = document.getElementById("links");
      const make = (name, text, kind) => {
        const element = document.createElement(name);
        if (text !== undefined) element.textContent = text;
        if (kind) element.className = kind;
        return element;
      };
      const draw = (from, ends) => {
        links.replaceChildren();
        for (const end of ends) {
          const path = document.createElementNS(links.namespaceURI, "path");
          path.setAttribute("d", `M${from.x} ${from.y}L${end.x} ${end.y}`);
          links.append(path);
        }
        const ring = document.createElementNS(links.namespaceURI, "circle");
        ring.setAttribute("cx", from.x);
        ring.setAttribute("cy", from.y);
        ring.setAttribute("r", 130);
        links.append(ring);
      };
      const open = subject => {
        panel.replaceChildren();
        const close = make("button", data.words.close);
        close.type = "button";
        close.addEventListener("click", () => {
          panel.hidden = true;
          links.replaceChildren();
        });
        const head = make("p", undefined, "head");
        head.append(make("b", subject.name), " ");
        if (subject.name !== subject.id) head.append(make("small", subject.id));
        head.append(close);
        panel.append(head, make("p", subject.about, "small"));
        panel.hidden = false;
      };
      const clauseOf = index => {
        const clause = data.clauses[index];
        const link = make("a", String(clause.n), "ref");
        link.href = "#clause-" + clause.n;
        return [link, " " + clause.says + " "];
      };
      const signs = { f: "✗", u: "?", p: "✓" };
      const names = { f: "fail", u: "unknown", p: "pass" };
      const showParcel = row => {
        const parcel = data.parcels[row];
        open(parcel);
        const list = make("ul", undefined, "plain");
        const order = { f: 0, u: 1, p: 2 };
        for (const answer of [...parcel.a].sort((a, b) => order[a.v] - order[b.v] || a.c - b.c)) {
          const item = make("li");
          const mark = make("span", undefined, "verdict " + names[answer.v]);
          mark.append(make("b", signs[answer.v]), " " + data.words[answer.v]);
          item.append(mark, " ", ...clauseOf(answer.c));
          const clause = data.clauses[answer.c];
          const figures = [answer.m, data.words.required + " " + clause.required];
          if (answer.g) figures.push(answer.g);
          item.append(make("small", figures.join(" · ")));
          if (answer.f.length) {
            const counted = answer.f.map(facility => data.facilities[facility].name).join(", ");
            const what = clause.near ? data.words.nearest : data.words.counted;
            item.append(make("small", what + counted, "remark"));
          }
          if (answer.k) item.append(make("small", answer.k, "remark"));
          if (answer.o) {
            const text = other => {
              const facility = data.facilities[other.f];
              return `${facility.name} (${facility.about}, ${other.d})`;
            };
            item.append(make("small", data.words.uncounted + answer.o.map(text).join(", "), "remark"));
          }
          item.tabIndex = 0;
          const only = () => draw(parcel, answer.f.map(facility => data.facilities[facility]));
          item.addEventListener("mouseenter", only);
          item.addEventListener("focus", only);
          list.append(item);
        }
        panel.append(parcel.a.length ? list : make("p", data.words.none));
        const all = new Set(parcel.a.flatMap(answer => answer.f));
        draw(parcel, [...all].map(facility => data.facilities[facility]));
      };
      const showFacility = row => {
        const facility = data.facilities[row];
        open(facility);
        const list = make("ul", undefined, "plain");
        for (const load of facility.load) {
          const item = make("li");
          item.append(...clauseOf(load.c), make("small", load.text));
          list.append(item);
        }
        const served = facility.ends ? facility.ends.map(end => data.parcels[end])
          : data.parcels.filter(parcel => parcel.a.some(answer => answer.f.includes(row)));
        panel.append(list);
        for (const line of facility.lines || []) panel.append(make("p", line));
        panel.append(make("p", data.words.serves + served.length));
        panel.append(make("p", served.slice(0, 40).map(parcel => parcel.name).join(", "), "small"));
        draw(facility, served);
      };
      for (const path of document.querySelectorAll("path[data-p]")) {
        path.addEventListener("click", () => showParcel(Number(path.dataset.p)));
      }
      const marks = Array.from(document.querySelectorAll("[data-f]"));
      marks.forEach((mark, place) => {
        const show = () => showFacility(Number(mark.dataset.f));
        mark.addEventListener("click", show);
        if (!mark.hasAttribute("tabindex")) return;
        mark.addEventListener("focus", show);
        mark.addEventListener("keydown", event => {
          const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
          if (step === undefined) return;
          event.preventDefault();
          const next = marks[(place + step + marks.length) % marks.length];
          mark.setAttribute("tabindex", "-1");
          next.setAttribute("tabindex", "0");
          next.focus();
        });
      });
      const find = document.getElementById("find");
      if (find) {
        const subjects = data.findsFacilities ? data.facilities : data.parcels;
        const rows = new Map(subjects.map((subject, row) => [
          subject.name === subject.id ? subject.id : subject.name + " " + subject.id, row]));
        find.addEventListener("change", () => {
          const row = rows.get(find.value.trim());
          if (row !== undefined) (data.findsFacilities ? showFacility : showParcel)(row);
        });
      }
    }
    """
}
