// What every page starts with; the rest is loaded when a reader uses it.
(() => {
  const here = document.currentScript.src;
  const load = (name) => import(new URL(name, here));
  // Where a browser keeps nothing, asking for it throws.
  let storage;
  try {
    storage = localStorage;
  } catch {}

  for (const pre of document.querySelectorAll("pre[data-copy]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    const text = pre.textContent;
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(text);
      button.textContent = "Copied";
      setTimeout(() => {
        button.textContent = "Copy";
      }, 2000);
    });
    const frame = document.createElement("div");
    frame.className = "copyable";
    pre.replaceWith(frame);
    frame.append(pre, button);
  }

  // The samples of a request become tabs; the language that was chosen last stays, on other pages as well.
  const sets = [...document.querySelectorAll("[data-tabs]")];
  const choose = (language) => {
    for (const set of sets) {
      if (!set.querySelector(`[data-tab="${language}"]`)) continue;
      for (const tab of set.querySelectorAll("[data-tab]")) tab.open = tab.dataset.tab === language;
      for (const button of set.querySelectorAll(".tabs button")) {
        button.setAttribute("aria-pressed", button.value === language);
      }
    }
  };
  for (const set of sets) {
    const buttons = document.createElement("div");
    buttons.className = "tabs";
    buttons.role = "group";
    buttons.ariaLabel = "Language";
    for (const tab of set.querySelectorAll("[data-tab]")) {
      const button = document.createElement("button");
      button.type = "button";
      button.value = tab.dataset.tab;
      button.textContent = tab.querySelector("summary").textContent;
      button.setAttribute("aria-pressed", tab.open);
      button.addEventListener("click", () => {
        const before = button.getBoundingClientRect().top;
        choose(button.value);
        // The samples above may be longer or shorter now.
        scrollBy(0, button.getBoundingClientRect().top - before);
        storage?.setItem("language", button.value);
      });
      buttons.append(button);
    }
    set.prepend(buttons);
    set.classList.add("tabbed");
  }
  choose(storage?.getItem("language"));

  // A page opened from disk may not load further scripts.
  if (location.protocol === "file:") {
    for (const note of document.querySelectorAll("[data-from-disk]")) note.hidden = false;
    // Only a server shows the page of a folder.
    for (const link of document.querySelectorAll("a[href]")) {
      if (link.pathname.endsWith("/")) link.pathname += "index.html";
    }
    return;
  }

  const search = document.querySelector(".search-button");
  const openSearch = async () => (await load("search.js")).openSearch(document.body.dataset.root);
  search.hidden = false;
  search.addEventListener("click", openSearch);
  document.addEventListener("keydown", (event) => {
    const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    openSearch();
  });

  for (const place of document.querySelectorAll("[data-try]")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "button";
    button.textContent = "Try it on the mock";
    button.addEventListener("click", async () => {
      const address = new URL(place.dataset.try, location.href);
      (await load("try.js")).openForm(place, address);
    });
    place.append(button);
    place.hidden = false;
  }
})();
