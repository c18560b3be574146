import type { Page } from "playwright-core";

/** What a reader without a mouse meets on a page. */
export interface Tour {
  /** Elements that can be clicked and were never reached. */
  missed: string[];
  /** Elements that were reached and do not show it. */
  unseen: string[];
  /** The element that Tab did not leave any more, if there is one. */
  trap: string | undefined;
}

/** Presses Tab until it has been around the page, once more where the page changed meanwhile. */
export async function tour(page: Page): Promise<Tour> {
  const first = await round(page);
  return first.missed.length > 0 ? round(page) : first;
}

async function round(page: Page): Promise<Tour> {
  const count = await page.evaluate(markStops);
  const reached = new Map<string, boolean>();
  let trap: string | undefined;
  let last = "";
  // Whatever is left over after twice as many steps as there are stops is behind a trap.
  for (let step = 0; step < 2 * count + 2 && trap === undefined; step++) {
    await page.keyboard.press("Tab");
    const { stop, name, isShown } = await page.evaluate(focusedStop);
    if (stop === "") {
      if (reached.size >= count) break;
      continue;
    }
    if (stop === last) trap = name;
    if (reached.has(stop) && reached.size >= count) break;
    reached.set(stop, (reached.get(stop) ?? true) && isShown);
    last = stop;
  }
  const names = await page.evaluate(stopNames);
  const name = (stop: string) => names[Number(stop)] ?? stop;
  return {
    missed: names.filter((_, stop) => !reached.has(String(stop))),
    unseen: [...reached].filter(([, isShown]) => !isShown).map(([stop]) => name(stop)),
    trap,
  };
}

/** Numbers everything that a mouse could use, in the page; returns how many there are. */
function markStops(): number {
  const native = "a[href], button, input, select, textarea, summary, [tabindex='0']";
  const isVisible = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const stops = Array.from(document.querySelectorAll<HTMLElement>(`${native}, body *`)).filter(
    (element) => {
      if (!isVisible(element) || element.closest("[inert], :disabled")) return false;
      // Of the tabs of a list one is a stop; arrows lead to the others.
      if (element.matches("[role=tab][aria-selected=false]")) return false;
      // A button within a link does what the link does.
      if (element.parentElement?.closest("a[href], button")) return false;
      if (element.matches(native)) return true;
      // A hand as the cursor promises that a click does something.
      const isClickable = getComputedStyle(element).cursor === "pointer";
      return isClickable && element.closest(`${native}, label`) === null && !hasStop(element);
    },
  );
  // A stop within another that promises the same is one stop; so is what inherits the cursor.
  function hasStop(element: Element): boolean {
    const parent = element.parentElement;
    const isInherited = parent !== null && getComputedStyle(parent).cursor === "pointer";
    return isInherited || element.querySelector(native) !== null;
  }
  for (const old of Array.from(document.querySelectorAll<HTMLElement>("[data-stop]"))) {
    delete old.dataset.stop;
  }
  for (const [i, stop] of stops.entries()) stop.dataset.stop = String(i);
  return stops.length;
}

function stopNames(): string[] {
  return Array.from(document.querySelectorAll<HTMLElement>("[data-stop]"))
    .sort((a, b) => Number(a.dataset.stop) - Number(b.dataset.stop))
    .map((element) => element.outerHTML.slice(0, 160));
}

function focusedStop(): { stop: string; name: string; isShown: boolean } {
  const element = document.activeElement as HTMLElement | null;
  if (element === null || element === document.body) return { stop: "", name: "", isShown: true };
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
  const isOutlined = outlineStyle !== "none" && Number.parseFloat(outlineWidth) > 0;
  return {
    stop: element.dataset.stop ?? "",
    name: element.outerHTML.slice(0, 160),
    isShown: isOutlined || boxShadow !== "none",
  };
}
