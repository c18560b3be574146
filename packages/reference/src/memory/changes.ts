/** Changes to a table that are kept apart until their transaction ends well. */
export class Changes<Row> {
  readonly #table: Map<string, Row>;
  readonly #changed = new Map<string, Row>();
  #added = 0;

  constructor(table: Map<string, Row>) {
    this.#table = table;
  }

  /** How many rows there are with these changes. */
  get size(): number {
    return this.#table.size + this.#added;
  }

  /** The rows that were put, each once. */
  get rows(): readonly Row[] {
    return [...this.#changed.values()];
  }

  has(key: string): boolean {
    return this.#changed.has(key) || this.#table.has(key);
  }

  isChanged(key: string): boolean {
    return this.#changed.has(key);
  }

  get(key: string): Row | undefined {
    return this.#changed.get(key) ?? this.#table.get(key);
  }

  put(key: string, row: Row): void {
    if (!this.has(key)) this.#added += 1;
    this.#changed.set(key, row);
  }

  /** Writes the changes to the table; returns the rows that were replaced. */
  commit(): Row[] {
    const replaced: Row[] = [];
    for (const [key, row] of this.#changed) {
      const before = this.#table.get(key);
      if (before !== undefined) replaced.push(before);
      this.#table.set(key, row);
    }
    return replaced;
  }
}
