import { demoCredentials, type OpenApiDocument, securityScheme } from "@image-apis/spec";
import { CannotRunError } from "./cannot-run-error.ts";
import type { ConformanceOptions } from "./options.ts";

/** Where the secret of a security scheme comes from. */
export interface SecretSource {
  scheme: string;
  /** The variable that holds it, or would hold it. */
  variable: string;
  /** `made up` where the variable is not set: good enough for a mock. */
  from: "environment" | "made up";
}

/** The credentials of a run; the secrets never leave it but in requests. */
export interface Credentials {
  /** Of the schemes that sign in. */
  sources: readonly SecretSource[];
  /** The headers that sign in with some schemes together. */
  headers(schemes: readonly string[]): Record<string, string>;
  /** The value to send in a JSON body in place of a documented one. */
  bodyValue(property: string): string | undefined;
  /** Everything that must not be printed. */
  secrets: readonly string[];
}

/**
 * Reads the secret of every security scheme of a document from the environment.
 *
 * @throws CannotRunError For one that no request can carry.
 */
export function readCredentials(
  document: OpenApiDocument,
  { api, auth, environment }: Pick<ConformanceOptions, "api" | "auth" | "environment">,
): Credentials {
  const names = Object.keys(document.components.securitySchemes ?? {});
  const used = names.filter((name) => auth === undefined || auth.includes(name));
  const secretOf = (name: string) => environment[variableOf(api, name)] || undefined;
  const found: string[] = [];
  const note = (secret: string) => {
    found.push(secret);
    return secret;
  };
  const byScheme = new Map(
    names.map((name) => {
      const secret = secretOf(name);
      const scheme = securityScheme(document, name);
      if (secret === undefined) return [name, demoCredentials(scheme)];
      const isBasic = scheme.type === "http" && scheme.scheme.toLowerCase() === "basic";
      failOnUnusable(variableOf(api, name), secret, isBasic);
      note(secret);
      if (scheme.type === "apiKey" && scheme.in === "cookie") {
        return [name, { Cookie: `${scheme.name}=${secret}` }];
      }
      if (scheme.type === "apiKey") return [name, { [scheme.name]: secret }];
      if (!isBasic) {
        const word = scheme.scheme === "bearer" ? "Bearer" : scheme.scheme;
        return [name, { Authorization: `${word} ${secret}` }];
      }
      note(secret.slice(secret.indexOf(":") + 1));
      return [name, { Authorization: `Basic ${note(Buffer.from(secret).toString("base64"))}` }];
    }),
  );
  return {
    sources: used.map((scheme) => ({
      scheme,
      variable: variableOf(api, scheme),
      from: secretOf(scheme) === undefined ? "made up" : "environment",
    })),
    headers: (schemes) => Object.assign({}, ...schemes.map((name) => byScheme.get(name))),
    bodyValue(property) {
      const value = secretOf(property);
      return value === undefined ? undefined : note(value);
    },
    secrets: found,
  };
}

/** Without the value: it is a secret. */
function failOnUnusable(variable: string, secret: string, isBasic: boolean): void {
  if (/\p{Cc}/u.test(secret) || (!isBasic && /[^ -~]/.test(secret))) {
    const characters = isBasic ? "printable" : "printable ASCII";
    throw new CannotRunError(`${variable} is to be one line of ${characters} characters.`);
  }
  if (isBasic && !secret.includes(":")) {
    throw new CannotRunError(`${variable} is to be user:password.`);
  }
}

/** `IMAGE_APIS_CAPILLARY_OAUTH` for the scheme `OAuth` of the API `capillary`. */
export function variableOf(api: string, name: string): string {
  return `IMAGE_APIS_${api}_${name}`.replaceAll(/[^A-Za-z0-9]+/g, "_").toUpperCase();
}
