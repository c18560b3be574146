import { InvalidResponseError, validateAnswers } from "@image-apis/client/validate";
import { send } from "@image-apis/conformance/judging";
import { isJson, judgeResponse } from "@image-apis/http-contract";
import { startProxy } from "@image-apis/mock";
import {
  encodeRequest,
  loadDocument,
  loadExchanges,
  operations,
  wireRequest,
} from "@image-apis/spec";
import { describe, expect, it } from "vitest";
import { checkedWrong, findings, useMock } from "../conformance/checked.ts";
import { inFrontOf } from "../in-front-of.ts";
import { type Probe, probes, type Said } from "./probes.ts";

const mock = useMock(false);
const document = loadDocument("superoffice");

/** The request that a probe answers, and what makes a wrong response of the right one. */
function setup({ to, change }: Probe) {
  const exchange = loadExchanges("superoffice").find((it) => it.id === `superoffice/${to}`);
  const operation = operations(document).find((it) => it.operationId === exchange?.operationId);
  if (exchange === undefined || operation === undefined) throw new Error(`There is no ${to}.`);
  const wire = wireRequest(document, operation, exchange);
  // What reads the image before and after is answered as it is.
  const answer = (
    right: Parameters<typeof change>[0],
    asked: { method: string; target: string },
  ) => (asked.method === wire.method && asked.target === wire.target ? change(right) : {});
  return { operation, wire, wrongs: { answer } };
}

async function ask(url: string, probe: Probe): Promise<Request> {
  const { method, target, headers, body } = await encodeRequest(setup(probe).wire);
  return new Request(`${url}${target}`, { method, headers, body: body ?? null });
}

async function bySending<T>(probe: Probe, send: (url: string) => Promise<T>): Promise<T> {
  const server = await inFrontOf(mock(), setup(probe).wrongs);
  try {
    return await send(server.url);
  } finally {
    await server.close();
  }
}

async function conformance(probe: Probe): Promise<boolean> {
  // The response alone: what it stored is judged elsewhere.
  const options = { only: [probe.to], examplesOnly: true };
  const report = await checkedWrong(mock(), setup(probe).wrongs, "superoffice", options);
  return findings(report).length === 0;
}

async function proxy(probe: Probe): Promise<boolean> {
  return bySending(probe, async (target) => {
    const proxy = await startProxy({ port: 0, target });
    try {
      const { headers } = await fetch(await ask(proxy.url, probe));
      return headers.get("x-contract-violations") === null;
    } finally {
      await proxy.close();
    }
  });
}

/** Whether the client's own judge sees it: it is about the value of documented JSON; the client reads all else itself. */
async function isForClient(probe: Probe): Promise<boolean> {
  const { operation, wire } = setup(probe);
  return bySending(probe, async (url) => {
    const received = await send(url, wire);
    const response = { ...received, body: received.bytes };
    const { value, mediaType = "" } = await judgeResponse(document, operation, response);
    return value !== undefined && isJson(mediaType);
  });
}

async function client(probe: Probe): Promise<boolean> {
  return bySending(probe, async (url) => {
    const answered = validateAnswers(await ask(url, probe), fetch);
    return answered.then(
      () => true,
      (error: unknown) => {
        if (error instanceof InvalidResponseError) return false;
        throw error;
      },
    );
  });
}

describe.each(probes)("$what in response to $to: $said", (probe) => {
  const conforms = probe.said === ("conforms" satisfies Said);
  // A strict reader counts what the document does not mention; the others pass it.
  const isPassed = probe.said !== ("breaks" satisfies Said);

  it("says conformance", async () => {
    expect(await conformance(probe)).toBe(conforms);
  });

  it("says the mock's proxy", async () => {
    expect(await proxy(probe)).toBe(isPassed);
  });

  it("says the client, where it is about the value of JSON", async () => {
    expect(await client(probe)).toBe(isPassed || !(await isForClient(probe)));
  });
});
