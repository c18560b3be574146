import type { IncomingMessage, ServerResponse } from "node:http";

/** The script that every page runs while it is edited. */
export const reloadScript = "/__dev/reload.js";

const eventsAddress = "/__dev/events";

/** Tells open pages that they changed. */
export interface LiveReload {
  /** Answers what is below `/__dev/` and says whether it did. */
  answer(request: IncomingMessage, response: ServerResponse): boolean;
  /** Names pages that changed, by their paths from the root of the site. */
  tell(pages: readonly string[]): void;
}

export function liveReload(): LiveReload {
  const readers = new Set<ServerResponse>();
  return {
    answer({ url }, response) {
      if (url === reloadScript) {
        response.writeHead(200, { "Content-Type": "text/javascript", "Cache-Control": "no-store" });
        response.end(script);
        return true;
      }
      if (url !== eventsAddress) return false;
      response.writeHead(200, { "Content-Type": "text/event-stream", "Cache-Control": "no-store" });
      response.write(": hello\n\n");
      readers.add(response);
      response.once("close", () => readers.delete(response));
      return true;
    },
    tell(pages) {
      for (const reader of readers) {
        reader.write(`event: pages\ndata: ${JSON.stringify(pages)}\n\n`);
      }
    },
  };
}

/**
 * Runs in the browser. A page is loaded again when it changed, or when the server came back, and shows the same place
 * again; one that is still being drawn is scrolled until it is long enough or the reader does something. A place is kept
 * for every element that is scrolled, by the way down to it: not every page scrolls as a whole.
 */
const script = `(() => {
  const key = "dev-scroll " + location.pathname;
  const wayTo = (element) =>
    element.parentElement === null ? [] : [...wayTo(element.parentElement), [...element.parentElement.children].indexOf(element)];
  const find = (way) => way.reduce((element, index) => element?.children[index], document.documentElement);

  const kept = sessionStorage.getItem(key);
  if (kept !== null) {
    sessionStorage.removeItem(key);
    const places = JSON.parse(kept);
    const end = performance.now() + 3000;
    let isOver = false;
    for (const event of ["wheel", "touchstart", "pointerdown", "keydown"]) addEventListener(event, () => (isOver = true), { once: true });
    const restore = () => {
      if (isOver || performance.now() > end) return;
      for (const { way, left, top } of places) {
        const element = find(way);
        if (element && Math.abs(element.scrollTop - top) > 1) element.scrollTo({ left, top, behavior: "instant" });
      }
      requestAnimationFrame(restore);
    };
    restore();
  }

  const reload = () => {
    const scrolled = [...document.querySelectorAll("*")].filter((it) => it.scrollTop > 0 || it.scrollLeft > 0);
    const places = scrolled.map((it) => ({ way: wayTo(it), left: it.scrollLeft, top: it.scrollTop }));
    sessionStorage.setItem(key, JSON.stringify(places));
    location.reload();
  };
  const here = location.pathname.slice(1) + (location.pathname.endsWith("/") ? "index.html" : "");
  const events = new EventSource("${eventsAddress}");
  let wasLost = false;
  events.onerror = () => (wasLost = true);
  events.onopen = () => wasLost && reload();
  events.addEventListener("pages", ({ data }) => JSON.parse(data).includes(here) && reload());
})();
`;
