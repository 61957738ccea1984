/// What the page does beyond showing itself: sorting by a click on a head, one topic on the map, and on a narrow screen a
/// card a row in place of columns. Without it nothing is missing.
enum ReportScript {
  /// SHA-256 of the source in base 64, by which the page lets it run; a test compares the two.
  static let hash = "tm4utjFH2zCAYPM/8GEntqPHs2p8So+rEpGv3gyYbYg="

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
    """
}
