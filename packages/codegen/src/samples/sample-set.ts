import type { ApiModel } from "../model/model.ts";
import { sampleRequest } from "./from-exchange.ts";
import { type LanguageId, sampleLanguages } from "./languages.ts";
import type { SampleRequest } from "./request.ts";

/** A request in one language. */
export interface Sample {
  language: LanguageId;
  /** The name of its file, for example `add-customer-image-one-file.py`. */
  file: string;
  text: string;
}

/** One exchange in every language that has words for it. */
export interface SampleSet {
  /** `<api>/<operationId>/<exchange>` */
  id: string;
  /** The file that a success is written to, in the folder a sample is run in; by default, it is printed. */
  writes: string | undefined;
  samples: Sample[];
}

/** The samples of every exchange of an API, in the order of its operations. */
export function samplesOf(model: ApiModel): SampleSet[] {
  return model.operations.flatMap((operation) =>
    operation.exchanges.map((exchange) => sampleSet(sampleRequest(model, operation, exchange))),
  );
}

/** Writes a request in every language. */
export function sampleSet(request: SampleRequest): SampleSet {
  const { api, operationId, exchange, success } = request;
  // The hyphens keep it from being the name of a module that a program beside it imports.
  const name = `${hyphened(operationId)}-${exchange}`;
  const samples = sampleLanguages.flatMap(({ id, extension, write }): Sample[] => {
    const text = write(request);
    return text === undefined ? [] : [{ language: id, file: `${name}${extension}`, text }];
  });
  const writes = success.kind === "bytes" ? success.file : undefined;
  return { id: `${api}/${operationId}/${exchange}`, writes, samples };
}

/** `addCustomerImage` as `add-customer-image`. */
function hyphened(name: string): string {
  return name
    .replace(/([a-z\d])([A-Z])/g, "$1-$2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1-$2")
    .replace(/[^A-Za-z\d]+/g, "-")
    .toLowerCase();
}
