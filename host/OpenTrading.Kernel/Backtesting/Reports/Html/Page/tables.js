// Tables sort by a click on a heading; a click on a trade shows it on the candles.
const cellValue = cell => {
  const text = cell.textContent.replaceAll(",", "").replace("\u2212", "-").replace("\u202f%", "");
  return text !== "" && !isNaN(text) ? Number(text) : cell.textContent;
};

function compare(a, b) {
  if (typeof a === "number" && typeof b === "number") return a - b;
  if (typeof a === "number") return 1;
  if (typeof b === "number") return -1;
  return a < b ? -1 : a > b ? 1 : 0;
}

for (const table of document.querySelectorAll("table[data-sort]")) {
  const heads = [...table.tHead.rows[0].cells];
  const body = table.tBodies[0];
  heads.forEach((head, column) => {
    head.setAttribute("aria-sort", "none");
    head.tabIndex = 0;
    const sort = () => {
      const falling = head.getAttribute("aria-sort") === "descending" || head.getAttribute("aria-sort") === "none" && column === 0;
      for (const other of heads) other.setAttribute("aria-sort", "none");
      head.setAttribute("aria-sort", falling ? "ascending" : "descending");
      const rows = [...body.rows].map((row, place) => ({ row, place, value: cellValue(row.cells[column]) }));
      rows.sort((a, b) => (falling ? compare(a.value, b.value) : compare(b.value, a.value)) || a.place - b.place);
      body.append(...rows.map(entry => entry.row));
    };
    head.addEventListener("click", sort);
    head.addEventListener("keydown", event => { if (event.key === "Enter" || event.key === " ") { event.preventDefault(); sort(); } });
  });
  body.addEventListener("click", event => {
    const row = event.target.closest("tr[data-trade]");
    if (!row) return;
    for (const { figure, candles } of candleFigures) {
      const index = candles.trades.findIndex(trade => trade.id === Number(row.dataset.trade));
      if (index < 0) continue;
      body.querySelector(".chosen")?.classList.remove("chosen");
      row.classList.add("chosen");
      candles.showTrade(index);
      figure.scrollIntoView({ block: "center" });
    }
  });
}
