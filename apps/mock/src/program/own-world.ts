import type { MockContext } from "../mock-context.ts";
import { requireWorldName, worldHeader } from "../worlds/asked-world.ts";
import { type MockWorld, mockWorld } from "./mock-world.ts";

/** A world of a test. As long as it is held, it does not end by itself. */
export interface OwnWorld extends MockWorld {
  /** Ends the world. */
  end(): void;
}

/**
 * Begins a world, or goes on with the one of that name, and holds it until it is ended.
 *
 * @throws Problem for what is not a name, or where there is no room for one more.
 */
export async function ownWorld(
  url: string,
  { worlds }: MockContext,
  name: string,
): Promise<OwnWorld> {
  if (worlds === undefined) throw new Error("This server has no worlds.");
  const { world, done } = await worlds.use(requireWorldName(name));
  // Somebody else may have ended it, and a request has begun another.
  const current = () => worlds.find(name) ?? world;
  return {
    ...mockWorld(url, current, { [worldHeader]: name }),
    end() {
      worlds.end(name);
      done();
    },
  };
}
