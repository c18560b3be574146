import { operationFinder } from "@image-apis/conformance";
import {
  answerDifferences,
  type BodyComparison,
  compare,
  documentedAnswer,
  occasionOf,
  refusalDifferences,
  rulesOf,
  send,
  statefulRules,
  stepsBefore,
  varyingDifferences,
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
 * A mock that keeps state: the steps an exchange is given are taken first, and the answer is the documented one, by
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
      const rules = rulesOf(contract.api, statefulRules);
      const ask = (exchange: Exchange) =>
        send(server.url, wireRequest(document, operationOf(exchange), exchange));
      return {
        async check(exchange) {
          await server.reset();
          const steps = stepsBefore(contract, exchange);
          for (const step of steps) {
            const { status } = await ask(step);
            const failed = compare(`status of ${step.id}`, step.response.status, status);
            if (failed.length > 0) return cellOf(failed);
          }
          const documented = documentedAnswer(document, operationOf(exchange), exchange);
          const received = await ask(exchange);
          const occasion = occasionOf(exchange, steps);
          const compareBody: BodyComparison = (...values) =>
            varyingDifferences({ rules, keys: "same", files: "each" }, ...values, occasion);
          return cellOf(answerDifferences(documented, received, compareBody));
        },
        async refuse(refusal) {
          await server.reset();
          const operation = operationOf(refusal);
          const received = await send(server.url, wireRequest(document, operation, refusal));
          return cellOf(refusalDifferences(operation, refusal, received));
        },
        close: () => server.close(),
      };
    },
  };
}
