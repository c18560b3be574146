import type { ReferenceOperation } from "../handler.ts";
import type { CapillaryContext, Operations } from "./context.ts";

/** Issues a token for a key and a secret. */
export function generateToken(
  context: CapillaryContext,
): ReferenceOperation<Operations["generateToken"]> {
  const documented = context.documented("generateToken");
  return {
    async handle({ body }) {
      const shown = documented.shown();
      if (context.issueToken === undefined) return { status: 200, body: shown };
      const data = await context.issueToken(body.content);
      return data === undefined ? { status: 401 } : { status: 200, body: { ...shown, data } };
    },
  };
}
