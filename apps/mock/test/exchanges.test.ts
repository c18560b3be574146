import { apiNames, fixture, loadExchanges } from "@image-apis/spec";
import { describe, expect, test } from "vitest";
import { bodyValue, documentedValue, requestOf } from "./support/exchanges.ts";
import { useMock } from "./support/mock.ts";

const mock = useMock();

describe.each(apiNames())("every documented exchange of %s is answered by value", (api) => {
  // An exchange with a history needs a server that keeps state, which this one does not.
  const exchanges = loadExchanges(api).filter((it) => it.given.length === 0);

  test.each(exchanges.map((exchange) => [exchange.id, exchange]))("%s", async (_, exchange) => {
    const received = await mock.send(await requestOf(exchange));

    const { status, mediaType, example, fixture: image } = exchange.response;
    expect(received.status).toBe(status);
    expect(received.mediaType).toBe(mediaType);
    if (image !== undefined) expect(received.body.equals(fixture(image).bytes)).toBe(true);
    else if (example === undefined) expect(received.body).toHaveLength(0);
    else expect(bodyValue(received.body, mediaType)).toEqual(documentedValue(exchange));
  });
});
