import { operationFinder } from "@image-apis/conformance";
import {
  expectedResponse,
  refusalDifferences,
  send,
  valueDifferences,
} from "@image-apis/conformance/judging";
import { wireRequest } from "@image-apis/spec";
import { cellOf } from "../cell.ts";
import type { Face } from "../face.ts";

/** A server that answers for all APIs. */
export interface Server {
  /** Its address, without a slash at the end. */
  url: string;
  close(): Promise<void>;
}

/**
 * A mock that keeps no state: every exchange is sent over HTTP, whatever is given, and answered with the documented
 * body, by value. Every refusal is refused.
 *
 * @param start Starts the mock on a port of its own.
 */
export function mockFace(start: () => Promise<Server>): Face {
  return {
    name: "mock",
    async open(contract) {
      const { document } = contract;
      const operationOf = operationFinder(contract);
      const server = await start();
      return {
        async check(exchange) {
          const operation = operationOf(exchange);
          const documented = expectedResponse(document, operation, exchange);
          const received = await send(server.url, wireRequest(document, operation, exchange));
          return cellOf(valueDifferences(documented, received));
        },
        async refuse(refusal) {
          const operation = operationOf(refusal);
          const received = await send(server.url, wireRequest(document, operation, refusal));
          return cellOf(refusalDifferences(document, operation, refusal, received));
        },
        close: () => server.close(),
      };
    },
  };
}
