// Candles of the stretch that is chosen on the overview, with entries, exits and protective levels.
const FEWEST = 20;

function unpack(text) {
  const bytes = Uint8Array.from(atob(text), letter => letter.charCodeAt(0));
  let at = 0;
  const next = () => {
    let value = 0, power = 1, byte;
    do { byte = bytes[at++]; value += (byte & 127) * power; power *= 128; } while (byte & 128);
    return value % 2 ? -(value + 1) / 2 : value / 2;
  };
  const bars = [];
  let time = 0, close = 0;
  while (at < bytes.length) {
    time += next();
    const open = close + next();
    close = open + next();
    const high = Math.max(open, close) + next();
    bars.push({ time, open, high, low: Math.min(open, close) - next(), close });
  }
  return bars;
}

class Candles {
  constructor(figure) {
    this.frame = figure.querySelector(".candles");
    this.frame.hidden = false;
    const data = JSON.parse(this.frame.querySelector("script").textContent);
    this.bars = unpack(data.bars);
    for (const bar of this.bars) bar.time += data.first;
    this.times = this.bars.map(bar => bar.time);
    this.digits = data.digits;
    this.trades = data.trades.map(([id, entry, exit, side, from, to, net, stop, target, why]) => ({
      id, side, from, to, net, stop, target, why, entry: this.barAt(data.first + entry), exit: this.barAt(data.first + exit),
    }));
    this.area = this.frame.querySelector(".area");
    this.canvas = this.frame.querySelector("canvas");
    this.y = this.frame.querySelector(".y");
    this.x = this.frame.querySelector(".x");
    this.readout = this.area.appendChild(element("div", "readout"));
    this.readout.hidden = true;
    this.overview = figure.querySelector('[data-plot="overview"] .area');
    this.window = this.overview.appendChild(element("div", "brush"));
    this.listen();
    const last = this.trades.at(-1);
    const first = this.area.clientWidth < 500 ? 60 : 140;
    this.show(last ? last.exit - first * .8 : this.bars.length - first, first);
    theme.watchers.push(() => this.draw());
    new ResizeObserver(() => this.draw()).observe(this.area);
  }

  barAt(minutes) { return Math.max(0, firstAt(this.times, minutes + .5) - 1); }

  show(from, count) {
    this.count = Math.max(Math.min(FEWEST, this.bars.length), Math.min(count, this.bars.length));
    this.from = Math.max(0, Math.min(from, this.bars.length - this.count));
    this.draw();
  }

  showTrade(index) {
    const trade = this.trades[index];
    if (!trade) return;
    this.chosen = index;
    const count = Math.max(80, Math.min(600, (trade.exit - trade.entry) * 2));
    this.show((trade.entry + trade.exit) / 2 - count / 2, count);
  }

  step(by) {
    const middle = this.from + this.count / 2;
    const at = this.chosen ?? this.trades.findIndex(trade => trade.exit >= middle);
    this.showTrade(Math.max(0, Math.min(this.trades.length - 1, (at < 0 ? this.trades.length : at) + by)));
  }

  listen() {
    const actions = {
      back: () => this.show(this.from - this.count / 2, this.count), on: () => this.show(this.from + this.count / 2, this.count),
      in: () => this.zoom(.6, .5), out: () => this.zoom(1 / .6, .5), previous: () => this.step(-1), next: () => this.step(1),
    };
    for (const button of this.frame.querySelectorAll("button")) button.addEventListener("click", actions[button.dataset.do]);
    const keys = { ArrowLeft: "back", ArrowRight: "on", "+": "in", "-": "out" };
    this.canvas.addEventListener("keydown", event => { if (keys[event.key]) { event.preventDefault(); actions[keys[event.key]](); } });
    this.area.addEventListener("wheel", event => {
      event.preventDefault();
      if (Math.abs(event.deltaX) > Math.abs(event.deltaY)) return this.show(this.from + event.deltaX / 800 * this.count, this.count);
      this.zoom(event.deltaY > 0 ? 1.15 : 1 / 1.15, this.share(this.area, event.clientX));
    }, { passive: false });
    this.drag(this.area, event => ({ from: this.from, x: event.clientX }), (start, event) => {
      this.chosen = undefined;
      this.show(start.from - (event.clientX - start.x) / this.area.clientWidth * this.count, this.count);
    });
    this.drag(this.overview, event => this.share(this.overview, event.clientX), (start, event) => {
      const ends = [start, this.share(this.overview, event.clientX)].sort((a, b) => a - b).map(share => this.atShare(share));
      this.chosen = undefined;
      this.show(ends[1] - ends[0] < FEWEST ? ends[0] - this.count / 2 : ends[0], ends[1] - ends[0] < FEWEST ? this.count : ends[1] - ends[0]);
    });
    this.area.addEventListener("pointermove", event => this.point(event));
    this.area.addEventListener("pointerleave", () => { this.readout.hidden = true; });
  }

  drag(area, begin, move) {
    let start = null;
    area.style.touchAction = "pan-y";
    area.addEventListener("pointerdown", event => {
      if (event.button) return;
      start = begin(event);
      area.setPointerCapture(event.pointerId);
      move(start, event);
    });
    area.addEventListener("pointermove", event => { if (start !== null) move(start, event); });
    for (const end of ["pointerup", "pointercancel"]) area.addEventListener(end, () => { start = null; });
  }

  share(area, clientX) {
    const frame = area.getBoundingClientRect();
    return Math.max(0, Math.min(1, (clientX - frame.left) / frame.width));
  }

  // The overview is drawn over time, the candles over bars.
  atShare(share) { return this.barAt(this.times[0] + share * (this.times.at(-1) - this.times[0])); }

  zoom(factor, share) {
    const middle = this.from + this.count * share;
    const count = Math.max(Math.min(FEWEST, this.bars.length), Math.min(this.count * factor, 4000));
    this.show(middle - count * share, count);
  }

  draw() {
    const first = Math.floor(this.from), last = Math.min(this.bars.length, Math.ceil(this.from + this.count));
    const bars = this.bars.slice(first, last);
    const trades = this.trades.filter(trade => trade.exit >= first && trade.entry <= last);
    const width = this.area.clientWidth, height = this.area.clientHeight;
    if (!width || !bars.length) return;
    const dense = trades.length <= 40;
    let low = Math.min(...bars.map(bar => bar.low)), high = Math.max(...bars.map(bar => bar.high));
    const air = (high - low) * .06 || 1;
    [low, high] = [low - air, high + air];
    this.scale = { low, high, width, height, first };
    const ratio = devicePixelRatio || 1;
    this.canvas.width = width * ratio;
    this.canvas.height = height * ratio;
    const pen = this.canvas.getContext("2d");
    pen.scale(ratio, ratio);
    const style = getComputedStyle(this.canvas);
    const probe = name => { this.probe ??= this.frame.appendChild(element("i")); this.probe.style.color = `var(--${name})`; return getComputedStyle(this.probe).color; };
    const colour = { grid: probe("grid"), quiet: style.color, gain: probe("gain"), loss: probe("loss"), text: probe("text"), ink: probe("ink") };
    this.axes(pen, colour);
    this.candles(pen, bars, first, colour);
    for (const trade of trades) this.trade(pen, trade, colour, dense);
    const span = this.times.at(-1) - this.times[0] || 1;
    this.window.style.left = `${(this.times[first] - this.times[0]) / span * 100}%`;
    this.window.style.width = `${Math.max(.3, (this.times[last - 1] - this.times[first]) / span * 100)}%`;
    this.frame.querySelector("[data-span]").textContent = `${when(this.times[first])} to ${when(this.times[last - 1])}, ${bars.length} bars, ${trades.length} trades`;
  }

  px(bar) { return (bar + .5 - this.from) / this.count * this.scale.width; }

  py(points) { return (this.scale.high - points) / (this.scale.high - this.scale.low) * this.scale.height; }

  axes(pen, colour) {
    const unit = 10 ** this.digits;
    const { step, ticks } = numberTicks(this.scale.low / unit, this.scale.high / unit, 5);
    pen.strokeStyle = colour.grid;
    pen.lineWidth = 1;
    pen.beginPath();
    for (const value of ticks) { const y = Math.round(this.py(value * unit)) + .5; pen.moveTo(0, y); pen.lineTo(this.scale.width, y); }
    this.y.replaceChildren(...ticks.map(value => {
      const label = element("span", null, value.toFixed(Math.max(0, Math.ceil(-Math.log10(step) - 1e-9))));
      label.style.top = `${this.py(value * unit)}px`;
      return label;
    }));
    const most = Math.max(3, Math.floor(this.scale.width / 110));
    const ends = [this.times[this.scale.first], this.times[Math.min(this.times.length - 1, Math.floor(this.from + this.count))]];
    // Nights and weekends have no bars: ticks that would stand on each other are left out.
    let before = -Infinity;
    const apart = timeTicks(ends[0], ends[1], most).map(([at, text]) => [this.px(this.barAt(at)), text]).filter(([x]) => x - before > 84 && (before = x) > -20);
    this.x.replaceChildren(...apart.map(([x, text]) => {
      pen.moveTo(Math.round(x) + .5, 0);
      pen.lineTo(Math.round(x) + .5, this.scale.height);
      const label = element("span", null, text);
      label.style.left = `${Math.max(20, Math.min(this.scale.width - 20, x))}px`;
      return label;
    }));
    pen.stroke();
  }

  candles(pen, bars, first, colour) {
    const step = this.scale.width / this.count, body = Math.max(1, Math.min(14, step * .66));
    for (const rises of [true, false]) {
      pen.strokeStyle = pen.fillStyle = rises ? colour.gain : colour.loss;
      pen.globalAlpha = .55;
      pen.beginPath();
      bars.forEach((bar, i) => {
        if (bar.close >= bar.open !== rises) return;
        const x = this.px(first + i);
        pen.moveTo(x, this.py(bar.high));
        pen.lineTo(x, this.py(bar.low));
      });
      pen.stroke();
      if (step > 2.5) {
        bars.forEach((bar, i) => {
          if (bar.close >= bar.open !== rises) return;
          const top = this.py(Math.max(bar.open, bar.close));
          pen.fillRect(this.px(first + i) - body / 2, top, body, Math.max(1, this.py(Math.min(bar.open, bar.close)) - top));
        });
      }
    }
    pen.globalAlpha = 1;
  }

  trade(pen, trade, colour, withLevels) {
    const [x1, y1, x2, y2] = [this.px(trade.entry), this.py(trade.from), this.px(trade.exit), this.py(trade.to)];
    pen.strokeStyle = pen.fillStyle = trade.net >= 0 ? colour.gain : colour.loss;
    pen.lineWidth = this.trades[this.chosen] === trade ? 3 : 1.75;
    pen.beginPath();
    pen.moveTo(x1, y1);
    pen.lineTo(x2, y2);
    pen.stroke();
    if (!withLevels) return;
    pen.setLineDash([4, 3]);
    pen.lineWidth = 1;
    for (const [level, tone] of [[trade.stop, colour.loss], [trade.target, colour.gain]]) {
      if (level === null) continue;
      pen.strokeStyle = tone;
      pen.beginPath();
      pen.moveTo(x1, this.py(level));
      pen.lineTo(x2, this.py(level));
      pen.stroke();
    }
    pen.setLineDash([]);
    // An arrow for the entry, a ring for the exit; the lighter rim keeps them readable on candles.
    pen.fillStyle = pen.strokeStyle = colour.ink;
    pen.beginPath();
    const down = trade.side > 0 ? 1 : -1;
    pen.moveTo(x1, y1 + 2 * down);
    pen.lineTo(x1 - 5, y1 + 11 * down);
    pen.lineTo(x1 + 5, y1 + 11 * down);
    pen.fill();
    pen.lineWidth = 2;
    pen.beginPath();
    pen.arc(x2, y2, 4, 0, 7);
    pen.stroke();
  }

  point(event) {
    const frame = this.area.getBoundingClientRect();
    const index = Math.max(0, Math.min(this.bars.length - 1, Math.floor(this.from + (event.clientX - frame.left) / frame.width * this.count)));
    const bar = this.bars[index];
    const price = points => (points / 10 ** this.digits).toFixed(this.digits);
    const share = (event.clientX - frame.left) / frame.width;
    this.readout.hidden = false;
    this.readout.style.cssText = share < .55 ? `left:calc(${share * 100}% + 14px)` : `right:calc(${100 - share * 100}% + 14px)`;
    this.readout.replaceChildren(
      element("div", "quiet", when(bar.time, true)),
      element("div", null, `O ${price(bar.open)} H ${price(bar.high)}`), element("div", null, `L ${price(bar.low)} C ${price(bar.close)}`));
    for (const trade of this.trades.filter(t => t.entry <= index && index <= t.exit).slice(0, 3)) {
      const row = element("div", null, `${trade.side > 0 ? "long" : "short"} ${price(trade.from)} → ${price(trade.to)} (${trade.why}) `);
      row.append(element("b", trade.net >= 0 ? "gain" : "loss", shown.money(trade.net)));
      this.readout.append(row);
    }
  }
}

const candleFigures = [...document.querySelectorAll("figure")].filter(figure => figure.querySelector(".candles")).map(figure => {
  const candles = new Candles(figure);
  return { figure, candles };
});
