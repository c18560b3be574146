import type { operations } from "@image-apis/types/capillary";
import type { Caller } from "../call/caller.ts";
import type { CapillaryOperations } from "./operations.ts";

/** The operation that gets a token; it is the only one without credentials. */
export function tokens(call: Caller<operations>): Pick<CapillaryOperations, "generateToken"> {
  return {
    async generateToken({ key, secret, ...options }) {
      const body = { mediaType: "application/json" as const, content: { key, secret } };
      return call("generateToken", { body }, options);
    },
  };
}
