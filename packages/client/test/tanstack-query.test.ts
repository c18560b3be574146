import { expect, test } from "vitest";
import { addCustomerImages, customerImages, queryClient } from "../examples/tanstack-query.ts";
import { createCapillaryClient } from "../src/index.ts";
import { fixtureFile } from "./files.ts";
import { answers, closes, misbehavingServer } from "./misbehaving-server.ts";

const busy = answers(503, {}, { "Retry-After": "0.01" });
const customerId = 9007199254740993n;

test("a query that fails is attempted as often as the client says, not as often again", async () => {
  const server = await misbehavingServer(busy);
  const client = createCapillaryClient({ baseUrl: server.url, maxRetries: 2 });

  await expect(queryClient.fetchQuery(customerImages(client, 1))).rejects.toMatchObject({
    status: 503,
  });
  expect(server.received).toHaveLength(3);
});

test("ids that differ only beyond 2^53 are different keys", async () => {
  const { url } = await misbehavingServer(answers(200, { id: 1 }), answers(200, { id: 2 }));
  const client = createCapillaryClient({ baseUrl: url });

  const one = await queryClient.fetchQuery(customerImages(client, customerId));
  const other = await queryClient.fetchQuery(customerImages(client, customerId + 1n));

  expect([one, other]).toMatchObject([{ id: 1 }, { id: 2 }]);
});

test("an upload whose response was lost is sent once, and its list is looked up again", async () => {
  const server = await misbehavingServer(answers(200, { id: 3 }), closes);
  const client = createCapillaryClient({ baseUrl: server.url });
  const { queryKey } = customerImages(client, customerId + 2n);
  await queryClient.fetchQuery(customerImages(client, customerId + 2n));
  const mutation = queryClient
    .getMutationCache()
    .build(queryClient, addCustomerImages(client, customerId + 2n));

  await expect(mutation.execute([fixtureFile("front.png")])).rejects.toMatchObject({
    mayBeStored: true,
  });
  expect(server.received).toHaveLength(2);
  expect(queryClient.getQueryState(queryKey)?.isInvalidated).toBe(true);
});
