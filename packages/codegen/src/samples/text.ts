type Line = string | false | undefined | readonly Line[];

/** A text of lines; what is false or undefined is left out. Ends with a line break. */
export function lines(...all: Line[]): string {
  return `${flat(all).join("\n")}\n`;
}

function flat(all: readonly Line[]): string[] {
  return all.flatMap((it) =>
    it === false || it === undefined ? [] : typeof it === "string" ? [it] : flat(it),
  );
}

/** A text as a literal that TypeScript, Python and C# read alike. */
export function literal(text: string): string {
  // JSON leaves these two as they are, where C# ends a line.
  return JSON.stringify(text).replace(
    /[\u007f-\u009f\u2028\u2029]/g,
    (it) => `\\u${it.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/**
 * `front.png` as the name of a variable: `front`; a second one of that name is `front2`.
 *
 * @param reserved Names that mean something else in the program.
 */
export function variableNames(
  names: readonly string[],
  reserved: readonly string[] = [],
): string[] {
  const taken = new Map(reserved.map((name) => [name, 1]));
  return names.map((name) => {
    const words = name
      .replace(/\.\w+$/, "")
      .split(/[^A-Za-z\d]+/)
      .filter(Boolean);
    const camel = words
      .map((word, i) => (i === 0 ? word : word.slice(0, 1).toUpperCase() + word.slice(1)))
      .join("");
    const variable = /^[a-z]/i.test(camel) ? camel : `file${camel}`;
    const times = (taken.get(variable) ?? 0) + 1;
    taken.set(variable, times);
    return times === 1 ? variable : `${variable}${times}`;
  });
}
