import { openAsBlob } from "node:fs";

/** The files of a form, from disk. */
export function blobs(paths: string[]): Promise<Blob[]> {
  return Promise.all(paths.map((path) => openAsBlob(path, { type: "image/png" })));
}

/** The form that everybody writes by hand. */
export function formOf(files: readonly Blob[]): FormData {
  const form = new FormData();
  for (const file of files) form.append("file", file, "image.png");
  return form;
}
