(() => {
  "use strict";
  const root = document.documentElement;
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  root.classList.add("js");

  // Light and dark: the system's choice until the reader makes one.
  const theme = one("#theme");
  const systemDark = matchMedia("(prefers-color-scheme: dark)");
  const isDark = () => (root.dataset.theme ? root.dataset.theme === "dark" : systemDark.matches);
  const nameTheme = () => { theme.textContent = isDark() ? "Light" : "Dark"; };
  theme.hidden = false;
  theme.addEventListener("click", () => { root.dataset.theme = isDark() ? "light" : "dark"; nameTheme(); });
  systemDark.addEventListener("change", nameTheme);
  nameTheme();

  // The bar's height, for what sticks below it.
  const bar = one("#bar");
  const measure = () => root.style.setProperty("--bar", getComputedStyle(bar).position === "sticky" ? `${bar.offsetHeight}px` : "0px");
  new ResizeObserver(measure).observe(bar);

  // Rows of the matrix open and close.
  const facts = all("tr.fact");
  const button = (row) => one("button.row", row);
  const detail = (row) => row.nextElementSibling;
  const setOpen = (row, open) => {
    button(row).setAttribute("aria-expanded", String(open));
    detail(row).hidden = !open;
  };
  const isOpen = (row) => !detail(row).hidden;
  const remember = (id) => { try { history.replaceState(null, "", id ? `#${id}` : location.pathname + location.search); } catch { /* a page from a file may not be allowed to */ } };
  for (const row of facts) {
    setOpen(row, false);
    button(row).addEventListener("click", () => { setOpen(row, !isOpen(row)); remember(isOpen(row) ? row.id : ""); });
    row.addEventListener("click", (event) => { if (!event.target.closest("button")) button(row).click(); });
  }

  // Long lists show their first part.
  for (const more of all(".more-button")) {
    const list = one(".collapsed", more.closest("section"));
    more.addEventListener("click", () => { reveal(list); });
  }
  const reveal = (list) => {
    if (!list) return;
    list.classList.remove("collapsed");
    const more = one(".more", list.closest("section"));
    if (more) more.hidden = true;
  };

  // Filters: outlets, kind, words.
  const form = one("#filters"), search = one("#search"), tag = one("#tag"), reset = one("#reset"), count = one("#count");
  const items = all("[data-tags]");
  const words = new Map();
  const text = (item) => {
    if (!words.has(item)) words.set(item, (item.textContent + (item.matches("tr.fact") ? detail(item).textContent : "")).toLowerCase());
    return words.get(item);
  };
  const off = new Set();
  form.hidden = false;
  const apply = () => {
    const wanted = search.value.trim().toLowerCase(), kind = tag.value;
    const active = Boolean(wanted || kind);
    root.classList.toggle("filtering", active);
    let shown = 0;
    for (const item of items) {
      const outlets = item.dataset.outlets.split(" ");
      const visible = (!item.dataset.outlets || outlets.some((o) => !off.has(o))) && (!kind || item.dataset.tags.split(" ").includes(kind)) && (!wanted || text(item).includes(wanted));
      item.hidden = !visible;
      if (item.matches("tr.fact")) { if (!visible) setOpen(item, false); detail(item).hidden = !visible || button(item).getAttribute("aria-expanded") !== "true"; }
      shown += visible;
    }
    for (const part of all("[data-outlet]")) part.hidden = off.has(part.dataset.outlet);
    for (const section of all("main > section")) {
      const own = all("[data-tags]", section);
      if (own.length) section.hidden = active && own.every((item) => item.hidden);
      const more = one(".more", section);
      if (more) more.hidden = active || !one(".collapsed", section);
    }
    reset.disabled = !active && !off.size;
    count.textContent = active || off.size ? `${shown} of ${items.length}` : "";
  };
  for (const chip of all("[data-toggle]")) {
    chip.addEventListener("click", () => {
      const id = chip.dataset.toggle;
      if (off.has(id)) off.delete(id); else off.add(id);
      chip.setAttribute("aria-pressed", String(!off.has(id)));
      apply();
    });
  }
  search.addEventListener("input", apply);
  tag.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  const clear = () => {
    search.value = ""; tag.value = ""; off.clear();
    for (const chip of all("[data-toggle]")) chip.setAttribute("aria-pressed", "true");
    apply();
  };
  reset.addEventListener("click", () => { clear(); search.focus(); });

  // The sentences of one passage light up in every article.
  const passages = new Map();
  for (const s of all(".s[data-p]")) passages.set(s.dataset.p, [...(passages.get(s.dataset.p) || []), s]);
  let kept = null;
  const light = (id) => {
    for (const s of all(".s.hit")) s.classList.remove("hit");
    for (const s of passages.get(id) || []) s.classList.add("hit");
  };
  const still = matchMedia("(prefers-reduced-motion: reduce)");
  const align = (from) => {
    const box = from.closest(".body");
    if (getComputedStyle(box).overflowY !== "auto") return;
    const top = from.getBoundingClientRect().top - box.getBoundingClientRect().top;
    const done = new Set([box]);
    for (const s of passages.get(from.dataset.p) || []) {
      const other = s.closest(".body");
      if (done.has(other)) continue;
      done.add(other);
      const by = s.getBoundingClientRect().top - other.getBoundingClientRect().top - top;
      other.scrollBy({ top: by, behavior: still.matches ? "auto" : "smooth" });
    }
  };
  const texts = one(".articles");
  texts.addEventListener("mouseover", (event) => { const s = event.target.closest(".s[data-p]"); light(s ? s.dataset.p : kept); });
  texts.addEventListener("mouseleave", () => light(kept));
  texts.addEventListener("focusin", (event) => { const s = event.target.closest(".s[data-p]"); if (s) { light(s.dataset.p); align(s); } });
  texts.addEventListener("focusout", () => light(kept));
  texts.addEventListener("click", (event) => {
    if (event.target.closest("a")) return;
    const s = event.target.closest(".s[data-p]");
    kept = s && s.dataset.p !== kept ? s.dataset.p : null;
    light(kept);
    if (kept) align(s);
  });

  // Pictures name the facts they show and lead to them.
  const label = (field) => {
    if (field.firstChild) return;
    const title = document.createElementNS("http://www.w3.org/2000/svg", "title");
    title.textContent = one(`#${field.dataset.fact} bdi`).textContent;
    field.append(title);
  };
  for (const box of all(".strip svg")) box.addEventListener("mouseover", (event) => { const field = event.target.closest("[data-fact]"); if (field) label(field); });
  for (const box of all(".strip svg")) box.addEventListener("click", (event) => { const fact = event.target.closest("[data-fact]"); if (fact) location.hash = fact.dataset.fact; });

  // Deep links open what they point at.
  const follow = () => {
    let id = "";
    try { id = decodeURIComponent(location.hash.slice(1)); } catch { return; }
    const target = id && document.getElementById(id);
    if (!target) return;
    const hider = target.closest("[hidden]");
    if (hider && hider.closest("main")) clear();
    if (target.closest(".extra")) reveal(target.closest(".collapsed"));
    if (target.matches("tr.fact")) setOpen(target, true);
    for (const s of all(".s.flash")) s.classList.remove("flash");
    if (target.matches(".s")) { target.classList.add("flash"); kept = target.dataset.p || null; light(kept); }
    target.scrollIntoView({ block: target.matches(".s") ? "center" : "start" });
    if (target.matches(".s[data-p]")) align(target);
  };
  addEventListener("hashchange", follow);
  follow();

  // Keys.
  addEventListener("keydown", (event) => {
    const typing = event.target.matches("input, select, textarea");
    if (event.key === "/" && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) { event.preventDefault(); search.focus(); return; }
    if (event.key === "Escape") {
      const row = event.target.closest("tr.detail")?.previousElementSibling || event.target.closest("tr.fact");
      if (event.target === search && search.value) { search.value = ""; apply(); }
      else if (row && isOpen(row)) { setOpen(row, false); button(row).focus(); }
      else { kept = null; light(null); }
      return;
    }
    if ((event.key === "ArrowDown" || event.key === "ArrowUp") && event.target.matches("button.row")) {
      const open = facts.filter((row) => row.offsetParent !== null);
      const next = open[open.indexOf(event.target.closest("tr")) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) { event.preventDefault(); button(next).focus(); }
    }
  });
})();
