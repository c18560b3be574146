import type { ServerDescription } from "../documented/description.ts";

const serverVariable = /^[A-Za-z0-9._-]+(:\d+)?$/;

/**
 * The address of a documented server, without a slash at its end.
 *
 * @param values The options that set its variables; the document's defaults stand in for those left out.
 * @throws TypeError When a value is more than a name, for example a whole address, or a placeholder was left as it is.
 */
export function serverAddress(
  { url, variables }: ServerDescription,
  values: Readonly<Record<string, string | undefined>>,
): string {
  return url.replace(/\{(\w+)\}/g, (_, name: string) => {
    const [option = name, byDefault = "", isPlaceholder] = variables[name] ?? [];
    const value = values[option] ?? byDefault;
    // Fit for a sample and for nothing else.
    if (isPlaceholder && values[option] === undefined) {
      throw new TypeError(`${option}: pass your own, for example ${byDefault}.`);
    }
    if (!serverVariable.test(value)) {
      throw new TypeError(
        `"${value}" cannot be the ${name} of ${url}: it is a name such as "${byDefault}". ` +
          "For a whole address pass baseUrl.",
      );
    }
    return value;
  });
}

/**
 * Checks an address given in place of the documented servers, and takes the slash off its end.
 *
 * @throws TypeError When it is not the absolute http or https address of a server.
 */
export function baseAddress(baseUrl: string): string {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined;
  if (url === undefined || !/^https?:$/.test(url.protocol)) {
    throw new TypeError(
      `baseUrl: "${baseUrl}" is not an absolute http or https address, for example http://127.0.0.1:4010.`,
    );
  }
  if (url.username !== "" || url.password !== "") {
    throw new TypeError("baseUrl: an address with a user or a password. Pass them as auth.");
  }
  if (url.search !== "" || url.hash !== "") {
    throw new TypeError(
      `baseUrl: "${baseUrl}" has a query or a fragment; an operation adds its own.`,
    );
  }
  return url.href.replace(/\/+$/, "");
}
