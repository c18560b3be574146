import { type Api, type Mock, startMock } from "@image-apis/mock";
import { mockFace, type Server } from "../../src/faces/mock.ts";
import { statefulMockFace } from "../../src/faces/stateful-mock.ts";
import type { Check } from "../../src/mutate/check.ts";
import { faceCheck } from "../../src/mutate/checks/face.ts";
import type { Subject } from "../../src/mutate/subject.ts";

/** The mock in both modes, serving the document it is to be held against, and what stops it. */
export async function mockChecks(
  subjects: readonly Subject[],
): Promise<{ checks: Check[]; close(): Promise<void> }> {
  const mock = await startMock({ port: 0 });
  const stateful = await startMock({ port: 0, stateful: true });
  const serve = async ({ url, reload }: Mock, changed: Subject): Promise<Server> => {
    await reload(async () =>
      subjects.map((subject) => apiOf(subject.api === changed.api ? changed : subject)),
    );
    return { url, close: async () => {} };
  };
  return {
    checks: [
      faceCheck("mock", (subject) => mockFace(() => serve(mock, subject))),
      faceCheck("stateful", (subject) =>
        statefulMockFace(async () => {
          const server = await serve(stateful, subject);
          return { ...server, reset: () => reset(server) };
        }),
      ),
    ],
    async close() {
      await mock.close();
      await stateful.close();
    },
  };
}

/** The mock answers from all exchanges, whichever are sent. */
function apiOf({ api: name, document, exchanges }: Subject): Api {
  return { name, document, exchanges: [...exchanges] };
}

async function reset({ url }: Server): Promise<void> {
  const { ok } = await fetch(`${url}/__mock/reset`, {
    method: "POST",
    headers: { "X-Mock-Control": "1" },
  });
  if (!ok) throw new Error("The mock does not start again.");
}
