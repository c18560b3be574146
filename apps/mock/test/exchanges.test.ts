import {
  apiNames,
  type Exchange,
  encodeRequest,
  fixture,
  loadDocument,
  loadExchanges,
  operations,
  responseExamples,
  wireRequest,
} from "@image-apis/spec";
import { describe, expect, test } from "vitest";
import { useMock } from "./support/mock.ts";

const mock = useMock();

describe.each(apiNames())("every documented exchange of %s is answered by value", (api) => {
  const document = loadDocument(api);
  // An exchange with a history needs a server that keeps state, which this one does not.
  const exchanges = loadExchanges(api).filter((it) => it.given.length === 0);

  test.each(exchanges.map((exchange) => [exchange.id, exchange]))("%s", async (_, exchange) => {
    const operation = operationOf(exchange);
    const sent = await encodeRequest(wireRequest(document, operation, exchange));

    const received = await mock.send(sent);

    const { status, mediaType, example, fixture: image } = exchange.response;
    expect(received.status).toBe(status);
    expect(received.mediaType).toBe(mediaType);
    if (image !== undefined) expect(received.body.equals(fixture(image).bytes)).toBe(true);
    else if (example === undefined) expect(received.body).toHaveLength(0);
    else expect(value(received.body, mediaType)).toEqual(documentedValue(operation, exchange));
  });

  function operationOf({ operationId }: Exchange) {
    const found = operations(document).find((it) => it.operationId === operationId);
    if (found === undefined) throw new Error(`${api} has no operation ${operationId}.`);
    return found;
  }
});

function documentedValue(operation: ReturnType<typeof operations>[number], exchange: Exchange) {
  const { status, mediaType, example } = exchange.response;
  const found = responseExamples(operation).find(
    (it) => it.status === status && it.mediaType === mediaType && it.key === example,
  );
  if (found === undefined) throw new Error(`${exchange.id} names an example that does not exist.`);
  return found.example.value;
}

/** JSON as a value; of XML, the integer in its one element. */
function value(body: Buffer, mediaType: string | undefined): unknown {
  const text = body.toString("utf8");
  if (mediaType?.endsWith("xml")) return Number(/^<int>(\d+)<\/int>$/.exec(text)?.[1]);
  return JSON.parse(text);
}
