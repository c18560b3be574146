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
<p role="status" class="type"></p><ol class="search-results"></ol>`;
  document.body.append(made);
  const input = made.querySelector("input");
  const status = made.querySelector("[role=status]");
  const list = made.querySelector("ol");
  const index = loadIndex(root);
  index.catch(() => {
    status.textContent = "The index could not be loaded.";
  });
  const show = async () => {
    const words = input.value.trim();
    const found = (await index).search(words, {
      prefix: true,
      // A code that is nearly right is another code.
      fuzzy: (term) => (/^\d/.test(term) ? false : 0.15),
      boost: { title: 4, page: 2 },
    });
    if (words !== input.value.trim()) return;
    list.replaceChildren(...found.slice(0, 12).map((hit) => resultItem(root, hit)));
    status.textContent = words === "" ? "" : `${found.length} found`;
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
  const { options, index } = await response.json();
  return MiniSearch.loadJS(index, options);
}

function resultItem(root, { address, title, page }) {
  const item = document.createElement("li");
  const anchor = document.createElement("a");
  anchor.href = root + address;
  anchor.textContent = title;
  const where = document.createElement("span");
  where.className = "type";
  where.textContent = page;
  anchor.append(" ", where);
  item.append(anchor);
  return item;
}

function moveInList(event, made) {
  if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
  const stops = [made.querySelector("input"), ...made.querySelectorAll("ol a")];
  const next = stops.indexOf(document.activeElement) + (event.key === "ArrowDown" ? 1 : -1);
  stops[Math.max(0, Math.min(next, stops.length - 1))].focus();
  event.preventDefault();
}
