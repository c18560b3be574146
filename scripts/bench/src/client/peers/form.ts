import { openAsBlob } from "node:fs";
import { basename } from "node:path";

/** The form that everybody writes by hand. */
export async function form(paths: string[]): Promise<FormData> {
  const body = new FormData();
  for (const path of paths) {
    body.append("file", await openAsBlob(path, { type: "image/png" }), basename(path));
  }
  return body;
}
