import {
  demoCredentials,
  demoSecret,
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
  if (scheme.type === "apiKey") return demoSecret;
  const [value = ""] = Object.values(demoCredentials(scheme));
  const secret = value.slice(value.indexOf(" ") + 1);
  return scheme.scheme.toLowerCase() === "basic"
    ? Buffer.from(secret, "base64").toString("utf8")
    : secret;
}
