import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Exchange, fixture, fixturesOf, type Operation, wireRequest } from "@image-apis/spec";
import { cellOf } from "../cell.ts";
import { requestDifferences } from "../client/request.ts";
import { type Contract, operationFinder } from "../contract.ts";
import { compare, type Difference } from "../difference.ts";
import type { Face } from "../face.ts";
import { RecordingProxy } from "../samples/recording-proxy.ts";
import { run } from "../samples/run.ts";
import type { Server } from "./mock.ts";

/** The samples of one operation, which all send the request of one exchange. */
export interface SamplePrograms {
  /** The name of that exchange. */
  exchange: string;
  /** The files to run, shell or TypeScript, as they are on disk. */
  files: string[];
}

export interface SamplesSource {
  /** The address that every sample asks. */
  address: string;
  /** Where every sample looks for the exchange's files, from the folder it is run in. */
  filesAt: string;
  find(operationId: string): SamplePrograms | undefined;
}

/**
 * The samples: each is executed unchanged, and what it sends to the mock is what the exchange says, part by part.
 * An exchange that its operation's samples do not send is `not sampled`.
 *
 * @param start Starts the mock on a port of its own.
 */
export function samplesFace(source: SamplesSource, start: () => Promise<Server>): Face {
  return {
    name: "samples",
    async open(contract) {
      const operationOf = operationFinder(contract);
      const mock = await start();
      const proxy = await RecordingProxy.start(mock.url);
      return {
        async check(exchange) {
          const operation = operationOf(exchange);
          const programs = source.find(operation.operationId);
          if (programs === undefined) {
            throw new Error(`samples/${operation.operationId}/ is missing.`);
          }
          failOnUnknownExchange(contract, operation, programs);
          if (programs.exchange !== exchange.name) {
            return { state: "stated", reason: "not sampled" };
          }
          const differences: Difference[] = [];
          for (const file of programs.files) {
            const found = await differencesOf(contract, operation, exchange, {
              file,
              source,
              proxy,
            });
            const name = file.split(/[\\/]/).at(-1);
            differences.push(...found.map((it) => ({ ...it, what: `${name}: ${it.what}` })));
          }
          return cellOf(differences);
        },
        async close() {
          await proxy.close();
          await mock.close();
        },
      };
    },
  };
}

function failOnUnknownExchange(
  { exchanges }: Contract,
  { operationId }: Operation,
  { exchange: name }: SamplePrograms,
): void {
  if (exchanges.some((it) => it.operationId === operationId && it.name === name)) return;
  throw new Error(
    `The samples of ${operationId} are to send the exchange "${name}", which is not there.`,
  );
}

async function differencesOf(
  { document }: Contract,
  operation: Operation,
  exchange: Exchange,
  { file, source, proxy }: { file: string; source: SamplesSource; proxy: RecordingProxy },
): Promise<Difference[]> {
  const folder = mkdtempSync(join(tmpdir(), "image-apis-sample-"));
  try {
    const files = join(folder, source.filesAt);
    mkdirSync(files, { recursive: true });
    for (const name of fixturesOf(exchange.request.body))
      writeFileSync(join(files, name), fixture(name).bytes);
    proxy.take();
    const { exitCode, stderr } = await run({
      file,
      folder,
      asks: source.address,
      answered: proxy.url,
    });
    const [received, ...others] = proxy.take();
    if (received === undefined || others.length > 0) {
      const times = received === undefined ? 0 : others.length + 1;
      return [
        { what: "the request", expected: "to be sent once", received: `${times} times: ${stderr}` },
      ];
    }
    return [
      ...requestDifferences(
        document,
        operation,
        wireRequest(document, operation, exchange),
        received,
      ),
      ...compare("status of the answer", exchange.response.status, received.status),
      ...(exitCode === 0
        ? []
        : [{ what: "the program", expected: "to end well", received: `${exitCode}: ${stderr}` }]),
    ];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
