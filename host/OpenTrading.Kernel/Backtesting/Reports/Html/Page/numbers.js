// Numbers and times as the page writes them, and round ticks along an axis.
const MINUTE = 60000;
const minus = text => text.replace("-", "\u2212");
const fixed = (value, digits) => minus(value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits }));
const shown = {
  money: value => fixed(value, 2),
  ratio: value => fixed(value, 2),
  fraction: value => fixed(value * 100, 2) + "\u202f%",
};
const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = number => String(number).padStart(2, "0");

function when(minutes, withTime) {
  const time = new Date(minutes * MINUTE);
  const day = `${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]} ${time.getUTCFullYear()}`;
  return withTime ? `${day} ${two(time.getUTCHours())}:${two(time.getUTCMinutes())}` : day;
}

function numberTicks(low, high, about) {
  const rough = (high - low) / about;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find(digit => rough <= digit * power) ?? 10);
  const ticks = [];
  for (let k = Math.ceil(low / step); k * step <= high; k++) ticks.push(k * step);
  return { step, ticks };
}

const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60];
const HOUR_STEPS = [1, 2, 3, 6, 12, 24, 48, 168, 336];

function timeTicks(from, to, most) {
  const ticks = [];
  const days = (to - from) / 1440;
  if (days > most * 20) {
    const step = MONTH_STEPS.find(s => days / 30.4 / s <= most) ?? 120;
    const start = new Date(from * MINUTE);
    for (let k = Math.ceil((start.getUTCFullYear() * 12 + start.getUTCMonth()) / step) * step; ; k += step) {
      const at = Date.UTC(Math.floor(k / 12), k % 12) / MINUTE;
      if (at > to) return ticks;
      if (at >= from) ticks.push([at, step % 12 ? `${MONTHS[k % 12]} ${Math.floor(k / 12)}` : String(k / 12)]);
    }
  }
  const step = (HOUR_STEPS.find(s => days * 24 / s <= most) ?? 336) * 60;
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) {
    const time = new Date(at * MINUTE);
    const day = `${time.getUTCDate()} ${MONTHS[time.getUTCMonth()]}`;
    ticks.push([at, step % 1440 ? `${day} ${two(time.getUTCHours())}:${two(time.getUTCMinutes())}` : day]);
  }
  return ticks;
}

// First index whose value is not below the one looked for.
function firstAt(values, wanted) {
  let low = 0, high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle] < wanted) low = middle + 1; else high = middle;
  }
  return low;
}

function element(tag, name, text) {
  const made = document.createElement(tag);
  if (name) made.className = name;
  if (text !== undefined) made.textContent = text;
  return made;
}
