import type { Limits } from "@image-apis/spec";
import { type Html, html } from "../html.ts";

const words: {
  [limit in keyof Limits]-?: (value: NonNullable<Limits[limit]>) => string;
} = {
  minBytes: (bytes) => `at least ${size(bytes)} each`,
  maxBytes: (bytes) => `at most ${size(bytes)} each`,
  minFiles: (files) => `at least ${files} ${files === 1 ? "file" : "files"}`,
  maxFiles: (files) => `at most ${files} ${files === 1 ? "file" : "files"}`,
  mediaTypes: (types) => `media types ${types.join(", ")}`,
};

/** The documented limits of a part or a raw body; `marks` say which one it is. */
export function limitList(
  marks: Record<string, string>,
  limits: Limits,
  evidence: (limit: string) => Html,
): Html {
  const names = Object.keys(limits) as (keyof Limits)[];
  return html`<ul class="constraints">
${names.map(
  (name) =>
    html`<li><data ...${marks} data-limit="${name}" value="${JSON.stringify(limits[name])}">${phrase(limits, name)}</data>${evidence(name)}</li> `,
)}</ul>`;
}

/** The limits in words, one phrase each. */
export function limitPhrases(limits: Limits): string[] {
  return (Object.keys(limits) as (keyof Limits)[]).map((name) => phrase(limits, name));
}

function phrase(limits: Limits, name: keyof Limits): string {
  const say = words[name] as ((value: unknown) => string) | undefined;
  if (say === undefined) throw new Error(`x-limits: "${name}" is not a limit the pages can show.`);
  return say(limits[name]);
}

/** 1 KB is 1024 bytes here, as in the documents. */
function size(bytes: number): string {
  const exact = `${bytes.toLocaleString("en-US")} bytes`;
  for (const [unit, factor] of [["MB", 1024 * 1024] as const, ["KB", 1024] as const]) {
    if (bytes % factor === 0) return `${bytes / factor} ${unit} (${exact})`;
  }
  return exact;
}
