import type { OpenApiDocument } from "../src/document.ts";
import type { Operation } from "../src/operation.ts";
import type { Refusal, RefusalRequest } from "../src/refusal.ts";
import { completeEffects, type WrittenEffect } from "./effects.ts";
import { completeRequest, operationFiles } from "./operation-files.ts";
import type { Sources } from "./sources.ts";

/** A refusal as its file writes it; everything that follows from the document or the path is left out. */
type WrittenRefusal = Pick<Refusal, "summary" | "breaks" | "client" | "mock"> & {
  request?: Partial<RefusalRequest>;
  then?: WrittenEffect[];
};

/** Reads every refusal file of an API and fills in what its place and the document say. */
export function readRefusals(
  sources: Sources,
  api: string,
  document: OpenApiDocument,
  operations: Operation[],
): Refusal[] {
  return operationFiles<WrittenRefusal>(sources, api, "refusals", operations).map(
    ({ operation, written, ...place }) => {
      const { then, ...rest } = written;
      const request = completeRequest(document, operation, written.request);
      return {
        ...place,
        ...rest,
        request,
        ...(then && { effects: completeEffects(then, request.path, operations) }),
      };
    },
  );
}
