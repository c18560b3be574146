import type { IncomingMessage } from "node:http";
import { Problem } from "@image-apis/http-contract";
import type { MockContext } from "../mock-context.ts";
import { askedWorld, shownWorld } from "./asked-world.ts";

const nothing = () => {};

/**
 * The world that a request to the mock itself is about. A header uses it, as requests to the API do; a page that only
 * looks keeps none alive.
 *
 * @returns the world, and what is to be called when the request has been answered.
 * @throws Problem 400 for what is not a name, 404 for a world to be looked at that there is not.
 */
export async function controlledWorld(
  context: MockContext,
  request: IncomingMessage,
): Promise<{ world: MockContext; done(): void }> {
  const { worlds } = context;
  const isAboutWorlds = /\/worlds\/?(\?|$)/.test(request.url ?? "");
  if (worlds === undefined || isAboutWorlds) return { world: context, done: nothing };
  const asked = askedWorld(request);
  if (asked !== undefined) return worlds.use(asked);
  const shown = shownWorld(request);
  if (shown === undefined) return { world: context, done: nothing };
  const world = worlds.find(shown);
  if (world !== undefined) return { world, done: nothing };
  throw new Problem(
    404,
    `There is no world ${shown}. One begins with the first request that names it, and ends when it is not used.`,
  );
}
