import { type ContractOperation, contractOperations } from "@image-apis/http-contract";
import { loadDocument, type OpenApiDocument } from "@image-apis/spec";
import { expect, test } from "vitest";
import { MemoryStore, servedOperation, UndocumentedError } from "../src/index.ts";
import { countedIds, described, form, noon, startReference } from "./support/reference.ts";

const context = { store: new MemoryStore(), now: () => noon, newId: countedIds() };
const path = { customerId: "7" };
const values = { path, query: { source: ["INSTORE"] }, headers: {} };

function found(operations: readonly ContractOperation[], operationId: string): ContractOperation {
  const it = operations.find(({ operation }) => operation.operationId === operationId);
  if (it === undefined) throw new Error(`${operationId} is not described.`);
  return it;
}

test("every documented operation has a handler", () => {
  for (const it of described) {
    expect([it.operation.operationId, servedOperation(it, context)]).toEqual([
      it.operation.operationId,
      expect.objectContaining({ handle: expect.any(Function) }),
    ]);
  }
});

test("an operation or an API that was added to the documents alone has none, and that is no error", () => {
  const { operation, ...others } = found(described, "getCustomer");
  const added = { ...others, operation: { ...operation, operationId: "getCustomerHistory" } };

  expect(servedOperation(added, context)).toBeUndefined();
  expect(servedOperation({ ...found(described, "getCustomer"), api: "another" }, context)).toBe(
    undefined,
  );
  for (const name of ["constructor", "__proto__", "toString"]) {
    expect(
      servedOperation({ ...others, operation: { ...operation, operationId: name } }, context),
    ).toBe(undefined);
    expect(servedOperation({ ...others, operation, api: name }, context)).toBe(undefined);
  }
});

test("a condition that the document has no response for is told, not made up", async () => {
  const document = loadDocument("capillary");
  for (const item of Object.values(document.paths)) {
    for (const { responses } of [item.get, item.post].flatMap((it) => it ?? [])) {
      for (const response of Object.values(responses)) {
        const media = "content" in response ? Object.values(response.content ?? {}) : [];
        for (const { examples = {} } of media) {
          for (const example of Object.values(examples)) delete example["x-when"];
        }
      }
    }
  }
  const operations = contractOperations({ name: "capillary", document });
  const get = servedOperation(found(operations, "getCustomer"), context);

  await expect(get?.missing(values)).rejects.toThrow(UndocumentedError);
  await expect(get?.missing(values)).rejects.toThrow("The state has no such customer.");
});

test("the limit of images is the one of the document", async () => {
  const text = JSON.stringify(loadDocument("capillary"));
  const document: OpenApiDocument = JSON.parse(text.replaceAll('"maxFiles":5', '"maxFiles":2'));
  expect(JSON.stringify(document)).not.toBe(text);
  const { store, file: arrive } = await startReference({ customers: [{ id: 7 }] });
  const operations = contractOperations({ name: "capillary", document });
  const add = servedOperation(found(operations, "addCustomerImage"), { ...context, store });
  const files = await Promise.all(["1", "2", "3"].map((it) => arrive(it)));

  expect(await add?.handle(values, form(...files))).toMatchObject({
    explanation: { why: "Customer 7 has 0 images, and 2 at most; 3 came." },
  });
  expect((await add?.handle(values, form(...files.slice(1))))?.status).toBe(200);
});

test("a part's name counts in any case, and a field of a form without a choice does not", async () => {
  const { call, file } = await startReference({ customers: [{ id: 7 }] });
  const chosen = { name: "FILE", file: await file("1") };
  const nothing = { name: "file", file: { ...(await file("")), filename: undefined } };
  const other = { name: "photo", file: await file("2") };
  const parts = [nothing, chosen, other];
  const body = { kind: "form", media: "multipart/form-data", parts } as const;
  const added = await call("addCustomerImage", {
    path: { customerId: 7 },
    body: { ...body, parts },
  });

  expect(added).toMatchObject({ status: 200, body: { data: [{ file: { fileSize: "1" } }] } });
});

test("a refused request gives up the files that it brought", async () => {
  const { call, file, store } = await startReference({ customers: [{ id: 7 }] });
  const files = await Promise.all(["1", "2", "3"].map((it) => file(it)));
  const unknown = { path: { customerId: 8 }, body: form(...files) };
  const discarded: unknown[] = [];
  store.discard = async (bytes) => void discarded.push(...bytes);

  await call("addCustomerImage", { ...unknown, path: { customerId: 7 } });
  expect(discarded).toEqual([]);
  await call("addCustomerImage", { ...unknown, path: { customerId: 7 } });
  expect(discarded).toEqual(files.map(({ stored }) => stored));
});
