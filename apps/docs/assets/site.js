// What every page starts with; the rest is loaded when a reader uses it.
(() => {
  const here = document.currentScript.src;
  const load = (name) => import(new URL(name, here));
  // Where a browser keeps nothing, asking for it throws.
  let storage;
  try {
    storage = localStorage;
  } catch {}

  // On plain http a browser has no clipboard to write to, but still copies what is selected.
  const copied = async (text) => {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      const area = document.createElement("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      const isDone = document.execCommand("copy");
      area.remove();
      return isDone;
    }
  };

  for (const pre of document.querySelectorAll("main pre")) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    const text = pre.textContent;
    button.addEventListener("click", async () => {
      const isCopied = await copied(text);
      button.textContent = isCopied ? "Copied" : "Select and copy";
      setTimeout(() => {
        button.textContent = "Copy";
      }, 2000);
    });
    const frame = document.createElement("div");
    frame.className = "copyable";
    pre.replaceWith(frame);
    frame.append(pre, button);
  }

  // A link to the place itself, to be copied.
  for (const place of document.querySelectorAll("main :is(h2, h3, h4, li[data-parameter])[id]")) {
    const anchor = document.createElement("a");
    anchor.className = "anchor";
    anchor.href = `#${place.id}`;
    anchor.ariaLabel = `Link to ${place.dataset.parameter ?? place.textContent}`;
    (place.querySelector(".name") ?? place.lastChild).after(anchor);
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

  const theme = document.querySelector(".theme-button");
  if (theme !== null && storage) {
    const key = "redoc.colorMode";
    const modes = ["auto", "light", "dark"];
    const show = (mode) => {
      theme.textContent = `Theme: ${mode}`;
      document.documentElement.classList.remove("light", "dark");
      if (mode !== "auto") document.documentElement.classList.add(mode);
    };
    const kept = () => {
      const mode = storage.getItem(key);
      return modes.includes(mode) ? mode : "auto";
    };
    theme.addEventListener("click", () => {
      const mode = modes[(modes.indexOf(kept()) + 1) % modes.length];
      if (mode === "auto") storage.removeItem(key);
      else storage.setItem(key, mode);
      show(mode);
    });
    show(kept());
    theme.hidden = false;
  }

  // A page opened from disk may not load further scripts.
  if (location.protocol === "file:") {
    for (const note of document.querySelectorAll("[data-from-disk]")) note.hidden = false;
    // Only a server shows the page of a folder.
    for (const link of document.querySelectorAll("a[href]")) {
      if (link.pathname.endsWith("/")) link.pathname += "index.html";
    }
    return;
  }

  // Redoc's pages have a search of their own.
  const search = document.querySelector(".search-button");
  if (search !== null) {
    const openSearch = async () => (await load("search.js")).openSearch(document.body.dataset.root);
    search.hidden = false;
    search.addEventListener("click", openSearch);
    document.addEventListener("keydown", (event) => {
      const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
      const isCommand = event.ctrlKey || event.metaKey;
      // A key without Ctrl can be switched off, since a voice or a cat may press it (WCAG 2.1.4).
      const isSlash =
        event.key === "/" && !isTyping && !isCommand && storage?.getItem("slash") !== "off";
      if (event.altKey || !(isSlash || (isCommand && event.key.toLowerCase() === "k"))) return;
      event.preventDefault();
      openSearch();
    });
  }

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
