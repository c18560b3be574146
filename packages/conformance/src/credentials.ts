import { createHash } from "node:crypto";
import { demoCredentials, type OpenApiDocument, securityScheme } from "@image-apis/spec";
import { CannotRunError } from "./cannot-run-error.ts";
import type { ConformanceOptions } from "./options.ts";
import { secretsIn } from "./own-secrets.ts";

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
  /** Everything that must not be printed: all that the environment holds for this API. */
  secrets: readonly string[];
  /** Not printed either, where a server sends them; your own addresses and values may contain them. */
  userNames: readonly string[];
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
  const userNames: string[] = [];
  const secrets = secretsIn(environment, variableOf(api, ""));
  const byScheme = new Map(
    names.map((name) => {
      const secret = secretOf(name);
      const scheme = securityScheme(document, name);
      if (secret === undefined) return [name, demoCredentials(scheme)];
      const isBasic = scheme.type === "http" && scheme.scheme.toLowerCase() === "basic";
      failOnUnusable(variableOf(api, name), secret, isBasic);
      if (scheme.type === "apiKey" && scheme.in === "cookie") {
        return [name, { Cookie: `${scheme.name}=${secret}` }];
      }
      if (scheme.type === "apiKey") return [name, { [scheme.name]: secret }];
      if (!isBasic) {
        const word = scheme.scheme === "bearer" ? "Bearer" : scheme.scheme;
        return [name, { Authorization: `${word} ${secret}` }];
      }
      const colon = secret.indexOf(":");
      userNames.push(secret.slice(0, colon));
      const password = secret.slice(colon + 1);
      secrets.push(createHash("md5").update(password).digest("hex"));
      return [name, { Authorization: `Basic ${Buffer.from(secret).toString("base64")}` }];
    }),
  );
  return {
    sources: used.map((scheme) => ({
      scheme,
      variable: variableOf(api, scheme),
      from: secretOf(scheme) === undefined ? "made up" : "environment",
    })),
    headers: (schemes) => Object.assign({}, ...schemes.map((name) => byScheme.get(name))),
    bodyValue: secretOf,
    secrets,
    userNames,
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
