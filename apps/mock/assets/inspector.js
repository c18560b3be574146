/** The list of requests, newest first, and the details of the chosen one. All texts are set as text, never as HTML. */

const most = 500;
/** By id. */
const entries = new Map();
let chosen;
/** The world that is looked at, from the address; empty for the one that is shared. */
const world = new URLSearchParams(location.search).get("world") ?? "";
const inWorld = world === "" ? "" : `?world=${encodeURIComponent(world)}`;

const byId = (id) => document.getElementById(id);
const list = byId("requests");
const filter = byId("filter");
/** What the details are before a request is chosen. */
const noDetails = [...byId("details").children];

function element(name, { className = "", title, ...properties } = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  if (className !== "") made.className = className;
  if (title !== undefined) made.title = visible(title);
  made.append(...children.map((it) => (typeof it === "string" ? visible(it) : it)));
  return made;
}

/** Control characters, and those that turn the direction of a line, as escapes: a name must not look like another. */
function visible(text) {
  return text.replace(
    /(?![\n\t])[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu,
    (character) => `\\u{${character.codePointAt(0).toString(16)}}`,
  );
}

function add(entry) {
  if (entries.has(entry.id)) return;
  entries.set(entry.id, entry);
  list.prepend(row(entry));
  while (entries.size > most) {
    entries.delete(entries.keys().next().value);
    list.lastElementChild.remove();
  }
  refresh();
}

function clear() {
  entries.clear();
  list.replaceChildren();
  chosen = undefined;
  byId("details").replaceChildren(...noDetails);
  refresh();
}

function row(entry) {
  const status = entry.answer === undefined ? "—" : String(entry.answer.status);
  const button = element(
    "button",
    { type: "button" },
    element("time", { dateTime: entry.at }, new Date(entry.at).toTimeString().slice(0, 8)),
    element("span", { className: "method" }, entry.method || "—"),
    element("span", { className: "what", title: entry.target }, entry.operationId ?? entry.target),
    element("span", { className: `verdict ${entry.verdict}` }, entry.verdict),
    element("span", { className: "status" }, status),
  );
  button.addEventListener("click", () => {
    choose(entry.id);
    // On a narrow screen the details are below the list.
    if (matchMedia("(max-width: 60rem)").matches) byId("details").scrollIntoView();
  });
  const item = element("li", {}, button);
  item.dataset.id = entry.id;
  item.dataset.text = JSON.stringify(entry).toLowerCase();
  return item;
}

function refresh() {
  const wanted = filter.value.trim().toLowerCase();
  let shown = 0;
  for (const item of list.children) {
    item.hidden = !item.dataset.text.includes(wanted);
    if (!item.hidden) shown += 1;
  }
  byId("none").hidden = entries.size > 0;
  byId("count").textContent =
    shown === entries.size ? String(shown) : `${shown} of ${entries.size}`;
}

function choose(id) {
  chosen = id;
  for (const item of list.children) {
    const button = item.firstElementChild;
    if (Number(item.dataset.id) === id) button.setAttribute("aria-current", "true");
    else button.removeAttribute("aria-current");
  }
  const panel = byId("details");
  panel.replaceChildren(...details(entries.get(id)));
  panel.scrollTop = 0;
}

function details(entry) {
  const heading = element(
    "h2",
    { id: "details-title" },
    `${entry.method} ${entry.operationId ?? entry.target} `.trimStart(),
    element("span", { className: `verdict ${entry.verdict}` }, entry.verdict),
  );
  const { answer } = entry;
  return [
    heading,
    element("p", { className: "why" }, entry.why),
    ...titled("Broken rules", entry.violations.length > 0 && bullets(entry.violations)),
    ...titled("Notes", entry.notes.length > 0 && bullets(entry.notes)),
    ...titled("Parts", entry.parts.length > 0 && partsTable(entry)),
    ...titled(
      "Response",
      answer !== undefined &&
        pairs({
          Status: answer.status,
          Example: answer.example,
          "Media type": answer.mediaType,
          Size: `${bytes(answer.bytes)} after ${entry.milliseconds} ms`,
        }),
    ),
    ...titled(
      "Request",
      pairs({ Target: entry.target, API: entry.api, Arrived: entry.at, ...entry.headers }),
    ),
  ];
}

function titled(title, content) {
  return content ? [element("h3", {}, title), content] : [];
}

function bullets(texts) {
  return element("ul", {}, ...texts.map((text) => element("li", {}, text)));
}

function pairs(values) {
  const known = Object.entries(values).filter(([, value]) => value !== undefined);
  return element(
    "dl",
    {},
    ...known.flatMap(([name, value]) => [
      element("dt", {}, name),
      element("dd", {}, element("code", {}, String(value))),
    ]),
  );
}

function partsTable({ parts, partsLeftOut }) {
  const number = { className: "number" };
  const rows = parts.map((part) =>
    element(
      "tr",
      {},
      element("td", {}, element("code", {}, part.name ?? "—")),
      element("td", {}, part.filename ?? "—"),
      element("td", {}, part.mediaType ?? "—"),
      element("td", number, part.bytes === undefined ? "—" : bytes(part.bytes)),
      element("td", {}, element("code", {}, part.sha256 ?? "—")),
    ),
  );
  const head = ["Name", "File", "Type", "Size", "SHA-256"].map((title) =>
    element("th", { scope: "col", className: title === "Size" ? "number" : "" }, title),
  );
  const table = element(
    "table",
    {},
    element("thead", {}, element("tr", {}, ...head)),
    element("tbody", {}, ...rows),
  );
  const more = partsLeftOut > 0 ? [element("p", {}, `and ${partsLeftOut} more`)] : [];
  const region = { className: "scroll", role: "region", ariaLabel: "Parts", tabIndex: 0 };
  return element("div", region, table, ...more);
}

function bytes(count) {
  return `${count.toLocaleString("en")} B`;
}

async function read(path) {
  return (await fetch(`/__mock/${path}${inWorld}`)).json();
}

async function readAll() {
  const all = await read("requests");
  entries.clear();
  list.replaceChildren();
  for (const entry of all) add(entry);
  refresh();
  if (entries.has(chosen)) choose(chosen);
  const { apis, documents } = await read("health");
  byId("apis").textContent = apis.join(" · ");
  showDocuments(documents);
  showWorlds(await read("worlds"));
}

function showDocuments({ error }) {
  byId("broken").hidden = error === undefined;
  byId("broken").querySelector("pre").textContent = error ?? "";
}

function showWorlds(worlds) {
  const names = ["", ...worlds.map(({ name }) => name)];
  // The one that is looked at may have ended.
  if (!names.includes(world)) names.push(world);
  byId("worlds").hidden = names.length === 1;
  byId("world").replaceChildren(
    ...names.map((name) =>
      element("option", { value: name, selected: name === world }, name || "(shared)"),
    ),
  );
}

let coverageSoon;
function refreshCoverage() {
  clearTimeout(coverageSoon);
  coverageSoon = setTimeout(showCoverage, 300);
}

async function showCoverage() {
  const { exchanges, operations } = await read("coverage");
  byId("covered").textContent =
    `${exchanges.exercised} of ${exchanges.documented} documented exchanges were sent as documented`;
  byId("operations").replaceChildren(...operations.map(operationCoverage));
}

function operationCoverage({ operationId, calls, exchanges }) {
  const open = exchanges.filter((it) => !it.exercised).map((it) => it.id.split("/").at(-1));
  const done = exchanges.length - open.length;
  return element(
    "li",
    {},
    element("p", {}, `${operationId}: ${done} of ${exchanges.length}, ${calls} calls`),
    element("meter", { max: exchanges.length, value: done, ariaLabel: `${operationId} exercised` }),
    element("p", { className: "missing" }, open.length > 0 ? `Not yet: ${open.join(", ")}` : ""),
  );
}

filter.addEventListener("input", refresh);
byId("world").addEventListener("change", ({ target }) => {
  location.search = target.value === "" ? "" : `?world=${encodeURIComponent(target.value)}`;
});
byId("clear").addEventListener("click", () =>
  fetch(`/__mock/requests${inWorld}`, { method: "DELETE", headers: { "X-Mock-Control": "1" } }),
);
document.addEventListener("keydown", (event) => {
  if (event.key === "/" && event.target !== filter) {
    event.preventDefault();
    filter.focus();
    return;
  }
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  if (event.target !== document.body && !list.contains(event.target)) return;
  const shown = [...list.children].filter((item) => !item.hidden);
  const at = shown.findIndex((item) => item.contains(event.target));
  const next = shown[at + (event.key === "ArrowDown" ? 1 : -1)] ?? shown[Math.max(0, at)];
  if (next === undefined) return;
  event.preventDefault();
  next.firstElementChild.focus();
  choose(Number(next.dataset.id));
});

let turn = Promise.resolve();
/** Events wait for a reading that is under way: what was read before them must not undo them. */
function inTurn(work) {
  turn = turn.then(work).catch((error) => console.error(error));
}

const events = new EventSource(`/__mock/events${inWorld}`);
events.addEventListener("open", () => {
  byId("live").textContent = "live";
  byId("live").classList.add("open");
  inTurn(readAll);
  inTurn(showCoverage);
});
events.addEventListener("error", () => {
  byId("live").textContent = "not connected";
  byId("live").classList.remove("open");
});
events.addEventListener("entry", ({ data }) =>
  inTurn(() => {
    add(JSON.parse(data));
    refreshCoverage();
  }),
);
events.addEventListener("cleared", () => inTurn(clear));
events.addEventListener("worlds", ({ data }) => inTurn(() => showWorlds(JSON.parse(data))));
events.addEventListener("documents", ({ data }) => inTurn(() => showDocuments(JSON.parse(data))));
