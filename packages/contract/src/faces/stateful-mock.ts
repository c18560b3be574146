import { operationFinder } from "@image-apis/conformance";
import {
  type BodyComparison,
  bodyDifferences,
  compare,
  expectedResponse,
  historyOf,
  readMarks,
  refusalDifferences,
  send,
  setupSteps,
  statefulRules,
  valueDifferences,
} from "@image-apis/conformance/judging";
import { type Exchange, wireRequest } from "@image-apis/spec";
import { cellOf } from "../cell.ts";
import type { Face } from "../face.ts";
import type { Server } from "./mock.ts";

/** A server that remembers what it is sent. */
export interface StatefulServer extends Server {
  /** Forgets it and starts again from the documents. */
  reset(): Promise<void>;
}

/**
 * A mock that keeps state: the steps an exchange is given are taken first, and the response is the documented one, by
 * value but for what varies. That is held against a rule each.
 *
 * @param start Starts the mock on a port of its own.
 */
export function statefulMockFace(start: () => Promise<StatefulServer>): Face {
  return {
    name: "stateful",
    async open(contract) {
      const { document } = contract;
      const operationOf = operationFinder(contract);
      const server = await start();
      const marks = readMarks(contract);
      const ask = (exchange: Exchange) =>
        send(server.url, wireRequest(document, operationOf(exchange), exchange));
      return {
        async check(exchange) {
          await server.reset();
          const steps = setupSteps(contract, exchange);
          for (const step of steps) {
            const { status } = await ask(step);
            const failed = compare(`status of ${step.id}`, step.response.status, status);
            if (failed.length > 0) return cellOf(failed);
          }
          const operation = operationOf(exchange);
          const documented = expectedResponse(document, operation, exchange);
          const received = await ask(exchange);
          const history = historyOf(exchange, steps, marks.zone);
          const reading = {
            rules: statefulRules,
            marks: marks.of(operation, documented.status, documented.mediaType),
            keys: "same" as const,
            files: "each" as const,
          };
          const compareBody: BodyComparison = (...values) =>
            bodyDifferences(reading, ...values, history);
          return cellOf(valueDifferences(documented, received, compareBody));
        },
        async refuse(refusal) {
          await server.reset();
          const operation = operationOf(refusal);
          const received = await send(server.url, wireRequest(document, operation, refusal));
          return cellOf(refusalDifferences(document, operation, refusal, received));
        },
        close: () => server.close(),
      };
    },
  };
}
