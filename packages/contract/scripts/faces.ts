import { siteFolder } from "@image-apis/docs";
import { startMock } from "@image-apis/mock";
import { builtPages } from "../src/docs/built-pages.ts";
import type { Face } from "../src/face.ts";
import { clientFace } from "../src/faces/client.ts";
import { docsFace } from "../src/faces/docs.ts";
import { mockFace } from "../src/faces/mock.ts";
import { schemaFace } from "../src/faces/schema.ts";
import { typesFace } from "../src/faces/types.ts";

/** Everything this repository makes from the documents: the columns of its grid. */
export const faces: readonly Face[] = [
  schemaFace,
  typesFace(),
  clientFace(),
  mockFace(() => startMock({ port: 0 })),
  docsFace(builtPages(siteFolder())),
];
