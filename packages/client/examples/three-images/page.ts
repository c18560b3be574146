import { createSuperOfficeClient, isApiError } from "@image-apis/client/superoffice";

const client = createSuperOfficeClient({ baseUrl: location.origin });
const chosen = element("files", HTMLInputElement);
const list = element("list", HTMLOListElement);
const upload = element("upload", HTMLButtonElement);
const retry = element("retry", HTMLButtonElement);
const summary = element("summary", HTMLElement);

/** An image on its way, and where the page shows it. */
interface Row {
  personId: number;
  image: File;
  progress: HTMLProgressElement;
  cancel: HTMLButtonElement;
  what: HTMLElement;
  isStored: boolean;
}
let rows: Row[] = [];

chosen.addEventListener("change", () => {
  // The first image is for person 1, the second for person 2, the third for person 3.
  rows = [...(chosen.files ?? [])].slice(0, 3).map((image, index) => addRow(image, index + 1));
  list.replaceChildren(...rows.map(({ progress }) => progress.closest("li") ?? progress));
});
upload.addEventListener("click", () => send(rows));
retry.addEventListener("click", () => send(rows.filter(({ isStored }) => !isStored)));

async function send(some: readonly Row[]): Promise<void> {
  upload.disabled = retry.disabled = true;
  await Promise.all(some.map(sendOne));
  const stored = rows.filter(({ isStored }) => isStored).length;
  summary.textContent = `${stored} of ${rows.length} stored.`;
  upload.disabled = false;
  retry.disabled = stored === rows.length;
}

async function sendOne(row: Row): Promise<void> {
  const { personId, image, progress, cancel, what } = row;
  const controller = new AbortController();
  const end = () => controller.abort();
  cancel.addEventListener("click", end);
  cancel.disabled = false;
  what.textContent = "On its way …";
  try {
    await client.savePersonImage({
      personId,
      image,
      signal: controller.signal,
      onProgress({ loaded, total, attempt }) {
        progress.value = loaded / total;
        if (attempt > 1) what.textContent = `On its way, attempt ${attempt} …`;
      },
    });
    row.isStored = true;
    what.textContent = "Stored.";
  } catch (error) {
    // The message says what was wrong and what to do; a cancelled upload needs no more words.
    const isCancelled = isApiError(error) && error.name === "AbortError";
    what.textContent = isCancelled ? "Cancelled." : String(error);
  } finally {
    cancel.removeEventListener("click", end);
    cancel.disabled = true;
  }
}

function addRow(image: File, personId: number): Row {
  const progress = document.createElement("progress");
  progress.max = 1;
  progress.value = 0;
  progress.ariaLabel = `Upload of ${image.name}`;
  const cancel = document.createElement("button");
  cancel.type = "button";
  cancel.disabled = true;
  cancel.textContent = "Cancel";
  cancel.ariaLabel = `Cancel ${image.name}`;
  const what = document.createElement("span");
  what.className = "what";
  const name = document.createElement("span");
  name.textContent = `Person ${personId}: ${image.name}`;
  document.createElement("li").append(name, progress, cancel, what);
  return { personId, image, progress, cancel, what, isStored: false };
}

function element<Kind extends HTMLElement>(id: string, kind: abstract new () => Kind): Kind {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`The page has no ${kind.name} with the id ${id}.`);
}
