import { ClientFile, type ClientValue } from "../request.ts";
import { literal } from "../text.ts";

/**
 * A value as TypeScript, on one line where it is short; what is undefined is left out.
 *
 * @param depth How many levels of two spaces its own line stands in.
 * @param nameOf The variable that holds a file.
 */
export function typescriptCode(
  value: ClientValue,
  depth: number,
  nameOf: (file: ClientFile) => string | undefined = () => undefined,
): string {
  if (value instanceof ClientFile) return nameOf(value) ?? "new Blob([])";
  if (value === null || typeof value !== "object") {
    return typeof value === "string" ? literal(value) : String(value);
  }
  if (isList(value)) return `[${value.map((it) => typescriptCode(it, depth, nameOf)).join(", ")}]`;
  const entries = Object.entries(value)
    .filter(([, it]) => isSaid(it))
    .map(([name, it]) => {
      const text = typescriptCode(it, depth + 1, nameOf);
      return text === name ? name : `${propertyCode(name)}: ${text}`;
    });
  const line = entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
  if (line.length <= 70) return line;
  const indent = "  ".repeat(depth);
  return `{\n${entries.map((it) => `${indent}  ${it},\n`).join("")}${indent}}`;
}

/** The name of a property, in quotes where it needs them. */
export function propertyCode(name: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : literal(name);
}

/** TypeScript does not narrow a readonly list by isArray. */
function isList(value: ClientValue): value is readonly ClientValue[] {
  return Array.isArray(value);
}

/** Groups of options of which none is said are left out as well. */
function isSaid(value: ClientValue): boolean {
  if (value === undefined) return false;
  if (value === null || typeof value !== "object" || value instanceof ClientFile) return true;
  return isList(value) || Object.values(value).some(isSaid);
}
