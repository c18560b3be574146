import { typesFace } from "../../src/faces/types.ts";
import { faceCheck } from "../../src/mutate/checks/face.ts";
import { regeneratedTypes } from "../../test/regenerated-types.ts";

/** The types, generated again from the document, so that none is red for being old. */
export const typesCheck = faceCheck("types", async ({ api, document }) =>
  typesFace(await regeneratedTypes(api, document)),
);
