import type { Api } from "@image-apis/http-contract";
import { type Listening, listen } from "@image-apis/http-contract/server";
import type { Seed } from "@image-apis/reference";
import { apiNames, loadDocument, loadExchanges } from "@image-apis/spec";
import { type AccessOptions, readAccess } from "./control/access.ts";
import { type DocumentOptions, documentApi } from "./document/document-api.ts";
import type { FaultPlan } from "./faults/injected-fault.ts";
import { newMockContext } from "./mock-context.ts";
import { mockListener, refusalOptions } from "./mock-listener.ts";
import { mockApis } from "./prism/mock-operation.ts";
import { type MockWorld, mockWorld } from "./program/mock-world.ts";
import { type OwnWorld, ownWorld } from "./program/own-world.ts";
import { Random } from "./random/random.ts";
import { type ShapeOptions, shaper } from "./shaped/shape.ts";
import { State } from "./stateful/state.ts";
import { certificate, type TlsOptions } from "./tls/certificate.ts";
import { withWorlds } from "./worlds/mock-worlds.ts";
import type { WorldLimits } from "./worlds/worlds.ts";

export interface MockOptions
  extends FaultPlan,
    AccessOptions,
    DocumentOptions,
    ShapeOptions,
    TlsOptions {
  /** 0 takes any free port. */
  port: number;
  /** The address to listen on; `127.0.0.1` by default. */
  host?: string;
  /** How long a request may take to arrive, in milliseconds; five minutes by default. Then it is 408. */
  timeLimit?: number;
  /** Whether uploads and deletes change later responses; `false` by default. */
  stateful?: boolean;
  /** What is left to chance follows from this text, `dynamic` included; by default every start is different. */
  randomSeed?: string;
  /** What the worlds of tests may take. */
  worlds?: Partial<WorldLimits>;
  /** What a stateful mock starts with, or the path of a JSON file with it; it makes the mock stateful. */
  seed?: string | Seed;
}

/** The running mock. */
export interface Mock extends Listening, MockWorld {
  /**
   * Loads documents and serves them from the next request on; what a stateful mock remembers stays.
   *
   * @throws what `load` throws, and an Error for what the mock cannot serve. Then it serves the last good ones, and
   * `/__mock` says why.
   */
  reload(load: () => Promise<Api[]>): Promise<void>;
  /** The certificate that it shows, in PEM, for a client to trust; `undefined` for a mock without TLS. */
  readonly certificate: string | undefined;
  /**
   * Begins a world for a test, or goes on with the one of that name, and holds it until it is ended.
   *
   * @param name 1 to 100 letters, digits, dots, colons, hyphens and underscores.
   * @throws Problem for another name, or where there is no room for one more.
   */
  world(name: string): Promise<OwnWorld>;
}

/** The document that is asked for, or all of `@image-apis/spec`. */
async function loadedApis({ document, exchanges }: DocumentOptions): Promise<Api[]> {
  if (document !== undefined) return [await documentApi(document, exchanges)];
  if (exchanges !== undefined) {
    throw new Error(
      "--exchanges belongs to --document: name the document whose exchanges they are.",
    );
  }
  return apiNames().map((name) => ({
    name,
    document: loadDocument(name),
    exchanges: loadExchanges(name),
  }));
}

/**
 * Serves a document, or every API of `@image-apis/spec`, on one port.
 *
 * @throws PortTakenError where something else listens on the port; an Error where a document says something
 * that the mock cannot serve, or the seed cannot be read.
 */
export async function startMock(options: MockOptions): Promise<Mock> {
  const { port, host = "127.0.0.1", seed, stateful = seed !== undefined } = options;
  const { timeLimit = 300_000, ...faultPlan } = options;
  const access = readAccess(options, host);
  const shape = shaper(options);
  const tls = await certificate(options, host);
  const apis = await loadedApis(options);
  const served = await mockApis(apis.map(shape));
  const random = new Random(options.randomSeed);
  const stateStart = stateful ? { seed } : undefined;
  const state = stateStart && new State(random, stateStart);
  await state?.reset(served.operations);
  const context = withWorlds(newMockContext(served, { state, faultPlan, random, access }), {
    randomSeed: options.randomSeed,
    stateStart,
    limits: options.worlds,
  });
  const limits = {
    requestTimeout: timeLimit,
    headersTimeout: Math.min(60_000, timeLimit),
    connectionsCheckingInterval: Math.min(5000, timeLimit / 2),
  };
  const listening = await listen(mockListener(context), {
    port,
    host,
    ...(tls && { tls }),
    server: limits,
    answersHalfClosed: true,
    readsHead: true,
    ...refusalOptions(context),
  });
  return {
    ...mockWorld(listening.url, () => context),
    ...listening,
    reload: (load) => context.documents.reload(async () => (await load()).map(shape)),
    certificate: tls?.cert,
    world: (name) => ownWorld(listening.url, context, name),
  };
}
