import {
  buildModel,
  type Sample,
  type SampleSet,
  samplesOf,
  shownFirst,
} from "@image-apis/codegen";
import { loadOverlay } from "@image-apis/spec";
import type { Api } from "./api.ts";

/** The samples of one operation. */
export interface OperationSamples {
  /** The name of the exchange whose samples the operation's page shows. */
  first: string;
  /** By the exchange's name, in the order of the exchanges. */
  sets: ReadonlyMap<string, SampleSet>;
}

/** The samples of every operation that has an exchange, by `sampleKey`. */
export type Samples = ReadonlyMap<string, OperationSamples>;

/** The key of an operation; its id alone may be that of another API as well. */
export function sampleKey(api: string, operationId: string): string {
  return `${api}/${operationId}`;
}

/** The sample of an exchange in a language; nothing where there is none. */
export function sampleOf(samples: Samples, exchange: string, language: string): Sample | undefined {
  const [api = "", operationId = "", name = ""] = exchange.split("/");
  const set = samples.get(sampleKey(api, operationId))?.sets.get(name);
  return set?.samples.find((it) => it.language === language);
}

/** Writes the samples of every exchange. */
export function samplesFor(apis: readonly Api[]): Samples {
  return new Map(apis.flatMap(samplesOfApi));
}

function samplesOfApi({ name, document, exchanges }: Api): [string, OperationSamples][] {
  const model = buildModel({ api: name, document, exchanges, overlay: loadOverlay(name) });
  const sets = new Map(samplesOf(model).map((set) => [set.id, set]));
  return model.operations.flatMap((operation) => {
    const first = shownFirst(operation);
    if (first === undefined) return [];
    const own = operation.exchanges.flatMap((exchange): [string, SampleSet][] => {
      const set = sets.get(`${name}/${operation.operationId}/${exchange.name}`);
      return set === undefined ? [] : [[exchange.name, set]];
    });
    const samples = { first: first.name, sets: new Map(own) };
    return [[sampleKey(name, operation.operationId), samples] as const];
  });
}
