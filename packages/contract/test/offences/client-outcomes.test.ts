import { describe, expect, it } from "vitest";
import { complaintsOf, type Offence, type WrongClient } from "./wrong-client.ts";

const twoFiles = "capillary/addCustomerImage/two-files";
const tooSmall = "capillary/addCustomerImage/file-under-minimum";
const png = "superoffice/savePersonImage/png";
const stored = "superoffice/getPersonImage/stored";

const offences: Offence[] = [
  ["nothing returned", twoFiles, async (...call) => void (await follow(call)), /received nothing/],
  [
    "a beautified value",
    twoFiles,
    async (...call) => ({ ...((await follow(call)) as object), warnings: null }),
    /returned value \/warnings: expected \[\]; received null/,
  ],
  [
    "a number as a text",
    png,
    async (...call) => String(await follow(call)),
    /returned value: expected 167; received "167"/,
  ],
  [
    "a file with other bytes",
    stored,
    async (...call) => new Blob([(await follow(call)) as Blob, "\n"]),
    /returned file: expected "49456 bytes .*received "49457 bytes/,
  ],
  [
    "a refusal that is returned",
    tooSmall,
    async (...call) => follow(call).catch((error) => error.body),
    /expected an ApiError; received \{"errors"/,
  ],
  [
    "a refusal that is another error",
    tooSmall,
    async (...call) => follow(call).catch(() => Promise.reject(new Error("no"))),
    /expected an ApiError; received Error: no/,
  ],
  [
    "an error without the vendor's code",
    tooSmall,
    async (...call) =>
      follow(call).catch((error) => Promise.reject(Object.assign(error, { code: 0 }))),
    /code of the error: expected 8083; received 0/,
  ],
];

function follow([right, setting, sent]: Parameters<WrongClient>): Promise<unknown> {
  return right(setting, sent);
}

describe("the client face sees in what a call comes to", () => {
  it.each(offences)("%s (%s)", async (_what, exchange, client, complaint) => {
    const [right, wrong] = await complaintsOf(exchange, client);
    expect(right).toBe("");
    expect(wrong).toMatch(complaint);
  });
});
