import { describe, expect, test } from "vitest";
import { authFile } from "../../src/emit/client/auth.ts";
import { basicAuthFile } from "../../src/emit/client/basic-auth.ts";
import { modelOf } from "../small-api.ts";

const auth = (scheme: string) =>
  authFile(modelOf(`components: { securitySchemes: { Key: ${scheme} } }`));

test.each([
  ["{ type: apiKey, in: header, name: X-Key }", 'headerAuth("pictures", "X-Key", secret)'],
  ["{ type: apiKey, in: query, name: key }", 'queryAuth("pictures", "key", secret)'],
  [
    "{ type: apiKey, in: cookie, name: session }",
    'headerAuth("pictures", "Cookie", secret, "session=")',
  ],
  ["{ type: http, scheme: bearer }", 'headerAuth("pictures", "Authorization", secret, "Bearer ")'],
  [
    "{ type: http, scheme: bearer, x-cookie: token }",
    'secret: Secret = secretCookie("key", "token")',
  ],
])("%s is made by %s", (scheme, code) => {
  expect(auth(scheme)).toContain(code);
});

test("an API without credentials has a type of them all the same", () => {
  expect(authFile(modelOf("paths: {}"))).toContain('export type PicturesAuth = Auth<"pictures">;');
});

describe("HTTP Basic", () => {
  const api = (name: string, basic: string) => ({
    ...modelOf(
      `components: { securitySchemes: { Basic: { type: http, scheme: basic, ${basic} } } }`,
    ),
    api: name,
    name,
  });

  test("tells APIs apart by the names of their secrets", () => {
    const text = basicAuthFile([
      api("A", "x-fern-basic: { password: { name: hash } }"),
      api("B", "description: ''"),
    ]);
    expect(text).toContain('basicAuth(credentials: AUser): Auth<"A">;');
    expect(text).toContain('basicAuth(credentials: BUser): Auth<"B">;');
    expect(text).toContain('if ("hash" in credentials)');
  });

  test("of the same names fits each of them", () => {
    const text = basicAuthFile([api("A", "description: ''"), api("B", "description: ''")]);
    expect(text).toContain("basicAuth(credentials: AUser & BUser): Auth<never>;");
  });

  test("that no API has is not offered", () => {
    expect(basicAuthFile([modelOf("paths: {}")])).not.toContain("function basicAuth");
  });
});
