import { loadDocument, loadExchanges } from "@image-apis/spec";
import { expect, onTestFinished, test } from "vitest";
import { startMock } from "../src/index.ts";
import { basic, png, saveImage } from "./support/requests.ts";
import { control, send } from "./support/send.ts";

const api = (name: string, as = name) => ({
  name: as,
  document: loadDocument(name),
  exchanges: loadExchanges(name),
});

/** A stateful mock of an API that has no state of its own, although its operations are called as those of another. */
async function startAnother() {
  const mock = await startMock({ port: 0, stateful: true });
  onTestFinished(() => mock.close());
  await mock.reload(async () => [api("superoffice", "another")]);
  return mock;
}

test("an operation without a state of its own is answered as documented, and the journal says so", async () => {
  const { url } = await startAnother();

  const answers = [await send(url, saveImage(png)), await send(url, saveImage(png))];

  expect(answers.map(({ body }) => body.toString())).toEqual(["167", "167"]);
  const requests = (await send(url, { target: "/__mock/requests" })).json();
  expect(requests[0].notes).toEqual([
    "The stateful mock keeps nothing for this operation: it is answered as the document has it.",
  ]);
});

test("an API that is gone needs no state, and its operations are gone as well", async () => {
  const mock = await startMock({ port: 0, stateful: true });
  onTestFinished(() => mock.close());
  await mock.reload(async () => [api("capillary")]);

  const gone = await send(mock.url, { target: "/api/v1/Person/123/Image", headers: basic });

  expect(gone.status).toBe(404);
});

/** A document without one of its operations. */
function without(name: string, operationId: string) {
  const { document, ...others } = api(name);
  for (const item of Object.values(document.paths)) {
    for (const [method, operation] of Object.entries(item)) {
      const isThat = "operationId" in operation && operation.operationId === operationId;
      if (isThat) delete item[method as keyof typeof item];
    }
  }
  return { ...others, document };
}

test.each(["getCustomer", "addCustomerImage", "deleteCustomerImage", "generateToken"])(
  "the others work on where a document has no %s any more, from the next start as well",
  async (operationId) => {
    const mock = await startMock({ port: 0, stateful: true });
    onTestFinished(() => mock.close());
    await mock.reload(async () => [without("capillary", operationId)]);
    const reset = { method: "POST", target: "/__mock/reset", headers: control };

    expect((await send(mock.url, reset)).status).toBe(204);

    const upload = () =>
      send(mock.url, {
        method: "POST",
        target: "/api_gateway/file-service/rewards/a.png",
        headers: { ...basic, "Content-Type": "image/png" },
        body: png,
      });
    const versions = [await upload(), await upload()].map((it) => it.json().file.version);
    expect(versions).toEqual([1, 2]);
    const state = (await send(mock.url, { target: "/__mock/state" })).json();
    expect(Object.keys(state)).toEqual(["customers", "files", "persons"]);
  },
);
