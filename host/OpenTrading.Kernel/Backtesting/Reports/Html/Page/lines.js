// Lines over time: a cross hair with the exact values, and zoom by dragging. Plots of one figure move together.
const VIEW = 10000;
const EPOCH = 621355968000000000;
const toMinutes = ticks => (ticks - EPOCH) / 600000000;

class LinePlot {
  constructor(box) {
    this.area = box.querySelector(".area");
    this.svg = box.querySelector("svg");
    this.x = box.querySelector(".x");
    this.y = box.querySelector(".y");
    this.still = { x: [...this.x.children], y: [...this.y.children] };
    const data = JSON.parse(box.querySelector("script").textContent);
    let minutes = data.first;
    this.times = data.minutes.map(step => minutes += step);
    this.lines = data.lines;
    const [left, right, bottom, top] = this.svg.dataset.range.split(" ").map(Number);
    this.whole = { from: toMinutes(left), to: toMinutes(right), bottom, top };
    this.seen = this.whole;
    this.hair = this.area.appendChild(element("div", "hair"));
    this.readout = this.area.appendChild(element("div", "readout"));
    this.leave();
  }

  // Nearest point to a place on the screen.
  indexAt(clientX) {
    const frame = this.area.getBoundingClientRect();
    const time = this.seen.from + (clientX - frame.left) / frame.width * (this.seen.to - this.seen.from);
    const after = Math.min(firstAt(this.times, time), this.times.length - 1);
    return after > 0 && time - this.times[after - 1] < this.times[after] - time ? after - 1 : after;
  }

  point(time, speaks) {
    const index = Math.min(firstAt(this.times, time), this.times.length - 1);
    const share = (this.times[index] - this.seen.from) / (this.seen.to - this.seen.from);
    if (share < 0 || share > 1) return this.leave();
    this.hair.hidden = false;
    this.hair.style.left = `${share * 100}%`;
    this.readout.hidden = false;
    this.readout.style.cssText = share < .55 ? `left:calc(${share * 100}% + 10px)` : `right:calc(${100 - share * 100}% + 10px)`;
    this.readout.replaceChildren();
    if (speaks) this.readout.append(element("div", "quiet", when(this.times[index], true)));
    for (const line of this.lines) {
      const value = line.values[index];
      if (value === null) continue;
      const row = element("div", line.style, `${line.name} `);
      row.append(element("b", null, shown[line.unit](value)));
      this.readout.append(row);
    }
    if (!this.readout.childElementCount) this.readout.hidden = true;
  }

  leave() {
    this.hair.hidden = true;
    this.readout.hidden = true;
  }

  // The drawing is not made anew: the view box moves over it.
  see(from, to) {
    const { whole } = this;
    const all = from <= whole.from && to >= whole.to;
    let bottom = whole.bottom, top = whole.top;
    if (!all) {
      const first = Math.max(0, firstAt(this.times, from) - 1), last = Math.min(this.times.length - 1, firstAt(this.times, to));
      const values = this.lines.flatMap(line => line.values.slice(first, last + 1)).filter(value => value !== null);
      const low = Math.min(...values), high = Math.max(...values), air = (high - low) * .08 || Math.abs(high) * .01 || 1;
      [bottom, top] = [low - air, whole.top === 0 ? 0 : high + air];
    }
    this.seen = all ? whole : { from, to, bottom, top };
    const x = time => (time - whole.from) / (whole.to - whole.from) * VIEW;
    const y = value => (whole.top - value) / (whole.top - whole.bottom) * VIEW;
    this.svg.setAttribute("viewBox", `${x(this.seen.from)} ${y(top)} ${x(this.seen.to) - x(this.seen.from)} ${y(bottom) - y(top)}`);
    this.leave();
    this.label(all);
  }

  label(all) {
    for (const grid of this.svg.querySelectorAll(".grid")) grid.style.display = all ? "" : "none";
    if (all) {
      this.x.replaceChildren(...this.still.x);
      this.y.replaceChildren(...this.still.y);
      return;
    }
    const { from, to, bottom, top } = this.seen;
    const most = this.area.clientWidth < 500 ? 4 : 9;
    if (this.still.x.some(label => label.textContent)) {
      this.x.replaceChildren(...timeTicks(from, to, most).map(([at, text]) => {
        const label = element("span", null, text);
        label.style.left = `${(at - from) / (to - from) * 100}%`;
        return label;
      }));
    }
    const unit = this.lines[0].unit;
    const { step, ticks } = numberTicks(bottom, top, 4);
    const scale = unit === "fraction" ? 100 : 1;
    const digits = Math.max(0, Math.ceil(-Math.log10(step * scale) - 1e-9));
    this.y.replaceChildren(...ticks.map(value => {
      const label = element("span", null, fixed(value * scale, digits) + (scale > 1 ? "\u202f%" : ""));
      label.style.top = `${(top - value) / (top - bottom) * 100}%`;
      return label;
    }));
  }
}

class LineFigure {
  constructor(figure) {
    this.figure = figure;
    this.plots = [...figure.querySelectorAll('.plot[data-plot="line"]')].map(box => new LinePlot(box));
    this.reset = element("button", null, "Whole run");
    this.reset.type = "button";
    this.reset.hidden = true;
    this.reset.style.cssText = "float:right";
    this.reset.addEventListener("click", () => this.see(-Infinity, Infinity));
    figure.querySelector("figcaption").prepend(this.reset);
    for (const plot of this.plots) this.listen(plot);
  }

  listen(plot) {
    const area = plot.area;
    let start = null;
    const brush = area.appendChild(element("div", "brush"));
    brush.hidden = true;
    area.addEventListener("pointermove", event => {
      this.point(plot.times[plot.indexAt(event.clientX)]);
      if (start === null) return;
      const frame = area.getBoundingClientRect();
      const a = Math.min(start, event.clientX) - frame.left, b = Math.max(start, event.clientX) - frame.left;
      brush.hidden = b - a < 6;
      brush.style.left = `${Math.max(0, a)}px`;
      brush.style.width = `${Math.min(frame.width, b) - Math.max(0, a)}px`;
    });
    area.addEventListener("pointerdown", event => {
      if (event.button) return;
      start = event.clientX;
      area.setPointerCapture(event.pointerId);
      event.preventDefault();
      area.parentElement.focus({ preventScroll: true });
    });
    area.addEventListener("pointerup", event => {
      const wide = start !== null && Math.abs(event.clientX - start) >= 6;
      if (wide) {
        const ends = [plot.indexAt(start), plot.indexAt(event.clientX)].map(index => plot.times[index]).sort((a, b) => a - b);
        if (ends[1] > ends[0]) this.see(ends[0], ends[1]);
      }
      start = null;
      brush.hidden = true;
    });
    area.addEventListener("pointercancel", () => { start = null; brush.hidden = true; });
    area.addEventListener("pointerleave", () => this.leave());
    area.addEventListener("dblclick", () => this.see(-Infinity, Infinity));
    area.parentElement.addEventListener("keydown", event => this.key(event, plot));
    area.parentElement.addEventListener("blur", () => this.leave());
  }

  key(event, plot) {
    if (event.key === "Escape") return this.see(-Infinity, Infinity);
    if (event.key !== "ArrowLeft" && event.key !== "ArrowRight") return;
    event.preventDefault();
    const step = (event.key === "ArrowLeft" ? -1 : 1) * (event.shiftKey ? 20 : 1);
    const at = this.time === undefined ? plot.times.length >> 1 : firstAt(plot.times, this.time);
    this.point(plot.times[Math.max(0, Math.min(plot.times.length - 1, at + step))]);
  }

  point(time) {
    this.time = time;
    this.plots.forEach((plot, i) => plot.point(time, i === 0));
  }

  leave() { for (const plot of this.plots) plot.leave(); }

  see(from, to) {
    for (const plot of this.plots) plot.see(Math.max(from, plot.whole.from), Math.min(to, plot.whole.to));
    this.reset.hidden = from === -Infinity;
    this.figure.classList.toggle("zoomed", from !== -Infinity);
  }
}

for (const figure of document.querySelectorAll("figure")) {
  if (figure.querySelector('.plot[data-plot="line"]')) new LineFigure(figure);
}
