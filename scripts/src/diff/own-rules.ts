import type { Size } from "./change.ts";
import type { Difference } from "./difference.ts";
import type { Usage } from "./usage.ts";

/** What a difference means; `undefined` where it is for oasdiff to say. */
export type Assessment = { size: Size; text: string } | undefined;

const words = new Set([
  "description",
  "summary",
  "title",
  "examples",
  "example",
  "contact",
  "license",
  "externalDocs",
]);

/** How a part of a form is written. */
const encodings = new Set(["contentType", "style", "explode", "allowReserved"]);

/** Limits by keyword: whether a larger value allows more. */
const limits: Record<string, "upper" | "lower"> = {
  maxItems: "upper",
  minItems: "lower",
  maxBytes: "upper",
  minBytes: "lower",
  maxFiles: "upper",
  minFiles: "lower",
};

/** Assesses what oasdiff passes over: words, limits of lists and files, styles, servers, bodies, responses, security, extensions. */
export function assess(difference: Difference, usage: Usage): Assessment {
  const { path, before, after } = difference;
  const last = path.at(-1) ?? "";
  const assessment =
    errorCode(difference) ??
    documentation(difference) ??
    (last in limits ? limit(difference, usage) : undefined);
  if (assessment !== undefined) return assessment;
  if (encodings.has(last)) {
    return breaking(
      `${nameOf(path)} travels another way: ${last} was ${said(before)}, is ${said(after)}`,
    );
  }
  if (last === "servers") return listed("server", servers(before), servers(after));
  if (last === "security")
    return listed("way to sign in", alternatives(before), alternatives(after));
  if (path[1] === "securitySchemes") {
    if (before === undefined) return additive(`the security scheme ${path[2]} is new`);
    return breaking(
      `the security scheme ${path[2]} is another one: ${last} was ${said(before)}, is ${said(after)}`,
    );
  }
  // Generated clients name their methods so.
  if (last === "operationId")
    return breaking(`it is called ${said(after)}, no longer ${said(before)}`);
  if (path.at(-2) === "responses" && after === undefined) {
    return breaking(`the response ${last} is no longer documented`);
  }
  if (last === "mediaTypes" || path.at(-2) === "mediaTypes") {
    return breaking(`the kinds of files changed: ${said(before)} became ${said(after)}`);
  }
  return undefined;
}

/** What a reader calls it. */
const names: Record<string, string> = {
  externalDocs: "the link to the vendor's page",
  tags: "the list of tags",
};

function documentation({ path, before, after }: Difference): Assessment {
  const last = path.at(-1) ?? "";
  const inText = path.some((token, index) => words.has(token) && path[index - 1] !== "properties");
  const isText = inText || path[0] === "info" || path[0] === "tags" || last === "tags";
  if (!isText && !path.some((token) => token.startsWith("x-tag"))) return undefined;
  const at = path.find((token, index) => words.has(token) && path[index - 1] !== "properties");
  const example = at === "examples" ? path.indexOf("examples") + 1 : undefined;
  const what =
    example === undefined
      ? (names[at ?? last] ?? at ?? last)
      : `the example ${path[example] ?? ""}`;
  // A part of an example comes or goes: the example itself was there before, and stays.
  const isWhole = example === undefined || path.length <= example + 1;
  const did =
    before === undefined && isWhole
      ? "is new"
      : after === undefined && isWhole
        ? "is gone"
        : "says something else";
  return {
    size: "documentation",
    text: `${what.trim()} ${did}${nameOf(path) === "" ? "" : ` (${nameOf(path)})`}`,
  };
}

/** A code that clients look for stands at an example, but it is more than a word. */
function errorCode({ path, before, after }: Difference): Assessment {
  const index = path.findIndex((token) => token === "x-error-code" || token === "x-when");
  const isWhole = path.at(-2) === "examples";
  const codeOf = (value: unknown) =>
    (value as { "x-error-code"?: number } | undefined)?.["x-error-code"];
  if (isWhole && (codeOf(before) ?? codeOf(after)) !== undefined) {
    return before === undefined
      ? additive(`the error code ${codeOf(after)} is new`)
      : breaking(`the error code ${codeOf(before)} is no longer documented`);
  }
  if (index < 0) return undefined;
  const what = path[index] === "x-when" ? "condition" : "error code";
  const place = path[path.indexOf("examples") + 1];
  return breaking(`the ${what} of ${place} was ${said(before)}, is ${said(after)}`);
}

function limit({ path, before, after }: Difference, { isSent, isReceived }: Usage): Assessment {
  const last = path.at(-1) ?? "";
  const text = `${nameOf(path)} ${last} was ${said(before)}, is ${said(after)}`.trim();
  const isUpper = limits[last] === "upper";
  const open = isUpper ? Number.POSITIVE_INFINITY : 0;
  const [old, now] = [Number(before ?? open), Number(after ?? open)];
  const isTighter = isUpper ? now < old : now > old;
  const mayBreak = isTighter ? isSent || !isReceived : isReceived;
  return mayBreak ? breaking(text) : additive(text);
}

function listed(what: string, before: string[], after: string[]): Assessment {
  const gone = before.filter((it) => !after.includes(it));
  const added = after.filter((it) => !before.includes(it));
  if (gone.length > 0) {
    const instead = added.length > 0 ? `; new: ${added.join(", ")}` : "";
    return breaking(`no longer a ${what}: ${gone.join(", ")}${instead}`);
  }
  if (added.length > 0) return additive(`a further ${what}: ${added.join(", ")}`);
  return { size: "documentation", text: `the order or the words of each ${what} changed` };
}

interface Server {
  url: string;
  variables?: Record<string, { default: string; enum?: string[] }>;
}

/** `https://{host} (host is a.example)`: a caller who sets no variable talks to its default. */
const servers = (value: unknown) =>
  ((value ?? []) as Server[]).map(({ url, variables = {} }) => {
    const used = Object.entries(variables).filter(([name]) => url.includes(`{${name}}`));
    const values = used.map(([name, variable]) => {
      const choice = variable.enum === undefined ? "" : ` of ${variable.enum.join(", ")}`;
      return `${name} is ${variable.default}${choice}`;
    });
    return values.length === 0 ? url : `${url} (${values.join("; ")})`;
  });

/** `Basic`, or `SOTicket + AppToken` for two together; `nothing` where none is needed. */
const alternatives = (value: unknown) =>
  ((value ?? []) as object[]).map((it) => Object.keys(it).join(" + ") || "nothing");

/** The property, part or parameter that a path is about. */
function nameOf(path: readonly string[]): string {
  const index = Math.max(path.lastIndexOf("properties"), path.lastIndexOf("encoding"));
  if (index >= 0) return path[index + 1] ?? "";
  if (path[0] === "components") return path[2] ?? "";
  const parameter = path.lastIndexOf("parameters");
  return parameter >= 0 ? `parameter ${path[parameter + 1]}` : "";
}

const said = (value: unknown) => (value === undefined ? "not said" : JSON.stringify(value));
const breaking = (text: string): Assessment => ({ size: "breaking", text });
const additive = (text: string): Assessment => ({ size: "additive", text });
