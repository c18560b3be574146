import type { CompiledApis } from "@image-apis/http-contract";
import { Connections } from "@image-apis/http-contract/server";
import { type Access, readAccess } from "./control/access.ts";
import { FaultScript } from "./faults/fault-script.ts";
import type { FaultPlan } from "./faults/injected-fault.ts";
import { Coverage } from "./journal/coverage.ts";
import { Journal } from "./journal/journal.ts";
import { LiveApis } from "./live-apis.ts";
import { Random } from "./random/random.ts";
import type { State } from "./stateful/state.ts";
import type { Worlds } from "./worlds/worlds.ts";

/** What every world of a mock shares. */
interface Shared {
  readonly documents: LiveApis;
  readonly coverage: Coverage;
  readonly faultPlan: FaultPlan;
  readonly access: Access;
  readonly connections: Connections;
}

/** What the mock consists of while it runs, as one world sees it. */
export interface MockContext extends Shared {
  readonly journal: Journal;
  /** `undefined` for a mock that answers by the documents alone. */
  readonly state: State | undefined;
  readonly script: FaultScript;
  readonly random: Random;
  /** Aborted when this world ends, or the mock with all of them. */
  readonly closing: AbortSignal;
  /** The worlds beside the one that requests share which name none; `undefined` for a server that has no others. */
  readonly worlds: Worlds<MockContext> | undefined;
}

/** What is not the same for every mock. */
interface Own {
  state?: State | undefined;
  faultPlan?: FaultPlan;
  random?: Random;
  access?: Access;
}

export function newMockContext(
  apis: CompiledApis,
  { state, faultPlan = {}, random = new Random(), access = readAccess({}) }: Own = {},
): MockContext {
  const connections = new Connections();
  return {
    documents: new LiveApis(apis),
    journal: new Journal(),
    coverage: new Coverage(),
    state,
    faultPlan,
    script: new FaultScript(),
    random,
    access,
    connections,
    closing: connections.closing.signal,
    worlds: undefined,
  };
}
