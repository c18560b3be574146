import { operationFinder } from "@image-apis/conformance";
import {
  anyServerRules,
  type BodyComparison,
  bodyDifferences,
  compare,
  expectedResponse,
  historyOf,
  type Rules,
  readMarks,
  refusalDifferences,
  send,
  setupSteps,
  statefulRules,
  valueDifferences,
} from "@image-apis/conformance/judging";
import { type RefusalRequest, type WireRequest, wireRequest } from "@image-apis/spec";
import { cellOf } from "../cell.ts";
import type { Face } from "../face.ts";
import type { Server } from "./mock.ts";

/** A server that remembers what it is sent. */
export interface StatefulServer extends Server {
  /** Forgets it and starts again from the documents. */
  reset(): Promise<void>;
  /** Puts credentials that it takes into a request, in place of the made-up ones. */
  signIn?(wire: WireRequest, api: string, schemes: readonly string[]): void;
}

/** A mock that keeps state. */
export function statefulMockFace(start: () => Promise<StatefulServer>): Face {
  return statefulFace("stateful", statefulRules, start);
}

/** The server. What the mock repeats from the documents, such as a token, is the server's own. */
export function serverFace(start: () => Promise<StatefulServer>): Face {
  return statefulFace("server", { ...anyServerRules, ...statefulRules }, start);
}

/**
 * A server that keeps state: the steps an exchange is given are taken first, and the response is the documented one, by
 * value but for what varies. That is held against a rule each.
 *
 * @param start Starts the server on a port of its own.
 */
function statefulFace(name: string, rules: Rules, start: () => Promise<StatefulServer>): Face {
  return {
    name,
    async open(contract) {
      const { document } = contract;
      const operationOf = operationFinder(contract);
      const server = await start();
      const marks = readMarks(contract);
      const ask = (sent: { operationId: string; request: RefusalRequest }) => {
        const wire = wireRequest(document, operationOf(sent), sent);
        server.signIn?.(wire, contract.api, sent.request.security);
        return send(server.url, wire);
      };
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
            rules,
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
          const received = await ask(refusal);
          return cellOf(refusalDifferences(document, operation, refusal, received));
        },
        close: () => server.close(),
      };
    },
  };
}
