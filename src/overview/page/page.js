"use strict";
(() => {
  const PAGE = 100;  // rows at a time: a table of thousands takes seconds to lay out
  const data = JSON.parse(document.getElementById("data").textContent);
  const documents = data.documents.map((entry, place) => ({ ...entry, place }));
  const byId = (id) => document.getElementById(id);
  const states = new Map(data.states.map((state) => [state.name, state]));
  const collator = new Intl.Collator("ru", { numeric: true, sensitivity: "base" });
  const pluralRules = new Intl.PluralRules("ru");
  const plural = (count, one, few, many) => ({ one, few }[pluralRules.select(count)] ?? many);
  const number = (value) => value.toLocaleString("ru");
  // Words with a space before each: «41» finds № 41 and № 410, not № 141.
  const plain = (text) => ` ${text.normalize("NFC").toLowerCase().replace(/ё/g, "е").replace(/№/g, " № ")
    .replace(/[\s«»"().,/_–—-]+/g, " ").trim()}`;
  const address = (path) => path.split("/").map((part) => encodeURIComponent(part)
    .replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)).join("/");
  for (const entry of documents) entry.words = plain(`${entry.organization} ${entry.title} ${entry.document}`);

  const element = (name, attributes = {}, ...children) => {
    const made = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
    made.append(...children);
    return made;
  };
  const icon = (name) => {
    const space = "http://www.w3.org/2000/svg";
    const picture = document.createElementNS(space, "svg");
    picture.setAttribute("class", "icon");
    picture.setAttribute("aria-hidden", "true");
    const use = document.createElementNS(space, "use");
    use.setAttribute("href", `#icon-${name}`);
    picture.append(use);
    return picture;
  };

  // ---- what is shown ----
  const shown = { report: "", state: "", text: "", sort: "", down: false, page: 0 };
  const columns = [
    { name: "report", title: "Отчёт", value: (d) => data.reports[d.report] ?? "", cell: (d) => [data.reports[d.report] ?? ""] },
    { name: "organization", title: "Организация", value: (d) => d.organization, cell: (d) => [d.organization] },
    { name: "title", title: "Документ", value: (d) => d.title, cell: titleCell },
    { name: "state", title: "Состояние", value: (d) => d.place_of_state, cell: stateCell },
    { name: "files", title: "Файлы", cell: filesCell },
    { name: "pages", title: "Страниц", value: (d) => d.pages, number: true, cell: (d) => [d.pages ? number(d.pages) : ""] },
    { name: "rows", title: "Строк", value: (d) => d.rows, number: true, cell: (d) => [d.rows ? number(d.rows) : ""] },
    { name: "bytes", title: "Размер", value: (d) => d.bytes, number: true, cell: (d) => [d.size] },
  ];
  for (const entry of documents) entry.place_of_state = data.states.findIndex((state) => state.name === entry.state);

  function titleCell(entry) {
    return entry.reason ? [entry.title, element("span", { class: "why" }, entry.reason)] : [entry.title];
  }

  function stateCell(entry) {
    const names = entry.changed ? [entry.state, "changed_by_hand"] : [entry.state];
    return names.map((name) => element("span", { class: `state ${name}` }, icon(name), states.get(name).label));
  }

  function filesCell(entry) {
    if (!entry.files.length) return [];
    return [element("ul", { class: "files" }, ...entry.files.map((file) => {
      const of = entry.organization ? `${entry.title}, ${entry.organization}` : entry.title;
      const link = element("a", { href: address(file.path), "aria-label": `${file.label}${file.note ? ` (${file.note})` : ""}: ${of}` }, file.label);
      return element("li", {}, link, ...(file.note ? [element("span", { class: "note" }, ` ${file.note}`)] : []));
    }))];
  }

  const isOf = (entry, state) => (state === "changed_by_hand" ? entry.changed : entry.state === state);

  function found() {
    const words = plain(shown.text).split(" ").filter(Boolean);
    const list = documents.filter((entry) =>
      (shown.report === "" || entry.report === Number(shown.report)) &&
      (shown.state === "" || isOf(entry, shown.state)) &&
      words.every((word) => entry.words.includes(` ${word}`)));
    const column = columns.find(({ name }) => name === shown.sort);
    if (!column?.value) return list;
    const order = column.number || column.name === "state"
      ? (a, b) => column.value(a) - column.value(b)
      : (a, b) => collator.compare(column.value(a), column.value(b));
    return list.sort((a, b) => (shown.down ? order(b, a) : order(a, b)) || a.place - b.place);
  }

  function row(entry) {
    return element("tr", { role: "row" }, ...columns.map((column) =>
      element("td", { role: "cell", "data-label": column.title, ...(column.number && { class: "number" }) }, ...column.cell(entry).filter((part) => part !== ""))));
  }

  function show({ whole = false } = {}) {
    const list = found();
    const last = Math.max(0, Math.ceil(list.length / PAGE) - 1);
    shown.page = Math.min(shown.page, last);
    const first = shown.page * PAGE;
    const part = whole ? list : list.slice(first, first + PAGE);
    byId("rows").replaceChildren(...part.map(row));
    const count = `${number(list.length)} ${plural(list.length, "документ", "документа", "документов")}`;
    const message = list.length === documents.length ? `Всего ${count}`
      : list.length ? `${plural(list.length, "Найден", "Найдено", "Найдено")} ${count} из ${number(documents.length)}`
      : `Ничего не найдено. Всего в списке: ${number(documents.length)}`;
    if (byId("found").textContent !== message) byId("found").textContent = message;
    byId("pages").hidden = last === 0;
    byId("place").textContent = `${number(first + 1)}–${number(Math.min(first + PAGE, list.length))} из ${number(list.length)}`;
    byId("previous").setAttribute("aria-disabled", shown.page === 0);
    byId("next").setAttribute("aria-disabled", shown.page === last);
    for (const column of columns.filter(({ value }) => value)) {
      const is = shown.sort === column.name;
      column.head.setAttribute("aria-sort", is ? (shown.down ? "descending" : "ascending") : "none");
      column.head.querySelector(".order").textContent = is ? (shown.down ? "▾" : "▴") : "";
    }
    for (const total of document.querySelectorAll("button.total"))
      total.setAttribute("aria-pressed", total.dataset.state === shown.state);
  }

  // ---- the address keeps the choice, so that «back» from a document returns to it ----
  function remember() {
    const words = new URLSearchParams();
    for (const [name, value] of Object.entries(shown)) if (value) words.set(name, value === true ? 1 : value);
    const text = words.toString();
    history.replaceState(null, "", text ? `#${text}` : "#");
  }

  function recall() {
    if (!location.hash.includes("=")) return;
    const words = new URLSearchParams(location.hash.slice(1));
    shown.report = data.reports[words.get("report")] === undefined ? "" : words.get("report");
    shown.state = states.get(words.get("state"))?.count ? words.get("state") : "";
    shown.text = words.get("text") ?? "";
    shown.sort = words.get("sort") ?? "";
    shown.down = words.get("down") === "1";
    shown.page = Math.max(0, Math.trunc(Number(words.get("page"))) || 0);
    controls();
  }

  function controls() {
    byId("filter-report").value = shown.report;
    byId("filter-state").value = shown.state;
    byId("filter-text").value = shown.text;
  }

  function choose(change) {
    Object.assign(shown, { page: 0 }, change);
    controls();
    show();
    remember();
  }

  function turn(step) {
    const button = byId(step < 0 ? "previous" : "next");
    if (button.getAttribute("aria-disabled") === "true") return;
    shown.page += step;
    show();
    remember();
    byId("found").scrollIntoView();
  }

  // ---- what is pressed ----
  function sortBy(column) {
    if (shown.sort !== column.name) return choose({ sort: column.name, down: Boolean(column.number) });
    const isFirst = shown.down === Boolean(column.number);
    choose(isFirst ? { down: !shown.down } : { sort: "", down: false });
  }

  for (const column of columns) {
    column.head = element("th", { role: "columnheader", scope: "col", ...(column.number && { class: "number" }) });
    const label = element(column.value ? "button" : "span", {}, column.title);
    if (column.value) {
      label.type = "button";
      label.append(element("span", { class: "order", "aria-hidden": "true" }));
      label.addEventListener("click", () => sortBy(column));
    } else {
      label.className = "plain";
    }
    column.head.append(label);
    byId("columns").append(column.head);
  }

  byId("filter-report").append(element("option", { value: "" }, "все"),
    ...data.reports.map((title, place) => element("option", { value: place }, title)));
  byId("filter-state").append(element("option", { value: "" }, "все"),
    ...data.states.filter(({ count }) => count).map(({ name, label, count }) => element("option", { value: name }, `${label} (${number(count)})`)));
  for (const total of document.querySelectorAll(".total[data-state]:not(.none)")) {
    const button = element("button", { class: total.className, "data-state": total.dataset.state, type: "button" }, ...total.childNodes);
    button.addEventListener("click", () => {
      choose({ state: shown.state === button.dataset.state ? "" : button.dataset.state });
    });
    total.replaceWith(button);
  }
  byId("filter-report").addEventListener("change", (event) => choose({ report: event.target.value }));
  byId("filter-state").addEventListener("change", (event) => choose({ state: event.target.value }));
  byId("filter-text").addEventListener("input", (event) => choose({ text: event.target.value }));
  byId("filter").addEventListener("submit", (event) => event.preventDefault());
  byId("filter").addEventListener("reset", (event) => {
    event.preventDefault();
    choose({ report: "", state: "", text: "", sort: "", down: false });
    byId("filter-text").focus();
  });
  byId("previous").addEventListener("click", () => turn(-1));
  byId("next").addEventListener("click", () => turn(1));
  addEventListener("beforeprint", () => {
    for (const rest of document.querySelectorAll(".box.bad details")) rest.open = true;
    show({ whole: true });
  });
  addEventListener("afterprint", () => show());
  addEventListener("hashchange", () => { recall(); show(); });

  byId("filter").hidden = false;
  byId("list").hidden = false;
  recall();
  show();
})();
