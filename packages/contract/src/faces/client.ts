import { operationFinder } from "@image-apis/conformance";
import { type ExpectedBody, expectedResponse } from "@image-apis/conformance/judging";
import { wireRequest } from "@image-apis/spec";
import { cellOf } from "../cell.ts";
import { callDifferences, resultOf } from "../client/call-result.ts";
import type { Call } from "../client/caller.ts";
import { callOf } from "../client/calls.ts";
import { captureServer } from "../client/capture-server.ts";
import { refusalDifferences } from "../client/refusal.ts";
import { requestDifferences } from "../client/request.ts";
import { demoSecrets } from "../client/secrets.ts";
import { sentBy } from "../client/sent.ts";
import type { Face } from "../face.ts";

/**
 * The client: its concrete methods put the documented bytes on the wire, return the documented response, and throw
 * the documented error. A request that is to be refused is sent with the client's own limits off. A refusal is tried
 * with them on.
 *
 * @param find Finds the call of an operation.
 */
export function clientFace(find: (api: string, operationId: string) => Call = callOf): Face {
  return {
    name: "client",
    async open(contract) {
      const { api, document } = contract;
      const operationOf = operationFinder(contract);
      const server = await captureServer();
      return {
        async check(exchange) {
          const operation = operationOf(exchange);
          const documented = expectedResponse(document, operation, exchange);
          const call = find(api, operation.operationId);
          server.prepare(documented);
          const setting = {
            baseUrl: server.url,
            secrets: demoSecrets(document, exchange.request.security),
            limits: documented.status < 400 ? "enforce" : "off",
          } as const;
          const result = await resultOf(call(setting, sentBy(operation, exchange)));
          const [captured, ...others] = server.captured();
          if (captured === undefined || others.length > 0) {
            const sent = `it was sent ${server.captured().length} times`;
            const received = "thrown" in result ? `${sent}: ${result.thrown}` : sent;
            return cellOf([{ what: "the request", expected: "to be sent once", received }]);
          }
          const wire = wireRequest(document, operation, exchange);
          return cellOf([
            ...requestDifferences(document, operation, wire, captured),
            ...(await callDifferences(operation, exchange, documented, result)),
          ]);
        },
        async refuse(refusal) {
          if (refusal.client === "inexpressible")
            return { state: "stated", reason: "inexpressible" };
          const { status } = refusal.mock;
          server.prepare({ status, mediaType: "application/problem+json", body: problem(status) });
          const operation = operationOf(refusal);
          const call = find(api, operation.operationId);
          const setting = {
            baseUrl: server.url,
            secrets: demoSecrets(document, refusal.request.security),
            limits: "enforce",
          } as const;
          const result = await resultOf(call(setting, sentBy(operation, refusal)));
          return cellOf(refusalDifferences(refusal, result, server.captured().length));
        },
        close: () => server.close(),
      };
    },
  };
}

function problem(status: number): ExpectedBody {
  return { kind: "json", value: { status, title: "Refused" } };
}
