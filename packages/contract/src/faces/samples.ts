import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { type Contract, operationFinder } from "@image-apis/conformance";
import type { Difference } from "@image-apis/conformance/judging";
import { type Exchange, fixture, fixturesOf, type Operation, wireRequest } from "@image-apis/spec";
import { cellOf } from "../cell.ts";
import { requestDifferences } from "../client/request.ts";
import type { Face } from "../face.ts";
import { RecordingProxy } from "../samples/recording-proxy.ts";
import { runDifferences } from "../samples/run-differences.ts";
import type { Runner } from "../samples/runner.ts";
import { runners as allRunners } from "../samples/runners.ts";
import type { Server } from "./mock.ts";

/** A program that sends an exchange. */
export interface SampleProgram {
  /** The name of its file, whose end says its language. */
  file: string;
  text: string;
  /** Whether it prints the body of a success as it came, or a value made of it. */
  prints: "body" | "value";
}

/** The programs of one exchange. */
export interface SamplePrograms {
  programs: readonly SampleProgram[];
  /** The file they write a success to, in the folder they are run in; they print it otherwise. */
  writes?: string | undefined;
}

/** Where samples come from. */
export interface SamplesSource {
  /** The address that every sample asks. */
  address: string;
  /** Where every sample looks for the exchange's files, from the folder it is run in. */
  filesAt: string;
  find(exchange: Exchange): SamplePrograms | undefined;
}

/**
 * The samples: every exchange's programs are executed unchanged. What each sends to the mock is what the exchange
 * says, part by part; a success is printed or written, a refusal shown. A language that nothing here can run is left to
 * other tests.
 *
 * @param start Starts the mock on a port of its own.
 * @param runners How a language is run, by the end of its files' names.
 */
export function samplesFace(
  source: SamplesSource,
  start: () => Promise<Server>,
  runners = allRunners,
): Face {
  return {
    name: "samples",
    async open(contract) {
      const operationOf = operationFinder(contract);
      const root = mkdtempSync(join(tmpdir(), "image-apis-samples-"));
      writeFiles(join(root, "files"), contract.exchanges);
      const mock = await start();
      const languages: Language[] = [];
      const notes: string[] = [];
      for (const [ending, startRunner] of Object.entries(runners)) {
        const proxy = await RecordingProxy.start(mock.url);
        const runner = await startRunner({ asks: source.address, answered: proxy.url });
        const folder = join(root, ending.slice(1));
        if ("missing" in runner) {
          notes.push(
            `The samples in *${ending} were NOT RUN: this machine has no ${runner.missing}.`,
          );
          await proxy.close();
        } else {
          linkFiles(join(root, "files"), join(folder, source.filesAt));
          languages.push({ ending, proxy, runner, folder });
        }
      }
      return {
        notes,
        async check(exchange) {
          const operation = operationOf(exchange);
          const found = source.find(exchange);
          if (found === undefined) throw new Error(`There are no samples of ${exchange.id}.`);
          const differences = await Promise.all(
            languages.map((language) =>
              differencesIn(language, contract, operation, exchange, found),
            ),
          );
          return cellOf(differences.flat());
        },
        async close() {
          await Promise.all(languages.map(({ runner }) => runner.close()));
          await Promise.all(languages.map(({ proxy }) => proxy.close()));
          await mock.close();
          rmSync(root, { recursive: true, force: true });
        },
      };
    },
  };
}

/** A language that can be run here, with a proxy of its own, so that each knows its requests. */
interface Language {
  ending: string;
  proxy: RecordingProxy;
  runner: Runner;
  folder: string;
}

/** Every program of one language. */
async function differencesIn(
  { ending, proxy, runner, folder }: Language,
  { document }: Contract,
  operation: Operation,
  exchange: Exchange,
  { programs, writes }: SamplePrograms,
): Promise<Difference[]> {
  const differences: Difference[] = [];
  for (const { file, text, prints } of programs.filter((it) => it.file.endsWith(ending))) {
    writeFileSync(join(folder, file), text);
    if (writes !== undefined) rmSync(join(folder, writes), { force: true });
    proxy.take();
    const run = await runner.run(join(folder, file), folder);
    const [received, ...others] = proxy.take();
    const found =
      received === undefined || others.length > 0
        ? notOnce(received === undefined ? 0 : others.length + 1, run.stderr)
        : [
            ...requestDifferences(
              document,
              operation,
              wireRequest(document, operation, exchange),
              received,
            ),
            ...runDifferences(exchange, received, run, { folder, writes, prints }),
          ];
    differences.push(...found.map((it) => ({ ...it, what: `${file}: ${it.what}` })));
  }
  return differences;
}

function notOnce(times: number, stderr: string): Difference[] {
  const received = `${times} times: ${stderr}`;
  return [{ what: "the request", expected: "to be sent once", received }];
}

/** Every file that the exchanges send, once: the largest have 49 MB. */
function writeFiles(folder: string, exchanges: readonly Exchange[]): void {
  mkdirSync(folder, { recursive: true });
  for (const name of new Set(exchanges.flatMap(({ request }) => fixturesOf(request.body)))) {
    writeFileSync(join(folder, name), fixture(name).bytes);
  }
}

function linkFiles(files: string, link: string): void {
  mkdirSync(dirname(link), { recursive: true });
  // On Windows only a junction needs no rights of its own.
  symlinkSync(files, link, "junction");
}
