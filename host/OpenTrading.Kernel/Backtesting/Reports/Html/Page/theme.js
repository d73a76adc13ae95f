// Light, dark, or as the system has it. What was chosen is kept where the browser allows it.
const theme = {
  modes: ["auto", "light", "dark"],
  button: document.getElementById("theme"),
  watchers: [],
  kept() { try { return localStorage.getItem("opentrading-theme") ?? "auto"; } catch { return "auto"; } },
  set(mode) {
    if (mode === "auto") delete document.documentElement.dataset.theme; else document.documentElement.dataset.theme = mode;
    this.button.textContent = { auto: "Auto", light: "Light", dark: "Dark" }[mode];
    try { localStorage.setItem("opentrading-theme", mode); } catch { /* a file opened from disk may have no storage */ }
    for (const watcher of this.watchers) watcher();
  },
};
theme.button.hidden = false;
theme.button.addEventListener("click", () => {
  const next = theme.modes[(theme.modes.indexOf(document.documentElement.dataset.theme ?? "auto") + 1) % theme.modes.length];
  theme.set(next);
});
matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => { for (const watcher of theme.watchers) watcher(); });
theme.set(theme.kept());
