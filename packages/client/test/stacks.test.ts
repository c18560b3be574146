import { expect, test } from "vitest";
import { createCapillaryClient, oauthToken } from "../src/index.ts";
import { answers, closes, keepsSilent, misbehavingServer } from "./misbehaving-server.ts";

const customer = { params: { path: { customerId: 1 }, query: { source: "INSTORE" } } } as const;
const aborted = () => ({ signal: AbortSignal.timeout(50) });
const late = { timeouts: { attempt: 50 } };
const secrets = {
  auth: oauthToken(() => Promise.reject(new Error("no token"))),
};
const listed = { customerId: 1, source: "INSTORE" } as const;
const changing = () => ({
  size: 20_480,
  stream: () => new Blob(["GIF89a"]).stream(),
  type: "image/gif",
});

type Client = ReturnType<typeof createCapillaryClient>;

test.each<[what: string, behaviour: typeof closes, call: (client: Client) => PromiseLike<unknown>]>(
  [
    ["TimeoutError", keepsSilent, (it) => it.getCustomer({ ...listed, ...late })],
    ["AbortError", keepsSilent, (it) => it.getCustomer({ ...listed, ...aborted() })],
    ["ConnectionError", closes, (it) => it.getCustomer(listed)],
    ["VendorError", answers(400, {}), (it) => it.getCustomer(listed)],
    ["LimitError", closes, (it) => it.addCustomerImage({ customerId: 1, files: [] })],
    ["FileError", keepsSilent, (it) => it.addCustomerImage({ customerId: 1, files: [changing()] })],
    ["CredentialsError", closes, (it) => it.getCustomer(listed)],
    [
      "TimeoutError",
      keepsSilent,
      (it) => it.raw.GET("/v2/customers/{customerId}", { ...customer, ...late }),
    ],
    [
      "AbortError",
      keepsSilent,
      (it) => it.raw.GET("/v2/customers/{customerId}", { ...customer, ...aborted() }),
    ],
    ["ConnectionError", closes, (it) => it.raw.GET("/v2/customers/{customerId}", customer)],
  ],
)("the stack of a %s leads to the caller (%#)", async (name, behaviour, call) => {
  const server = await misbehavingServer(behaviour);
  const client = createCapillaryClient({
    baseUrl: server.url,
    maxRetries: 0,
    ...(name === "CredentialsError" && secrets),
  });
  async function asksTheVendor(): Promise<unknown> {
    try {
      return await call(client);
    } catch (error) {
      return error;
    }
  }

  const { stack, ...error } = (await asksTheVendor()) as Error;

  expect(error.name).toBe(name);
  expect(stack).toContain(name);
  expect(stack).toContain("asksTheVendor");
});
