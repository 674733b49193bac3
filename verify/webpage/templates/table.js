"use strict";
// The table of theorems: filter by words, sort by a column. All other parts work without this script.
(() => {
  const body = document.querySelector("#table tbody");
  const rows = [...body.rows];
  const filter = document.getElementById("filter");
  const shown = document.getElementById("shown");

  filter.addEventListener("input", () => {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    for (const row of rows) {
      const text = row.textContent.toLowerCase();
      row.hidden = !words.every((word) => text.includes(word));
    }
    shown.value = `${rows.filter((row) => !row.hidden).length} of ${rows.length}`;
  });

  const heads = [...document.querySelectorAll("#table thead th")];
  const value = (row, column) => row.cells[column].dataset.value;
  const compare = {
    number: (a, b) => Number(a) - Number(b),
    text: (a, b) => a.localeCompare(b, "en"),
  };

  heads.forEach((head, column) => {
    const button = head.querySelector("button");
    button.addEventListener("click", () => {
      const turned = head.getAttribute("aria-sort") === "ascending" ? "descending" : "ascending";
      heads.forEach((other) => other.setAttribute("aria-sort", other === head ? turned : "none"));
      const sign = turned === "ascending" ? 1 : -1;
      const order = compare[button.dataset.kind];
      rows.sort((a, b) => sign * order(value(a, column), value(b, column)));
      body.append(...rows);
    });
  });

  // On paper nothing can be opened.
  const closed = () => document.querySelectorAll("details:not([open])");
  let opened = [];
  window.addEventListener("beforeprint", () => {
    opened = [...closed()];
    opened.forEach((item) => { item.open = true; });
  });
  window.addEventListener("afterprint", () => opened.forEach((item) => { item.open = false; }));
})();
