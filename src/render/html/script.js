(() => {
  "use strict";
  const root = document.documentElement;
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  // What is put away stays within reach of the browser's own search, where the browser can do that.
  const put = (element, away) => { if (away) element.setAttribute("hidden", "until-found"); else element.removeAttribute("hidden"); };
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

  // Heights of the bar and of the matrix's head, for what sticks or is shown below them.
  const bar = one("#bar"), columns = one(".matrix thead");
  const height = (element, sticks) => (getComputedStyle(sticks).position === "sticky" ? `${element.offsetHeight}px` : "0px");
  const measure = () => {
    root.style.setProperty("--bar", height(bar, bar));
    if (columns) root.style.setProperty("--columns", height(columns, one("th", columns)));
  };
  for (const element of [bar, columns]) if (element) new ResizeObserver(measure).observe(element);
  measure();

  // Rows of the matrix open and close.
  const facts = all("tr.fact");
  const button = (row) => one("button.row", row);
  const detail = (row) => row.nextElementSibling;
  const panel = (row) => one(".panel", detail(row));
  const isOpen = (row) => button(row).getAttribute("aria-expanded") === "true";
  const setOpen = (row, open) => {
    button(row).setAttribute("aria-expanded", String(open));
    put(panel(row), !open);
    detail(row).ariaHidden = open ? null : "true";
  };
  const remember = (id) => { try { history.replaceState(null, "", id ? `#${id}` : location.pathname + location.search); } catch { /* a page from a file may not be allowed to */ } };
  for (const row of facts) {
    setOpen(row, false);
    button(row).addEventListener("click", () => { setOpen(row, !isOpen(row)); remember(isOpen(row) ? row.id : ""); });
    row.addEventListener("click", (event) => { if (!event.target.closest("button")) button(row).click(); });
  }

  // Long lists show their first part.
  const fold = (section) => {
    const folded = section.classList.contains("collapsed") && !root.classList.contains("filtering");
    for (const rest of all(".rest", section)) put(rest, folded);
    for (const row of all("tr.fact.extra", section)) {
      row.classList.toggle("folded", folded);
      row.ariaHidden = folded ? "true" : null;
      put(one(".fold", row), folded);
    }
    for (const more of all(".more", section)) more.hidden = !folded;
  };
  const reveal = (section) => { section.classList.remove("collapsed"); fold(section); };
  for (const section of all("section.collapsed")) fold(section);
  for (const more of all(".more-button")) more.addEventListener("click", () => reveal(more.closest("section")));
  addEventListener("beforematch", (event) => {
    const row = event.target.matches(".panel") && event.target.closest("tr").previousElementSibling;
    reveal(event.target.closest("section"));
    if (row) setOpen(row, true);
  });

  // Words as they are searched: in small letters, with straight quotation marks; never longer or shorter than the text.
  const plain = (words) => {
    const small = words.toLowerCase();
    return (small.length === words.length ? small : words).replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"').replace(/\s/g, " ");
  };
  const aside = ".vh, .short, .self, .ref, .copy-button, .aside, .nearest, svg, [data-outlet][hidden]";
  const pieces = (from) => {
    const walker = document.createTreeWalker(from, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT, (node) => {
      if (node.nodeType === Node.TEXT_NODE) return NodeFilter.FILTER_ACCEPT;
      return node.matches(aside) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_SKIP;
    });
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  };
  const texts = new Map();
  const text = (from) => {
    if (!texts.has(from)) texts.set(from, plain(pieces(from).map((piece) => piece.data).join("")));
    return texts.get(from);
  };
  const mark = (from, wanted) => {
    const places = [];
    for (let at = text(from).indexOf(wanted); at >= 0; at = text(from).indexOf(wanted, at + wanted.length)) places.push(at);
    const backwards = [...places].reverse();
    let start = 0;
    for (const piece of places.length ? pieces(from) : []) {
      const length = piece.data.length;
      // From the last hit to the first, so that what stands before the rest keeps its place.
      for (const at of backwards) {
        const [first, last] = [Math.max(at - start, 0), Math.min(at + wanted.length - start, length)];
        if (first >= last) continue;
        const hit = document.createElement("mark");
        hit.className = "m-hit";
        const words = piece.splitText(first);
        words.splitText(last - first);
        words.replaceWith(hit);
        hit.append(words);
      }
      start += length;
    }
    return places.length;
  };
  const unmark = () => {
    for (const hit of all(".m-hit")) {
      const parent = hit.parentNode;
      hit.replaceWith(...hit.childNodes);
      parent.normalize();
    }
  };

  // Filters: outlets, kind, words.
  const form = one("#filters"), search = one("#search"), tag = one("#tag"), reset = one("#reset"), count = one("#count");
  const items = all("[data-tags]");
  const bodies = all(".articles .body");
  const off = new Set(), opened = new Set();
  const MANY = 8;
  form.hidden = false;
  const parts = (item) => (item.matches("tr.fact") ? [one("bdi", item), panel(item)] : [item]);
  const has = (item, wanted) => parts(item).some((part) => text(part).includes(wanted));
  const isOfKind = (item, kind) => item.dataset.tags.split(" ").includes(kind);
  const isOn = (part) => !part.dataset.outlets || part.dataset.outlets.split(" ").some((outlet) => !off.has(outlet));
  const counted = (n, noun) => `${n} ${noun}${n === 1 ? "" : "s"}`;
  const listed = (kinds) => (kinds.length > 1 ? `${kinds.slice(0, -1).join(", ")} and ${kinds.at(-1)}` : kinds.join(""));
  const told = (wanted, shown, places) => {
    const nouns = ["finding", "fact", "quote", "framing", "name"];
    const kinds = nouns.map((noun) => [shown.filter((item) => isOfKind(item, noun)).length, noun]).filter(([n]) => n);
    const found = [listed(kinds.map(([n, noun]) => counted(n, noun)))];
    if (places) found.push(`${counted(places, "place")} in the articles`);
    return found.filter(Boolean).join("; ") || (wanted ? `Nothing contains \u201c${wanted}\u201d` : "Nothing to show");
  };
  const apply = () => {
    const typed = search.value.trim().replace(/\s+/g, " "), kind = tag.value;
    const wanted = typed.length > 1 ? plain(typed) : "", active = Boolean(wanted || kind);
    root.classList.toggle("filtering", active);
    unmark();
    for (const row of opened) setOpen(row, false);
    opened.clear();
    for (const part of all("[data-outlet]")) part.hidden = off.has(part.dataset.outlet);
    const shown = items.filter((item) => isOn(item) && (!kind || isOfKind(item, kind)) && (!wanted || has(item, wanted)));
    const visible = new Set(shown);
    // Words that stand only in the sentences behind a row: the row opens, or says so where there are many.
    const behind = wanted ? shown.filter((item) => item.matches("tr.fact") && !text(one("bdi", item)).includes(wanted)) : [];
    for (const row of behind.length > MANY ? [] : behind.filter((row) => !isOpen(row))) { setOpen(row, true); opened.add(row); }
    for (const item of items) {
      item.hidden = !visible.has(item);
      if (item.matches("tr.fact")) { detail(item).hidden = item.hidden; delete button(item).dataset.inside; }
    }
    let places = 0;
    if (wanted) {
      for (const item of shown) {
        const hits = parts(item).map((part) => mark(part, wanted));
        if (hits[1]) button(item).dataset.inside = `${hits[1]} in its sentences`;
      }
      for (const body of bodies) if (!body.closest("article").hidden) places += mark(body, wanted);
    }
    for (const section of all("main > section")) {
      const own = all("[data-tags]", section);
      const found = section.id === "articles" ? places : own.some((item) => visible.has(item));
      section.hidden = active && !found;
      fold(section);
    }
    reset.disabled = !active && !off.size;
    count.textContent = active || off.size ? told(typed, shown, places) : "";
  };
  for (const chip of all("[data-toggle]")) {
    chip.addEventListener("click", () => {
      const id = chip.dataset.toggle;
      if (off.has(id)) off.delete(id); else off.add(id);
      chips();
      apply();
    });
  }
  const chips = () => {
    texts.clear();
    for (const chip of all("[data-toggle]")) {
      const on = !off.has(chip.dataset.toggle);
      chip.setAttribute("aria-pressed", String(on));
      chip.title = `${on ? "Hide" : "Show"} ${chip.dataset.name}`;
    }
  };
  search.addEventListener("input", apply);
  tag.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  const clear = () => { search.value = ""; tag.value = ""; off.clear(); chips(); apply(); };
  reset.addEventListener("click", () => { clear(); search.focus(); });

  // A finding is copied as plain text: without the clipboard the text is shown, to be copied by hand.
  const folded = (element) => element.textContent.replace(/\s+/g, " ").trim();
  const written = (finding) => {
    const proofs = all(".proof li", finding).map((proof) => {
      const words = one("q", proof);
      return words ? `- ${folded(one(".place", proof))}: ${folded(words)}` : `- ${folded(proof)}`;
    });
    const head = `[${folded(one(".number", finding))}, ${folded(one(".tag", finding))}] ${folded(one(".summary", finding))}`;
    return [head, ...proofs, `(${folded(one("h1"))})`].join("\n");
  };
  const show = (finding, words) => {
    const box = one(".by-hand", finding) || document.createElement("textarea");
    box.className = "by-hand";
    box.readOnly = true;
    box.rows = 6;
    box.setAttribute("aria-label", "Text of the finding, to copy");
    box.value = words;
    finding.append(box);
    box.focus();
    box.select();
    return box;
  };
  const copy = async (finding) => {
    const words = written(finding);
    try { await navigator.clipboard.writeText(words); return true; } catch { /* no clipboard, or not allowed */ }
    const box = show(finding, words);
    if (!document.execCommand("copy")) return false;
    box.remove();
    return true;
  };
  for (const control of all(".copy-button")) {
    control.hidden = false;
    control.addEventListener("click", async () => {
      const done = await copy(control.closest(".finding"));
      control.textContent = done ? "Copied" : "Copy by hand";
      one("#told").textContent = done ? "Copied" : "Could not copy: the text is selected, so you can copy it by hand";
      setTimeout(() => { control.textContent = "Copy"; one("#told").textContent = ""; }, 4000);
    });
  }

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
  const articles = one(".articles");
  articles.addEventListener("mouseover", (event) => { const s = event.target.closest(".s[data-p]"); light(s ? s.dataset.p : kept); });
  articles.addEventListener("mouseleave", () => light(kept));
  articles.addEventListener("focusin", (event) => { const s = event.target.closest(".s[data-p]"); if (s) { light(s.dataset.p); align(s); } });
  articles.addEventListener("focusout", () => light(kept));
  articles.addEventListener("click", (event) => {
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
    if (target.closest("main [hidden]:not([hidden=until-found])")) clear();
    if (target.closest(".extra, .rest")) reveal(target.closest("section"));
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
      const open = facts.filter((row) => row.offsetHeight > 0);
      const next = open[open.indexOf(event.target.closest("tr")) + (event.key === "ArrowDown" ? 1 : -1)];
      if (next) { event.preventDefault(); button(next).focus(); }
    }
  });
})();
