import {
  demoCredentials,
  type OpenApiDocument,
  type SecurityScheme,
  securityScheme,
} from "@image-apis/spec";

/** The demo secret of each scheme: what a caller would have, without the words that carry it. */
export function demoSecrets(
  document: OpenApiDocument,
  schemes: readonly string[],
): Record<string, string> {
  return Object.fromEntries(
    schemes.map((name) => [name, secretOf(securityScheme(document, name))]),
  );
}

function secretOf(scheme: SecurityScheme): string {
  const [value = ""] = Object.values(demoCredentials(scheme));
  if (scheme.type === "apiKey" && scheme.in !== "cookie") return value;
  if (scheme.type === "apiKey") return value.slice(value.indexOf("=") + 1);
  const secret = value.slice(value.indexOf(" ") + 1);
  return scheme.scheme.toLowerCase() === "basic"
    ? Buffer.from(secret, "base64").toString("utf8")
    : secret;
}

/** Splits the secret of HTTP Basic at its first colon. */
export function userAndPassword(secret: string): { username: string; password: string } {
  const colon = secret.indexOf(":");
  return { username: secret.slice(0, colon), password: secret.slice(colon + 1) };
}
