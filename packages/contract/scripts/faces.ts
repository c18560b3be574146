import { siteFolder } from "@image-apis/docs";
import { startMock } from "@image-apis/mock";
import { builtPages } from "../src/docs/built-pages.ts";
import type { Face } from "../src/face.ts";
import { clientFace } from "../src/faces/client.ts";
import { docsFace } from "../src/faces/docs.ts";
import { mockFace } from "../src/faces/mock.ts";
import { samplesFace } from "../src/faces/samples.ts";
import { schemaFace } from "../src/faces/schema.ts";
import { type StatefulServer, serverFace, statefulMockFace } from "../src/faces/stateful-mock.ts";
import { typesFace } from "../src/faces/types.ts";
import { samples } from "./samples.ts";
import { startedServer } from "./started-server.ts";

/** Everything this repository makes from the documents: the columns of its grid. */
export const faces: readonly Face[] = [
  schemaFace,
  typesFace(),
  clientFace(),
  mockFace(() => startMock({ port: 0 })),
  statefulMockFace(statefulMock),
  serverFace(startedServer),
  docsFace(builtPages(siteFolder())),
  samplesFace(samples, () => startMock({ port: 0 })),
];

async function statefulMock(): Promise<StatefulServer> {
  const mock = await startMock({ port: 0, stateful: true });
  const reset = async () => {
    const { ok } = await fetch(`${mock.url}/__mock/reset`, {
      method: "POST",
      headers: { "X-Mock-Control": "1" },
    });
    if (!ok) throw new Error("The mock does not start again.");
  };
  return { ...mock, reset };
}
