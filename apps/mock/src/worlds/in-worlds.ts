import type { RequestListener } from "node:http";
import { Problem } from "@image-apis/http-contract";
import { answerToBug, sendAnswer, sendRefusal } from "@image-apis/http-contract/server";
import type { MockContext } from "../mock-context.ts";
import { askedWorld } from "./asked-world.ts";

/**
 * Gives each request to the world that it names.
 *
 * @param listenerOf answers the requests of one world.
 * @param refusals what becomes of a request whose world cannot be used.
 */
export function inWorlds(
  context: MockContext,
  listenerOf: (world: MockContext) => RequestListener,
  refusals: Parameters<typeof sendRefusal>[0],
): RequestListener {
  const main = listenerOf(context);
  const listeners = new WeakMap<MockContext, RequestListener>();
  const listener = (world: MockContext) => {
    const known = listeners.get(world) ?? listenerOf(world);
    listeners.set(world, known);
    return known;
  };
  const inItsWorld = async (...[request, response]: Parameters<RequestListener>) => {
    try {
      const name = askedWorld(request);
      if (name === undefined || context.worlds === undefined) return main(request, response);
      const { world, done } = await context.worlds.use(name);
      if (response.closed) done();
      else response.once("close", done);
      listener(world)(request, response);
    } catch (error) {
      if (error instanceof Problem) sendRefusal(refusals, request, response, error);
      else sendAnswer(response, answerToBug(error));
    }
  };
  return (request, response) => {
    if (request.headers["x-mock-world"] === undefined) main(request, response);
    else void inItsWorld(request, response);
  };
}
