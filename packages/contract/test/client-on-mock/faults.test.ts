import { createCapillaryClient, oauthToken } from "@image-apis/client/capillary";
import {
  basicAuth,
  createSuperOfficeClient,
  type Middleware,
} from "@image-apis/client/superoffice";
import { describe, expect, test } from "vitest";
import { file, modes, useMock } from "./modes.ts";

const personId = 123;

// Side by side: each test waits for a retry or a timeout most of its time.
describe.concurrent.each(modes)(
  "retries and time limits on a mock that answers $mode",
  ({ stateful }) => {
    const mock = useMock({ stateful });

    /** A client whose first attempt meets a fault of the mock, and the count of its attempts. */
    function faulty(fault: string) {
      let attempts = 0;
      const middleware: Middleware = (request, next) => {
        attempts += 1;
        if (attempts === 1) request.headers.set("Prefer", fault);
        return next(request);
      };
      const baseUrl = mock.url();
      const auth = basicAuth({ username: "user", password: "password" });
      return {
        superoffice: createSuperOfficeClient({ baseUrl, auth, middleware }),
        capillary: createCapillaryClient({ baseUrl, auth: oauthToken("demo"), middleware }),
        attempts: () => attempts,
      };
    }

    test.each(["fault=503", "fault=429", "fault=reset", "fault=truncate", "fault=500"])(
      "an image that is saved is sent whole again after %s",
      async (fault) => {
        const { superoffice, attempts } = faulty(fault);
        const blobId = await superoffice.savePersonImage({ personId, image: file("front.png") });

        expect([typeof blobId, attempts()]).toEqual(["number", 2]);
      },
    );

    test("what may not be done twice is repeated after 503 with Retry-After", async () => {
      const { capillary, attempts } = faulty("fault=503");
      const files = [file("front.png")];
      const { data } = await capillary.addCustomerImage({ customerId: 565039505, files });

      expect([data.length, attempts()]).toEqual([1, 2]);
    });

    test.each(["fault=reset", "fault=500"])("and not after %s", async (fault) => {
      const { capillary, attempts } = faulty(fault);
      const files = [file("front.png")];
      const { error } = await capillary.addCustomerImage({ customerId: 565039505, files }).result();

      expect(error).toBeDefined();
      expect(attempts()).toBe(1);
    });

    test("an answer that stalls is a TimeoutError", async () => {
      const { superoffice } = faulty("fault=stall");
      const call = superoffice.getPersonImageInfo({
        personId,
        maxRetries: 0,
        timeouts: { attempt: 500 },
      });

      await expect(call).rejects.toMatchObject({ name: "TimeoutError", kind: "attempt" });
    });

    test("an answer that is held back comes in the end", async () => {
      const { superoffice } = faulty("delay=300");

      expect((await superoffice.getPersonImageInfo({ personId })).BlobId).toBeTypeOf("number");
    });
  },
);
