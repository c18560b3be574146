import type { OpenApiDocument } from "../src/document.ts";
import type { Exchange } from "../src/exchange.ts";
import type { Operation } from "../src/operation.ts";
import { completeEffects, type WrittenEffect } from "./effects.ts";
import { completeRequest, operationFiles } from "./operation-files.ts";
import type { Sources } from "./sources.ts";

/** An exchange as its file writes it; everything that follows from the document or the path is left out. */
type WrittenExchange = Pick<Exchange, "summary" | "source" | "status" | "response"> & {
  reason?: string;
  given?: string[];
  request?: Partial<Exchange["request"]>;
  then?: WrittenEffect[];
};

/** Reads every exchange file of an API and fills in what its place and the document say. */
export function readExchanges(
  sources: Sources,
  api: string,
  document: OpenApiDocument,
  operations: Operation[],
): Exchange[] {
  return operationFiles<WrittenExchange>(sources, api, "exchanges", operations).map(
    ({ operation, written, ...place }) => {
      const { given = [], request: own, then, ...rest } = written;
      const request = completeRequest(document, operation, own);
      return {
        ...place,
        ...rest,
        given: given.map((step) => `${api}/${step}`),
        request,
        ...(then && { effects: completeEffects(then, request.path, operations) }),
      };
    },
  );
}
