import type { errorCodes, operations } from "@image-apis/types/capillary";
import { text } from "../call/arguments.ts";
import type { Caller } from "../call/caller.ts";
import type { CapillaryOperations } from "./operations.ts";

/** The operation that gets a token; it is the only one without credentials. */
export function tokens(
  call: Caller<operations, typeof errorCodes>,
): Pick<CapillaryOperations, "generateToken"> {
  return {
    generateToken: (options) =>
      call("generateToken", options, () => {
        const content = { key: text("key", options.key), secret: text("secret", options.secret) };
        // A second token does no harm, although the method is POST.
        const repeatable = true;
        const body = { mediaType: "application/json" as const, content };
        return { body, repeatable };
      }),
  };
}
