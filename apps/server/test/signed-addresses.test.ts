import { expect, it } from "vitest";
import { SigningKeys } from "../src/addresses/signing-keys.ts";
import { capillaryCalls, front } from "./support/capillary.ts";
import { useServer } from "./support/server.ts";

const used = useServer();
const { send, inFolder } = used;
const { addImages, addresses, deleteImages, putFile } = capillaryCalls(used);

const get = (address: string, method = "GET") => {
  const { pathname, search } = new URL(address);
  return send({ target: pathname + search, method });
};

it("an address gives back the bytes without credentials, as a picture in which nothing runs", async () => {
  expect((await addImages(front)).status).toBe(200);
  const [address = ""] = (await addresses()).slice(-1);
  const { status, body, headers } = await get(address);
  expect(status).toBe(200);
  expect(body.equals(front)).toBe(true);
  expect(headers).toMatchObject({
    "content-type": "image/png",
    "content-disposition": "inline",
    "x-content-type-options": "nosniff",
    "content-security-policy": "default-src 'none'; sandbox",
  });
  const head = await get(address, "HEAD");
  expect([head.status, head.headers["content-length"], head.body.length]).toEqual([
    200,
    String(front.length),
    0,
  ]);
});

it("what may hold a script is a download", async () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>';
  const { status, json } = await putFile("a.svg", "image/svg+xml", svg);
  expect(status).toBe(200);
  const { headers, body } = await get(json().secureFilePath);
  expect(body.toString()).toBe(svg);
  expect(headers).toMatchObject({
    "content-type": "application/octet-stream",
    "content-disposition": "attachment",
    "x-content-type-options": "nosniff",
  });
});

it("an address of which anything is changed opens nothing", async () => {
  const { json } = await putFile("b.png", "image/png", front);
  const address: string = json().secureFilePath;
  const other: string = (await putFile("c.png", "image/png", front)).json().secureFilePath;
  const { pathname } = new URL(other);
  const { search } = new URL(address);
  const changed = [
    `${pathname}${search}`,
    ...["expires", "key", "signature"].map((name) => {
      const url = new URL(address);
      const before = url.searchParams.get(name) ?? "";
      url.searchParams.set(name, `${before.slice(0, -1)}${before.endsWith("1") ? "2" : "1"}`);
      return url.pathname + url.search;
    }),
    ...["expires", "key", "signature"].map((name) => {
      const url = new URL(address);
      url.searchParams.delete(name);
      return url.pathname + url.search;
    }),
    `${new URL(address).pathname}`,
    `/files/..%2F..%2Frows.sqlite${search}`,
  ];
  for (const target of changed) {
    expect({ target, status: (await send({ target })).status }).toEqual({ target, status: 403 });
  }
  expect((await get(address)).status).toBe(200);
});

it("a file that was deleted, and a placeholder, have no bytes", async () => {
  await addImages(front);
  const all = await addresses();
  const last = all.length - 1;
  await deleteImages(last);
  expect((await get(all[last] ?? "")).status).toBe(404);
  const { json } = await putFile("empty.png", "image/png");
  expect((await get(json().secureFilePath)).status).toBe(404);
});

it("a new key leaves addresses good, unless they are to end", async () => {
  const address: string = (await putFile("d.png", "image/png", front)).json().secureFilePath;
  await inFolder((folder) => new SigningKeys(folder).rotate());
  expect((await get(address)).status).toBe(200);
  await inFolder((folder) => new SigningKeys(folder).rotate(true));
  expect((await get(address)).status).toBe(403);
  expect(
    (await get((await putFile("d.png", "image/png", front)).json().secureFilePath)).status,
  ).toBe(200);
});

it("nothing but reading can be done to a file", async () => {
  const address: string = (await putFile("e.png", "image/png", front)).json().secureFilePath;
  expect((await get(address, "DELETE")).status).toBe(405);
});
