import { describe, expect, test } from "vitest";
import { form, noon, startReference } from "./support/reference.ts";

const ada = { id: 7, identifiers: { email: "ada@example.com" } };
const path = { customerId: 7 };
const shown = { source: "INSTORE", embed: "CUSTOMERIMAGE" };

interface Body {
  data?: { file?: Record<string, unknown> }[];
  customerImage?: { file: Record<string, unknown>; filePath: string; secureFilePath: string }[];
  errors?: { code: number }[];
}
const body = (response: { body?: unknown }) => response.body as Body;

async function start(images = 0) {
  const reference = await startReference({
    customers: [{ ...ada, images: Array(images).fill({ fileSize: 20_480 }) }],
  });
  const { call, file } = reference;
  const add = async (...contents: string[]) =>
    call("addCustomerImage", {
      path,
      body: form(...(await Promise.all(contents.map((it) => file(it))))),
    });
  const list = async () =>
    body(await call("getCustomer", { path, query: shown })).customerImage?.map(({ file }) => file);
  const remove = (...image_ids: number[]) =>
    call("deleteCustomerImage", { path, query: { image_ids } });
  return { ...reference, add, list, remove };
}

describe("images that are added", () => {
  test("stand behind those that are there, in the order of the form", async () => {
    const { add, list } = await start();
    await add("1");
    const added = await add("22", "333");

    const names = ["100737/7/1", "100737/7/2"];
    expect(added.status).toBe(200);
    expect(body(added).data?.map((it) => [it.file?.name, it.file?.fileSize])).toEqual([
      [names[0], "2"],
      [names[1], "3"],
    ]);
    expect((await list())?.map(({ fileSize }) => fileSize)).toEqual(["1", "2", "3"]);
  });

  test("have the time of the upload in the vendor's zone, and ids of their own", async () => {
    const { add } = await start();
    const file = body(await add("1")).data?.[0]?.file;

    expect(noon.toISOString()).toBe("2026-03-01T12:00:00.000Z");
    expect(file).toMatchObject({
      lastModified: "2026-03-01 17:30:00",
      fileHandle: "00000000-0000-4000-8000-000000000001",
      s3Token: "customerImage/100737/7/00000000-0000-4000-8000-000000000002",
      version: 1,
      latestVersion: 1,
      acl: "PRIVATE",
    });
  });

  test("are five in all at most; one more refuses every file of its form", async () => {
    const { add, list } = await start();
    await add("1", "2", "3", "4");
    const refused = await add("5", "6");

    expect([refused.status, body(refused).errors?.[0]?.code]).toEqual([400, 8082]);
    expect(refused.explanation).toEqual({
      why: "Customer 7 has 4 images, and 5 at most; 2 came.",
      condition: "too-many-images",
      example: "400-too-many-images",
    });
    expect(await list()).toHaveLength(4);
    expect((await add("5")).status).toBe(200);
  });

  test("reach the same customer by an identifier", async () => {
    const { call, file, list } = await start();
    const query = { source: "INSTORE", identifierName: "email" };
    const add = async (identifierValue: string) =>
      call("addCustomerImageByIdentifier", {
        query: { ...query, identifierValue },
        body: form(await file("1")),
      });

    expect((await add("ada@example.com")).status).toBe(200);
    expect(body(await add("eve@example.com")).errors?.[0]?.code).toBe(8015);
    expect(await list()).toHaveLength(1);
  });

  test("take the place of the documented samples, all five of them", async () => {
    const { call, file } = await startReference();
    const files = await Promise.all(["1", "2", "3", "4", "5"].map((it) => file(it)));
    const customer = { path: { customerId: 565039505 } };
    const before = body(await call("getCustomer", { ...customer, query: shown }));
    expect(before.customerImage?.map((it) => it.file.fileSize)).toEqual(["18039"]);

    expect((await call("addCustomerImage", { ...customer, body: form(...files) })).status).toBe(
      200,
    );

    const { customerImage } = body(await call("getCustomer", { ...customer, query: shown }));
    expect(customerImage?.map((it) => it.file.fileSize)).toEqual(Array(5).fill("1"));
  });
});

describe("a delete", () => {
  test("resolves all indexes against one moment, each once", async () => {
    const { add, list, remove } = await start();
    await add("1", "22", "333", "4444");

    expect((await remove(2, 0, 2)).status).toBe(200);

    expect(await list()).toMatchObject([
      { name: "100737/7/0", fileSize: "2" },
      { name: "100737/7/1", fileSize: "4" },
    ]);
  });

  test("with an index that nobody has deletes nothing", async () => {
    const { list, remove } = await start(2);
    const refused = await remove(0, 2);

    expect(body(refused).errors?.[0]?.code).toBe(8078);
    expect(refused.explanation?.why).toBe("Customer 7 has 2 images; there is none at index 2.");
    expect(await list()).toHaveLength(2);
  });

  test("makes the list the customer's own: what is left of the samples stays", async () => {
    const { call, file } = await startReference();
    const customer = { path: { customerId: 564703420 } };
    await call("deleteCustomerImage", { ...customer, query: { image_ids: [0] } });
    await call("addCustomerImage", { ...customer, body: form(await file("1")) });

    const { customerImage } = body(await call("getCustomer", { ...customer, query: shown }));
    expect(customerImage?.map((it) => it.file.fileSize)).toEqual(["18039", "18039", "1"]);
  });
});

describe("a customer", () => {
  test("comes with the images only where embed asks for them, with addresses of their own", async () => {
    const { call, add } = await start();
    await add("1");
    const get = async (embed?: string) =>
      body(
        await call("getCustomer", { path, query: { source: "INSTORE", ...(embed && { embed }) } }),
      );

    expect(await get()).toEqual({ id: 7, warnings: [] });
    expect(await get("POINTS")).not.toHaveProperty("customerImage");
    const [image] = (await get("POINTS,CUSTOMERIMAGE")).customerImage ?? [];
    expect(image?.filePath).toContain(image?.file.s3Token);
    expect(image?.secureFilePath).toBe(image?.filePath);
  });

  test("that is not there is unknown to every operation, whatever the body", async () => {
    const { call, file } = await start();
    const unknown = { path: { customerId: 8 } };
    const answers = [
      await call("addCustomerImage", { ...unknown, body: form(await file("1")) }),
      await call("deleteCustomerImage", { ...unknown, query: { image_ids: [0] } }),
      await call("getCustomer", { ...unknown, query: shown }),
    ];

    expect(answers.map((it) => body(it).errors?.[0]?.code)).toEqual([8015, 8015, 8015]);
  });

  test("is found by its number, however it is written, beyond what a JavaScript number holds", async () => {
    const { call, store } = await start();
    const id = "9007199254740993";
    await store.write((rows) =>
      rows.putCustomer({ id, identifiers: {}, images: [], hasSamples: false }),
    );
    const get = (customerId: string) => call("getCustomer", { path: { customerId }, query: shown });

    expect(body(await get(`00${id}`))).toMatchObject({ id: 9007199254740993n });
    expect(body(await get("9007199254740992")).errors?.[0]?.code).toBe(8015);
    expect((await get("007")).status).toBe(200);
  });

  test("has names of the organisation, and signed addresses, that a server gives", async () => {
    const { call, file } = await startReference(
      { customers: [ada] },
      { organisation: "42", signedAddress: ({ token }) => `https://files.example/${token}?signed` },
    );
    const added = await call("addCustomerImage", { path, body: form(await file("1")) });
    expect(body(added).data?.[0]?.file?.name).toBe("42/7/0");

    const [image] = body(await call("getCustomer", { path, query: shown })).customerImage ?? [];
    const token = "customerImage/42/7/00000000-0000-4000-8000-000000000002";
    expect(image?.filePath).toBe(`https://files.example/${token}?signed`);
  });
});
