import { expect, test } from "vitest";
import { findSecrets } from "../src/secrets.ts";

const base64 = (text: string) => Buffer.from(text).toString("base64");
const webToken = [{ alg: "none" }, { sub: 1 }]
  .map((part) => Buffer.from(JSON.stringify(part)).toString("base64url"))
  .join(".");

/** What it is, what it is taken for, and the text: put together here, so that this file holds nothing live. */
const secrets: [what: string, kind: string, text: string][] = [
  ["Basic", "Basic credentials", `curl -H 'authorization: Basic ${base64("a:b")}'`],
  ["Basic without its scheme", "Basic credentials", base64("someone:something")],
  ["curl's option", "a user and a password", "curl --user someone:something https://api.example"],
  ["an address", "a user and a password", `https://${"someone:something"}@api.example`],
  ["a cookie that is sent", "a cookie", "Cookie: _session=0a1b2c3d"],
  ["a cookie that is set", "a cookie", "set-cookie: id=0a1b2c3d; Secure"],
  ["a cookie of a content network", "a cookie", `_${"cfuvid"}=0a1b2c3d`],
  ["a lasting key", "a key of Amazon Web Services", `${"AKIA"}0123456789ABCDEF`],
  ["a temporary key", "a key of Amazon Web Services", `${"ASIA"}0123456789ABCDEF`],
  ["a session token", "part of a signed address", "https://s3.example?X-Amz-Security-Token=0a1b"],
  ["a credential", "part of a signed address", "https://s3.example?x=1&X-Amz-Credential=0a1b"],
  ["a token in a query", "part of a signed address", "https://a.example?access_token=0a1b2c3d"],
  ["three parts", "a signed web token", `${webToken}.`],
  ["any scheme", "an access token or a ticket", "Authorization: Custom abcdefgh"],
  ["Bearer by itself", "an access token or a ticket", "Bearer 0a1b2c3d4e"],
  ["a ticket by itself", "an access token or a ticket", `${"7T"}:0a1b2c3d4e5f6g7h`],
  ["MD5", "a digest or a signature", "0123456789abcdef".repeat(2)],
  ["SHA-256", "a digest or a signature", "0123456789abcdef".repeat(4)],
  ["many characters", "a long random value", "aB3dE5gH7jK9".repeat(4)],
  ["PEM", "a private key", `-----BEGIN ${"PRIVATE KEY"}-----`],
  ["a home folder", "a personal path", "@/Users/someone/Desktop/image.png"],
  ["a home folder on Windows", "a personal path", "C:\\Users\\someone\\image.png"],
];

test.each(secrets)("%s is taken for %s", (_what, kind, text) => {
  expect(findSecrets(`# a comment\n  ${text}`).map((secret) => secret.kind)).toEqual([kind]);
});

const harmless: Record<string, string> = {
  "a reviewed token": "Authorization: Bearer EXAMPLE",
  "reviewed Basic credentials": `Authorization: Basic ${base64("demo-user:demo-password")}`,
  "a reviewed signature": "https://s3.example/a?X-Amz-Signature=EXAMPLE&X-Amz-Date=EXAMPLE",
  "the date of a signed address": "https://s3.example/a?X-Amz-Date=20240508T034059Z",
  "the name of a scheme": "Sent as `Authorization: Bearer 8A:…`; HTTP Basic, `user:password`.",
  "prose about tokens": "A Bearer authentication token, or Basic authentication with a password.",
  "a storage path": "customerImage/100737/565039505/389fff57-1ed3-4bbb-96e0-6a541c8d20d1",
  "a local address": "http://127.0.0.1:4010/v2/customers",
  "the name of an operation": "addCustomerImageByIdentifierOfTheCustomer",
  "a part of code": "const token = pointerTokens(pointer); // cookie: string",
};

test.each(Object.entries(harmless))("%s is not a secret", (_what, text) => {
  expect(findSecrets(`# a comment\n  ${text}`)).toEqual([]);
});

test("a secret is found where it starts", () => {
  const text = `first line\n  key: ${"AKIA"}0123456789ABCDEF\n`;
  expect(findSecrets(text)).toEqual([{ kind: "a key of Amazon Web Services", index: 18 }]);
});
