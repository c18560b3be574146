import MiniSearch from "./minisearch.js";

let dialog;

/** Opens the search, and gets the index the first time. */
export async function openSearch(root) {
  dialog ??= makeDialog(root);
  if (!dialog.open) dialog.showModal();
  dialog.querySelector("input").select();
}

function makeDialog(root) {
  const made = document.createElement("dialog");
  made.className = "search";
  made.setAttribute("aria-label", "Search");
  made.innerHTML = `<form method="dialog"><label for="search-words">Search guides, operations, parameters and errors</label>
<div class="search-row"><input id="search-words" type="search" autocomplete="off" spellcheck="false"><button>Close</button></div></form>
<label class="search-key"><input type="checkbox"> Open the search with the <kbd>/</kbd> key, too</label>
<p role="status" class="type"></p><ol class="search-results"></ol>`;
  document.body.append(made);
  const input = made.querySelector("input");
  const slash = made.querySelector("[type=checkbox]");
  // Where a browser keeps nothing, asking for it throws.
  try {
    slash.checked = localStorage.getItem("slash") !== "off";
    slash.addEventListener("change", () => {
      localStorage.setItem("slash", slash.checked ? "on" : "off");
    });
  } catch {
    slash.parentElement.hidden = true;
  }
  const status = made.querySelector("[role=status]");
  const list = made.querySelector("ol");
  const index = loadIndex(root);
  index.catch(() => {
    status.textContent = "The index could not be loaded.";
  });
  const show = async () => {
    const words = input.value.trim();
    const library = await index;
    const options = {
      prefix: (term) => term.length > 2,
      // A code that is nearly right is another code, and so is a short name.
      fuzzy: (term) => (/\d/.test(term) || term.length < 6 ? false : 0.2),
      boost: { title: 4, names: 6, page: 2 },
      boostDocument: (_id, _term, { weight }) => weight,
    };
    let found = library.search(words, { ...options, combineWith: "AND" });
    if (found.length === 0) found = library.search(words, options);
    if (words !== input.value.trim()) return;
    list.replaceChildren(...found.slice(0, 12).map((hit) => resultItem(root, hit)));
    status.textContent = words === "" ? "" : `${found.length} found`;
    made.dataset.for = words;
  };
  input.addEventListener("input", show);
  made.addEventListener("keydown", (event) => moveInList(event, made));
  // Without this Enter would close the dialog instead of going to the first result.
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    list.querySelector("a")?.click();
  });
  // A link to this page's own anchor does not leave the page.
  list.addEventListener("click", () => made.close());
  return made;
}

async function loadIndex(root) {
  const response = await fetch(`${root}search/index.json`);
  const { options, words, index } = await response.json();
  const separators = new RegExp(words.separators);
  const parts = new RegExp(words.parts);
  const tokenize = (text) =>
    text.split(separators).flatMap((word) => {
      const pieces = word.split(parts);
      return pieces.length > 1 ? [word, ...pieces] : [word];
    });
  // What a reader types is one word, or several with spaces between.
  const searchOptions = { tokenize: (text) => text.split(/\s+/) };
  return MiniSearch.loadJS(index, { ...options, tokenize, searchOptions });
}

function resultItem(root, { address, title, page, text, terms }) {
  const item = document.createElement("li");
  const anchor = document.createElement("a");
  anchor.href = root + address;
  anchor.textContent = title;
  const where = document.createElement("span");
  where.className = "type";
  where.textContent = page;
  anchor.append(" ", where);
  anchor.append(excerpt(text, terms));
  item.append(anchor);
  return item;
}

/** The words around the first hit, which are marked. */
function excerpt(text, terms) {
  const made = document.createElement("span");
  made.className = "excerpt";
  const found = new RegExp(
    `(${terms.map((term) => term.replace(/[^\w\s]/g, "\\$&")).join("|")})`,
    "i",
  );
  const at = Math.max(0, text.search(found));
  const start = at < 60 ? 0 : text.indexOf(" ", at - 50) + 1;
  const piece = (start > 0 ? "… " : "") + text.slice(start, start + 140);
  for (const [i, words] of piece.split(new RegExp(found, "gi")).entries()) {
    if (i % 2 === 0) made.append(words);
    else made.append(Object.assign(document.createElement("mark"), { textContent: words }));
  }
  return made;
}

function moveInList(event, made) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [made.querySelector("[type=search]"), ...made.querySelectorAll("ol a")];
  const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
  stops[Math.max(0, Math.min(next, stops.length - 1))].focus();
  event.preventDefault();
}
