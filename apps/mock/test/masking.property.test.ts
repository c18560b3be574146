import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Mock, startMock, startProxy } from "../src/index.ts";
import { eventsOf } from "./support/events.ts";
import { basic, filePart, form, formType, png } from "./support/requests.ts";
import { type Sent, send } from "./support/send.ts";

/*
 * Secrets in any place of a request that may hold one, in any spelling, are in no line of the journal, of the stream
 * of events, of the coverage and of the terminal, neither of the mock nor of the proxy.
 */

/** Ways to write a text where an address holds it; what reads it undoes them. */
const spellings: Record<string, (text: string) => string> = {
  plain: (text) => text,
  percent: (text) => encodeURIComponent(text),
  "every byte": (text) => everyByte(text, (hex) => hex),
  "odd case": (text) => everyByte(text, (hex) => hex.toUpperCase()),
  twice: (text) => encodeURIComponent(everyByte(text, (hex) => hex)),
};

function everyByte(text: string, spelled: (hex: string) => string): string {
  return [...Buffer.from(text)]
    .map((it) => `%${spelled(it.toString(16).padStart(2, "0"))}`)
    .join("");
}

const token = fc
  .tuple(
    fc.string({ unit: fc.constantFrom(..."abcdefXYZ"), minLength: 3, maxLength: 8 }),
    fc.string({ unit: fc.constantFrom(..."0123456789"), minLength: 5, maxLength: 9 }),
    fc.constantFrom("", "=", "==", "+x9", "/z7", ".q8", "~7"),
  )
  .map((parts) => parts.join("Q"));
const personal = fc
  .tuple(fc.nat(99_999), fc.constantFrom("@mail.example", "@x.test"))
  .map((it) => `ada${it.join("")}`);
const phone = fc
  .tuple(fc.constantFrom("", "+"), fc.integer({ min: 1e10, max: 9e11 }))
  .map((it) => it.join(""));
const secret = fc.oneof(token, personal, phone);
const spelling = fc.constantFrom(...Object.keys(spellings));
const name = fc.constantFrom(
  ..."X-Amz-Credential X-Amz-Signature sig pwd %74oken access%5Ftoken TOKEN private-key q code next ;a a[b] identifierValue".split(
    " ",
  ),
);
const header = fc.constantFrom(
  ..."X-Bearer X-Access-Key Private-Key X-Api-Key Cookie X-Forwarded-For From ETag If-None-Match SO-AppToken X-CAP-API-OAUTH-TOKEN X-CAP-API-ATTRIBUTION-LOOKUP Proxy-Authorization X-Odd".split(
    " ",
  ),
);
const scheme = fc.constantFrom(
  "",
  "Basic ",
  "Bearer ",
  "SOTicket ",
  "Token ",
  "bearer  ",
  "AWS4-HMAC-SHA256 Credential=",
);

type Place = (
  secret: string,
  spelled: string,
  name: string,
  header: string,
  scheme: string,
) => Sent;
const customer = "/v2/customers/565039505";
const lookup = "/v2/customers/lookup/setImage?source=INSTORE&identifierName=email";
const places: Record<string, Place> = {
  "an undocumented query value": (_s, spelled, name) => ({
    target: `${customer}?source=INSTORE&${name}=${spelled}`,
    headers: basic,
  }),
  "a query without a name": (_s, spelled) => ({ target: `${customer}?${spelled}`, headers: basic }),
  "a query of no path": (_s, spelled, name) => ({ target: `/nowhere?${name}=${spelled}` }),
  "a segment of no path": (_s, spelled) => ({
    target: `/nowhere/${spelled.replaceAll("/", "%2F")}/x`,
  }),
  "what is not an id": (_s, spelled) => ({
    target: `/v2/customers/x${spelled.replaceAll("/", "%2F")}?source=INSTORE`,
    headers: basic,
  }),
  "an enumerated value": (_s, spelled) => ({
    target: `${customer}?source=${spelled}`,
    headers: basic,
  }),
  "a value after a semicolon": (_s, spelled, name) => ({
    target: `${customer}?source=INSTORE;${name}=${spelled}`,
    headers: basic,
  }),
  "an address in a free value": (_s, spelled, name) => ({
    target: `${customer}?source=INSTORE&accountId=${encodeURIComponent(`https://a.example/x?${name}=${spelled}`)}`,
    headers: basic,
  }),
  "a user in a free value": (_s, spelled) => ({
    target: `${customer}?source=INSTORE&accountId=${encodeURIComponent(`https://u:${spelled}@a.example/x`)}`,
    headers: basic,
  }),
  "a personal value": (_s, spelled) => ({
    method: "POST",
    target: `${lookup}&identifierValue=${spelled}`,
    headers: { ...basic, ...formType },
    body: form([filePart(png)]),
  }),
  "a fragment": (_s, spelled) => ({
    target: `${customer}?source=INSTORE#${spelled}`,
    headers: basic,
  }),
  "an undocumented header": (s, _spelled, _name, header) => ({
    target: `${customer}?source=INSTORE`,
    headers: { ...basic, [header]: s },
  }),
  credentials: (s, _spelled, _name, _header, scheme) => ({
    target: `${customer}?source=INSTORE`,
    headers: { Authorization: `${scheme}${s}` },
  }),
  "Basic credentials": (s) => ({
    target: `${customer}?source=INSTORE`,
    headers: { Authorization: `Basic ${Buffer.from(`user:${s}`).toString("base64")}` },
  }),
  "a referring address": (_s, spelled, name) => ({
    target: "/nowhere",
    headers: { Referer: `https://a.example/x/${spelled}?${name}=${spelled}#${spelled}` },
  }),
  "a user of a referring address": (_s, spelled) => ({
    target: "/nowhere",
    headers: { Referer: `https://u:${encodeURIComponent(spelled)}@a.example/` },
  }),
  "the agent": (_s, spelled, name) => ({
    target: "/nowhere",
    headers: { "User-Agent": `x/1 (+https://u:p@a.example/?${name}=${spelled})` },
  }),
  "a word of a standard header": (s) => ({
    target: `${customer}?source=INSTORE`,
    headers: { ...basic, Accept: `image/png, ${s}`, "Accept-Encoding": s, "Cache-Control": s },
  }),
  "what is no media type": (s) => ({
    method: "PUT",
    target: "/api/v1/Person/123/Image",
    headers: { ...basic, "Content-Type": s },
    body: "x",
  }),
  "an expectation": (s) => ({ target: "/nowhere", headers: { Expect: s } }),
  "a header that Connection names": (s) => ({
    target: "/nowhere",
    headers: { Connection: `close, ${s.replaceAll(/[^a-z0-9]/gi, "")}` },
  }),
  "a media type": (s) => ({
    method: "PUT",
    target: "/api/v1/Person/123/Image",
    headers: { ...basic, "Content-Type": `text/plain; token="${s}"` },
    body: "x",
  }),
  "a preference": (s) => ({
    target: `${customer}?source=INSTORE`,
    headers: { ...basic, Prefer: `code=400, example="${s}"` },
  }),
  "a JSON body": (s) => ({
    method: "POST",
    target: "/v3/oauth/token/generate",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify({ key: s, secret: [s] }),
  }),
  "broken JSON": (s) => ({
    method: "POST",
    target: "/v3/oauth/token/generate",
    headers: { "Content-Type": "application/json" },
    body: `{"key": ${s}`,
  }),
  "a text field": (s) => ({
    method: "POST",
    target: `${customer}/setImage`,
    headers: { ...basic, ...formType },
    body: form([
      { headers: ['Content-Disposition: form-data; name="note"'], body: s },
      filePart(png),
    ]),
  }),
  "a file name with a name and a value": (s) => ({
    method: "POST",
    target: `${customer}/setImage`,
    headers: { ...basic, ...formType },
    body: form([filePart(png.subarray(0, 500), `x?token=${s.replaceAll("/", "")}.png`)]),
  }),
  "an absolute target": (_s, spelled) => ({
    target: `http://u:${encodeURIComponent(spelled)}@a.example${customer}?source=INSTORE`,
    headers: basic,
  }),
};

let mock: Mock;
let proxy: Awaited<ReturnType<typeof startProxy>>;
let events: Awaited<ReturnType<typeof eventsOf>>[];
beforeAll(async () => {
  mock = await startMock({ port: 0 });
  proxy = await startProxy({ port: 0, target: mock.url });
  events = [await eventsOf(mock.url), await eventsOf(proxy.url)];
});
afterAll(async () => {
  for (const it of events) it.close();
  await proxy.close();
  await mock.close();
});

test.each(Object.entries(places))("%s is not written down", async (_, place) => {
  await fc.assert(
    fc.asyncProperty(secret, spelling, name, header, scheme, async (value, spelled, ...rest) => {
      const written = spellings[spelled]?.(value) ?? value;
      const before = events.map((it) => it.text().length);
      await send(proxy.url, place(value, usable(written), ...rest));
      const sources = [mock.url, proxy.url].flatMap((url) =>
        ["requests", "coverage"].map((it) => send(url, { target: `/__mock/${it}` })),
      );
      const shown = (await Promise.all(sources)).map(({ body }) => body.toString());
      shown.push(...events.map((it, at) => it.text().slice(before[at])));
      for (const text of shown) expect(spellingIn(text, value)).toBeUndefined();
      // The proxy has a line even for what it refuses to pass on to the mock.
      expect(events[1]?.text().length).toBeGreaterThan(before[1] ?? 0);
    }),
    { numRuns: 25 },
  );
});

/** What an HTTP client can put into a request line. */
function usable(text: string): string {
  return text.replaceAll(" ", "%20");
}

/** The name of the spelling in which a text holds a secret. */
function spellingIn(text: string, secret: string): string | undefined {
  const json = JSON.stringify(secret).slice(1, -1);
  const base64 = Buffer.from(secret).toString("base64").replace(/=+$/, "");
  const ways: Record<string, (text: string) => string> = {
    ...spellings,
    json: () => json,
    base64: () => base64,
  };
  return Object.entries(ways).find(([, spelled]) =>
    text.toLowerCase().includes(spelled(secret).toLowerCase()),
  )?.[0];
}
