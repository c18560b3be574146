import { describe, expect, it } from "vitest";
import type { Sent } from "../../src/client/sent.ts";
import { complaintsOf, type Offence, type WrongClient } from "./wrong-client.ts";

const twoFiles = "capillary/addCustomerImage/two-files";
const severalIndexes = "capillary/deleteCustomerImage/several-indexes";
const rawBytes = "capillary/uploadRewardsFile/raw-bytes";
const store = "capillary/addCustomerImage/attributed-to-a-store";
const png = "superoffice/savePersonImage/png";
const ticket = "superoffice/savePersonImage/with-a-ticket-online";

/** A client that sends other arguments. */
const sending =
  (change: (sent: Sent) => Partial<Sent>): WrongClient =>
  (right, setting, sent) =>
    right(setting, { ...sent, ...change(sent) });

/** A client that uses fetch by itself. */
const fetching =
  (path: string, init: (sent: Sent) => RequestInit): WrongClient =>
  async (_right, { baseUrl }, sent) =>
    (await fetch(`${baseUrl}${path}`, init(sent))).json();

const renamed = (file: File | undefined, name: string, type = file?.type ?? "") =>
  new File([file ?? ""], name, { type });
const form = (files: readonly File[], part: string) => {
  const body = new FormData();
  for (const file of files) body.append(part, file);
  return body;
};
const setImage = "/v2/customers/565039505/setImage";

const offences: Offence[] = [
  [
    "one file too few",
    twoFiles,
    sending(({ files }) => ({ files: files.slice(1) })),
    /parts\/1: .*nothing/,
  ],
  [
    "files in another order",
    twoFiles,
    sending(({ files }) => ({ files: files.toReversed() })),
    /parts\/0\/filename: expected "front.png"; received "side.png"/,
  ],
  [
    "another file name",
    twoFiles,
    sending(({ files: [front, side] }) => ({
      files: [renamed(front, "blob"), renamed(side, "s")],
    })),
    /parts\/0\/filename: expected "front.png"; received "blob"/,
  ],
  [
    "another media type of a part",
    twoFiles,
    sending(({ files }) => ({
      files: files.map(({ name }, i) => renamed(files[i], name, "image/gif")),
    })),
    /parts\/0\/mediaType: expected "image\/png"; received "image\/gif"/,
  ],
  [
    "bytes that were changed on the way",
    twoFiles,
    sending(({ files }) => ({
      files: files.map(({ name, type }, i) => new File([files[i] ?? "", "\n"], name, { type })),
    })),
    /parts\/0\/bytes: expected "49456 bytes with SHA-1 .*received "49457 bytes/,
  ],
  [
    "another value in a JSON body",
    "capillary/generateToken/key-and-secret",
    sending(() => ({ json: { secret: "demo-secret", key: "another" } })),
    /request body \/json\/key: expected "demo-key"; received "another"/,
  ],
  [
    "another name of the part",
    twoFiles,
    fetching(setImage, ({ files }) => ({ method: "POST", body: form(files, "FILE") })),
    /parts\/0\/name: expected "file"; received "FILE"/,
  ],
  [
    "a form without its boundary",
    twoFiles,
    fetching(setImage, ({ files }) => ({
      method: "POST",
      body: form(files, "file"),
      headers: { "Content-Type": "multipart/form-data" },
    })),
    /boundary=…"; received "multipart\/form-data"/,
  ],
  [
    "a file as the JSON text of an object",
    rawBytes,
    fetching("/api_gateway/file-service/rewards/test.png", () => ({ method: "POST", body: "{}" })),
    /header content-type: expected "application\/octet-stream"/,
  ],
  ["another method", twoFiles, fetching(setImage, () => ({ method: "PUT" })), /received "PUT"/],
  [
    "another path",
    twoFiles,
    sending(() => ({ path: { customerId: 7 } })),
    /customers\/565039505\/setImage"; received "\/v2\/customers\/7\/setImage"/,
  ],
  [
    "a list joined by commas",
    severalIndexes,
    fetching("/v2/customers/564703420/deleteImage?image_ids=0,2", () => ({ method: "DELETE" })),
    /query \/0: expected "image_ids=0"; received "image_ids=0,2"/,
  ],
  [
    "a header left out",
    store,
    sending(() => ({ header: {} })),
    /entity-type: expected "STORE_CODE"/,
  ],
  [
    "a documented header nobody asked for",
    png,
    sending(({ header }) => ({ header: { ...header, "SO-Culture": "de-DE" } })),
    /header so-culture: expected nothing; received "de-DE"/,
  ],
  [
    "credentials left out",
    ticket,
    (right, setting, sent) => right({ ...setting, secrets: {} }, sent),
    /header authorization: expected "SoTicket EXAMPLE"; received nothing/,
  ],
  [
    "another secret",
    twoFiles,
    (right, setting, sent) => right({ ...setting, secrets: { Basic: "me:you" } }, sent),
    /header authorization: expected "Basic /,
  ],
  ["nothing at all", twoFiles, async () => undefined, /sent once; received it was sent 0 times/],
  [
    "the same request twice",
    twoFiles,
    async (right, setting, sent) => {
      await right(setting, sent);
      return right(setting, sent);
    },
    /sent once; received it was sent 2 times/,
  ],
];

describe("the client face sees on the wire", () => {
  it.each(offences)("%s (%s)", async (_what, exchange, client, complaint) => {
    const [right, wrong] = await complaintsOf(exchange, client);
    expect(right).toBe("");
    expect(wrong).toMatch(complaint);
  });
});
