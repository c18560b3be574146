import type { IncomingMessage } from "node:http";
import { type Answer, Problem, splitTarget } from "@image-apis/http-contract";
import { eventStream } from "../inspector/events.ts";
import { inspectorAsset } from "../inspector/page.ts";
import type { MockContext } from "../mock-context.ts";
import { reset } from "../reset.ts";
import type { State } from "../stateful/state.ts";
import { askedWorld } from "../worlds/asked-world.ts";
import { scriptedFault } from "./scripted-fault.ts";

/** What every path of the mock itself begins with. */
const root = "/__mock";

/** Whether a request is for the mock itself. */
export function isControl({ url = "" }: Pick<IncomingMessage, "url">): boolean {
  const path = pathOf(url);
  return path === root || path.startsWith(`${root}/`);
}

/** Whether a request is for the stream of events, which has no end. */
export function isEventStream({ method, url = "" }: IncomingMessage): boolean {
  return method === "GET" && pathOf(url) === `${root}/events`;
}

/** The path of a target; a slash at its end, as people type it, changes nothing. */
function pathOf(url: string): string {
  const { path } = splitTarget(url);
  return path.endsWith("/") ? path.slice(0, -1) : path;
}

type Resource = Partial<
  Record<"GET" | "DELETE" | "POST", (request: IncomingMessage) => Answer | Promise<Answer>>
>;

/**
 * Answers what is below `/__mock`, for one world: the inspector, the health, the documents, the journal, the coverage,
 * the faults, the state and the list of worlds.
 *
 * @throws Problem 404 or 405.
 */
export async function controlResponse(
  context: MockContext,
  request: IncomingMessage,
): Promise<Answer> {
  const path = pathOf(request.url ?? "");
  const { method = "GET" } = request;
  const all = resources(context);
  const resource = all.get(path);
  if (resource === undefined) {
    throw new Problem(
      404,
      `The mock has nothing at ${path}. It has ${[...all.keys()].join(", ")}.`,
    );
  }
  const answer = resource[(method === "HEAD" ? "GET" : method) as keyof Resource];
  if (answer === undefined) {
    const methods = Object.keys(resource).flatMap((it) => (it === "GET" ? ["GET", "HEAD"] : [it]));
    throw new Problem(405, `${path} does not take ${method}. It takes ${methods.join(", ")}.`, {
      headers: { Allow: methods.join(", ") },
    });
  }
  return answer(request);
}

function resources(context: MockContext): Map<string, Resource> {
  const { documents, journal, coverage, state, script, worlds } = context;
  const { current, status } = documents;
  const openapi = [...current.documents].map(([api, text]): [string, Resource] => [
    `${root}/openapi/${api}.json`,
    { GET: () => ok(text) },
  ]);
  return new Map<string, Resource>([
    [root, { GET: () => inspectorAsset("html") }],
    // Of the stream itself only HEAD comes here.
    [`${root}/events`, { GET: () => ({ status: 200, headers: eventStream, body: undefined }) }],
    [`${root}/inspector.css`, { GET: () => inspectorAsset("css") }],
    [`${root}/inspector.js`, { GET: () => inspectorAsset("js") }],

    [
      `${root}/health`,
      { GET: () => ok(JSON.stringify({ status: "ok", apis: current.apis, documents: status })) },
    ],
    ...openapi,
    [
      `${root}/requests`,
      {
        GET: () => ok(journal.json()),
        DELETE: () => {
          journal.clear();
          return noContent;
        },
      },
    ],
    [
      `${root}/coverage`,
      {
        GET: () => ok(JSON.stringify(coverage.report(current.operations))),
        DELETE: () => {
          coverage.clear();
          return noContent;
        },
      },
    ],
    [
      `${root}/worlds`,
      {
        GET: () => ok(JSON.stringify(worlds?.lines ?? [])),
        DELETE: (request) => {
          const name = askedWorld(request);
          if (name === undefined) worlds?.endAll();
          else worlds?.end(name);
          return noContent;
        },
      },
    ],
    [
      `${root}/faults`,
      {
        GET: () => ok(JSON.stringify(script.pending)),
        POST: async (request) => {
          script.add(await scriptedFault(request, current.operations));
          return noContent;
        },
        DELETE: () => {
          script.clear();
          return noContent;
        },
      },
    ],
    [
      `${root}/state`,
      {
        GET: async (request) => {
          const held = requireState(state);
          return ok(
            JSON.stringify(
              isAskedAsSeed(request) ? await held.seed() : await held.snapshot(current.operations),
            ),
          );
        },
      },
    ],
    [
      `${root}/reset`,
      {
        POST: async () => {
          await reset(context).catch(({ message }: Error) => {
            throw new Problem(409, `${message} Everything stays as it was.`);
          });
          return noContent;
        },
      },
    ],
  ]);
}

/** @throws Problem 400 for another form than that of a seed. */
function isAskedAsSeed({ url = "" }: IncomingMessage): boolean {
  const as = new URLSearchParams(splitTarget(url).query).get("as");
  if (as === null || as === "seed") return as === "seed";
  throw new Problem(
    400,
    `There is no state as ${JSON.stringify(as)}. It comes as=seed, or without.`,
  );
}

/** @throws Problem 404 for a mock without a state. */
function requireState(state: State | undefined): State {
  if (state !== undefined) return state;
  throw new Problem(404, "This mock keeps no state. Start it with --stateful.");
}

const noContent: Answer = { status: 204, headers: {}, body: undefined };

function ok(json: string): Answer {
  return {
    status: 200,
    headers: { "Content-Type": "application/json", "Cache-Control": "no-store" },
    body: json,
  };
}
