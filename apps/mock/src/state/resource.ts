import type {
  ContractOperation,
  KeptBytes,
  Measurement,
  ParameterValues,
} from "@image-apis/http-contract";
import type { Json } from "@image-apis/spec";

/** What a call brings to the state. */
export interface StateCall {
  values: ParameterValues;
  /** The files of the body, in their order; a raw body is one. */
  files: StateFile[];
  /** The body of the usual answer as the document shows it: what the state does not know stays as it is there. */
  example: Json | undefined;
  /** The most files that the document allows. */
  maxFiles: number;
  now: Date;
}

/** A file of a body. */
export interface StateFile extends Measurement {
  filename: string | undefined;
  /** All of its bytes, where they were kept. */
  content?: Uint8Array;
  /** As the client declared it. */
  mediaType: string;
}

/** What the state has to say to a call. */
export type Outcome =
  /** The usual answer with this body; without one, where the document has none. */
  | { kind: "usual"; body: Json | undefined; notes?: string[] }
  /** The usual answer with these bytes. */
  | { kind: "bytes"; mediaType: string; bytes: Uint8Array; notes?: string[] }
  /** The usual answer with the image that the documents have for it. */
  | { kind: "image" }
  | Refused;

/** The example whose `x-when` is one of these names, the fittest first. */
export interface Refused {
  kind: "refused";
  conditions: string[];
  why: string;
}

/** One operation of a resource. */
export interface StatefulOperation {
  /** Whether the call names something that the state does not have; comes before the rules of the body. */
  lookup(values: ParameterValues): Refused | undefined;
  run(call: StateCall): Outcome | Promise<Outcome>;
  /** Where the bytes of a body are counted until they are remembered, for an operation that needs them. */
  keptBytes?: KeptBytes;
}

/** One kind of thing that the stateful mock remembers. */
export interface Resource {
  /** The API whose operations it is about. */
  readonly api: string;
  /** Its key in a seed and in `GET /__mock/state`. */
  readonly name: string;
  /** By operationId. */
  readonly operations: Readonly<Record<string, StatefulOperation>>;
  /**
   * Prepares to start again: from a seed where there is one, else from what the documents show.
   *
   * @returns a function that does it, so that nothing is changed where another resource cannot start.
   * @throws Error for a seed that the documents do not allow.
   */
  start(documents: DocumentedStart, seed: Json | undefined): Promise<() => void>;
  /** What is remembered, without bytes. */
  snapshot(): Json;
}

/** What a start without a seed is made of. */
export interface DocumentedStart {
  operation(operationId: string): ContractOperation;
}

/** Lets a map hold what another one holds. */
export function replace<V>(map: Map<string, V>, next: ReadonlyMap<string, V>): void {
  map.clear();
  for (const [key, value] of next) map.set(key, value);
}

export function refused(conditions: string[], why: string): Refused {
  return { kind: "refused", conditions, why };
}
