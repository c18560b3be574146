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

/** What the mock consists of while it runs. */
export interface MockContext {
  readonly documents: LiveApis;
  readonly journal: Journal;
  readonly coverage: Coverage;
  /** `undefined` for a mock that answers by the documents alone. */
  readonly state: State | undefined;
  readonly faultPlan: FaultPlan;
  readonly script: FaultScript;
  readonly random: Random;
  readonly access: Access;
  readonly connections: Connections;
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
  return {
    documents: new LiveApis(apis),
    journal: new Journal(),
    coverage: new Coverage(),
    state,
    faultPlan,
    script: new FaultScript(),
    random,
    access,
    connections: new Connections(),
  };
}
