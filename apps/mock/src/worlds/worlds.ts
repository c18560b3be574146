import { Problem } from "@image-apis/http-contract";

/** What worlds may take at most. */
export interface WorldLimits {
  /** How many there are at once; 1000 by default. */
  most: number;
  /** How many bytes they hold together; 256 MB of 1024 KB by default. */
  bytes: number;
  /** How long one may go unused, in milliseconds; an hour by default. */
  idle: number;
}

export const worldLimits: WorldLimits = { most: 1000, bytes: 256 * 1024 * 1024, idle: 3_600_000 };

/** What a set of worlds asks of its owner. */
interface Keeping<World> {
  begin(name: string): Promise<World>;
  /** How many bytes a world holds. */
  bytes(world: World): number;
  /** Told of a world that is no more. */
  end(world: World): void;
  limits?: Partial<WorldLimits>;
  /** The time in milliseconds, from any moment on. */
  now?(): number;
}

interface Kept<World> {
  name: string;
  world: World;
  /** How many requests are under way. */
  active: number;
  used: number;
  bytes: number;
}

/** One line of the list of worlds. */
export interface WorldLine {
  name: string;
  bytes: number;
  /** Since when nothing has used it. */
  unusedMilliseconds: number;
}

/** The longest time between two looks at worlds that nobody uses. */
const sweepMilliseconds = 60_000;

/**
 * The worlds of a mock by their names, in the order in which they were last used. One that is not used ends after a
 * while, or earlier where there are too many or they hold too much: the longest unused first.
 */
export class Worlds<World> {
  readonly #keeping: Keeping<World>;
  readonly #limits: WorldLimits;
  readonly #now: () => number;
  readonly #kept = new Map<string, Kept<World>>();
  readonly #beginning = new Map<string, Promise<Kept<World>>>();
  readonly #readers = new Set<(lines: WorldLine[]) => void>();
  #bytes = 0;
  #sweep: NodeJS.Timeout | undefined;

  constructor(keeping: Keeping<World>) {
    this.#keeping = keeping;
    this.#limits = { ...worldLimits, ...keeping.limits };
    this.#now = keeping.now ?? (() => performance.now());
  }

  /** How many bytes all of them hold. */
  get bytes(): number {
    return this.#bytes;
  }

  get lines(): WorldLine[] {
    const now = this.#now();
    return [...this.#kept.values()].map(({ name, bytes, used, active }) => ({
      name,
      bytes,
      unusedMilliseconds: active > 0 ? 0 : Math.round(now - used),
    }));
  }

  /**
   * Uses a world; one that there is not begins.
   *
   * @returns the world, and what is to be called when the use has ended.
   * @throws Problem 507 where there is no room for one more; what `begin` throws.
   */
  async use(name: string): Promise<{ world: World; done(): void }> {
    const found = this.#kept.get(name);
    const kept =
      found !== undefined && this.#isFresh(found) ? found : await this.#begun(name, found);
    kept.active += 1;
    return {
      world: kept.world,
      done: () => {
        kept.active -= 1;
        this.#touch(kept);
      },
    };
  }

  /** Finds a world without using it. */
  find(name: string): World | undefined {
    return this.#kept.get(name)?.world;
  }

  end(name: string): void {
    const kept = this.#kept.get(name);
    if (kept !== undefined) this.#end(kept);
  }

  endAll(): void {
    for (const kept of [...this.#kept.values()]) this.#end(kept);
  }

  /** Tells a reader of every world that begins or ends, until the returned function is called. */
  follow(read: (lines: WorldLine[]) => void): () => void {
    this.#readers.add(read);
    return () => void this.#readers.delete(read);
  }

  /** Measures a world again, and ends others where all hold too much. */
  #touch(kept: Kept<World>): void {
    if (this.#kept.get(kept.name) !== kept) return;
    kept.used = this.#now();
    this.#kept.delete(kept.name);
    this.#kept.set(kept.name, kept);
    const bytes = this.#keeping.bytes(kept.world);
    this.#bytes += bytes - kept.bytes;
    kept.bytes = bytes;
    while (this.#bytes > this.#limits.bytes && this.#endLongestUnused(kept));
  }

  #begun(name: string, stale: Kept<World> | undefined): Promise<Kept<World>> {
    const beginning = this.#beginning.get(name) ?? this.#begin(name, stale);
    this.#beginning.set(name, beginning);
    return beginning.finally(() => this.#beginning.delete(name));
  }

  async #begin(name: string, stale: Kept<World> | undefined): Promise<Kept<World>> {
    if (stale !== undefined) this.#end(stale);
    this.#endUnused();
    const { most, bytes } = this.#limits;
    while (this.#kept.size + this.#beginning.size >= most || this.#bytes > bytes) {
      if (this.#endLongestUnused()) continue;
      throw new Problem(
        507,
        `There is no room for one more world: all ${this.#kept.size} are in use. End some with DELETE /__mock/worlds.`,
      );
    }
    const world = await this.#keeping.begin(name);
    const kept = { name, world, active: 0, used: this.#now(), bytes: 0 };
    this.#kept.set(name, kept);
    this.#touch(kept);
    this.#tell();
    this.#sweepLater();
    return kept;
  }

  #isFresh({ active, used }: Kept<World>): boolean {
    return active > 0 || this.#now() - used <= this.#limits.idle;
  }

  #endUnused(): void {
    for (const kept of [...this.#kept.values()]) if (!this.#isFresh(kept)) this.#end(kept);
  }

  /** @returns whether there was one, beside the one that is named. */
  #endLongestUnused(besides?: Kept<World>): boolean {
    for (const kept of this.#kept.values()) {
      if (kept === besides || kept.active > 0) continue;
      this.#end(kept);
      return true;
    }
    return false;
  }

  #end(kept: Kept<World>): void {
    if (!this.#kept.delete(kept.name)) return;
    this.#bytes -= kept.bytes;
    // Those that look at it learn of its end before they are left.
    this.#tell();
    this.#keeping.end(kept.world);
  }

  #tell(): void {
    if (this.#readers.size === 0) return;
    const { lines } = this;
    for (const read of this.#readers) read(lines);
  }

  /** While there are worlds, it looks every now and then whether some have gone unused for too long. */
  #sweepLater(): void {
    if (this.#sweep !== undefined) return;
    const wait = Math.min(this.#limits.idle, sweepMilliseconds);
    this.#sweep = setTimeout(() => {
      this.#sweep = undefined;
      this.#endUnused();
      if (this.#kept.size > 0) this.#sweepLater();
    }, wait).unref();
  }
}
