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
  const focused: Focused[] = [];
  let way = follow(focused, count);
  // Whatever is left over after twice as many steps as there are stops is behind a trap.
  while (!way.isDone && focused.length < 2 * count + 2) {
    const steps = focused.length === 0 ? count + 1 : Math.ceil(count / 8) + 1;
    focused.push(...(await pressTab(page, steps)));
    way = follow(focused, count);
  }
  const { reached, trap } = way;
  const names = await page.evaluate(stopNames);
  const name = (stop: string) => names[Number(stop)] ?? stop;
  return {
    missed: names.filter((_, stop) => !reached.has(String(stop))),
    unseen: [...reached].filter(([, isShown]) => !isShown).map(([stop]) => name(stop)),
    trap,
  };
}

/** Which stops the focus came to, and whether they showed it, until it was around or stayed. */
function follow(focused: Focused[], count: number) {
  const reached = new Map<string, boolean>();
  let last = "";
  for (const { stop, name, isShown } of focused) {
    if (stop !== "" && stop === last) return { reached, trap: name, isDone: true };
    const isNew = stop !== "" && !reached.has(stop);
    if (!isNew && reached.size >= count) return { reached, trap: undefined, isDone: true };
    if (stop === "") continue;
    reached.set(stop, (reached.get(stop) ?? true) && isShown);
    last = stop;
  }
  return { reached, trap: undefined, isDone: false };
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

interface Focused {
  stop: string;
  name: string;
  isShown: boolean;
}

/** Where each of so many presses leads: the page notes it at the next press, before anything else. */
async function pressTab(page: Page, times: number): Promise<Focused[]> {
  const notes = await page.evaluateHandle(noteFocus);
  for (let i = 0; i < times; i++) await page.keyboard.press("Tab");
  return notes.evaluate((notes) => notes.end());
}

function noteFocus(): { end: () => Focused[] } {
  const notes: Focused[] = [];
  const note = () => notes.push(focused());
  addEventListener("keydown", note, true);
  return {
    end: () => {
      removeEventListener("keydown", note, true);
      note();
      // The first is from before the first press.
      return notes.slice(1);
    },
  };

  function focused(): Focused {
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
}
