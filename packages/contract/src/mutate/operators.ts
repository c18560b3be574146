import type { Operator } from "./mutation.ts";
import { claimOperators } from "./operators/claims.ts";
import { exampleOperators } from "./operators/examples.ts";
import { limitOperators } from "./operators/limits.ts";
import { lineOperators } from "./operators/lines.ts";
import { linkOperators } from "./operators/links.ts";
import { nameOperators } from "./operators/names.ts";
import { requiredOperators } from "./operators/required.ts";
import { responseOperators } from "./operators/responses.ts";
import { securityOperators } from "./operators/security.ts";
import { serverOperators } from "./operators/servers.ts";
import { sourceOperators } from "./operators/sources.ts";
import { travelOperators } from "./operators/travel.ts";
import { typeOperators } from "./operators/types.ts";
import { valueOperators } from "./operators/values.ts";

/** Every way in which documents are changed. */
export const operators: readonly Operator[] = [
  ...requiredOperators,
  ...typeOperators,
  ...nameOperators,
  ...limitOperators,
  ...valueOperators,
  ...travelOperators,
  ...serverOperators,
  ...linkOperators,
  ...securityOperators,
  ...responseOperators,
  ...exampleOperators,
  ...sourceOperators,
  ...lineOperators,
  ...claimOperators,
];
