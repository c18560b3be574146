import { createCapillaryClient, oauthToken } from "@image-apis/client/capillary";
import {
  basicAuth,
  createSuperOfficeClient,
  type Middleware,
} from "@image-apis/client/superoffice";
import type { Fault, MockWorld } from "@image-apis/mock";
import { describe, expect } from "vitest";
import { file, modes } from "./modes.ts";

const personId = 123;

/** Clients of a world whose next call meets a fault, and the count of their attempts. */
function faulty(mock: MockWorld, fault?: Fault, middleware?: Middleware) {
  if (fault !== undefined) mock.failNext({ fault });
  const common = { baseUrl: mock.url, fetch: mock.fetch, ...(middleware && { middleware }) };
  return {
    superoffice: createSuperOfficeClient({
      ...common,
      auth: basicAuth({ username: "user", password: "password" }),
    }),
    capillary: createCapillaryClient({ ...common, auth: oauthToken("demo") }),
    attempts: () => mock.requests().length,
  };
}

// Side by side: each test waits for a retry or a timeout most of its time, in a world of its own.
describe.concurrent.each(modes)(
  "retries and time limits on a mock that answers $mode",
  ({ test }) => {
    test.for<Fault>([503, 429, "reset", "truncate", 500])(
      "an image that is saved is sent whole again after %s",
      async (fault, { mock }) => {
        const { superoffice, attempts } = faulty(mock, fault);
        const blobId = await superoffice.savePersonImage({ personId, image: file("front.png") });

        expect([typeof blobId, attempts()]).toEqual(["number", 2]);
      },
    );

    test("what may not be done twice is repeated after 503 with Retry-After", async ({ mock }) => {
      const { capillary, attempts } = faulty(mock, 503);
      const files = [file("front.png")];
      const { data } = await capillary.addCustomerImage({ customerId: 565039505, files });

      expect([data.length, attempts()]).toEqual([1, 2]);
    });

    test.for<Fault>(["reset", 500])("and not after %s", async (fault, { mock }) => {
      const { capillary, attempts } = faulty(mock, fault);
      const files = [file("front.png")];
      const { error } = await capillary.addCustomerImage({ customerId: 565039505, files }).result();

      expect(error).toBeDefined();
      expect(attempts()).toBe(1);
    });

    test("an answer that stalls is a TimeoutError", async ({ mock }) => {
      const { superoffice } = faulty(mock, "stall");
      const call = superoffice.getPersonImageInfo({
        personId,
        maxRetries: 0,
        timeouts: { attempt: 500 },
      });

      await expect(call).rejects.toMatchObject({ name: "TimeoutError", kind: "attempt" });
    });

    test("an answer that is held back comes in the end", async ({ mock }) => {
      const { superoffice } = faulty(mock, undefined, (request, next) => {
        request.headers.set("Prefer", "delay=300");
        return next(request);
      });

      expect((await superoffice.getPersonImageInfo({ personId })).BlobId).toBeTypeOf("number");
    });
  },
);
