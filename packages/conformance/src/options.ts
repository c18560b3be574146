/** What the command checks, and how. */
export interface ConformanceOptions {
  /** The address of the server, without a slash at the end; operations' paths follow it. */
  target: string;
  api: string;
  /** The security schemes that sign in every request, in place of each exchange's own. */
  auth?: readonly string[];
  /** Operations, or exchanges and refusals as `<operationId>/<name>`; everything when left out. */
  only?: readonly string[];
  /** Whether requests that change data are sent; `false` by default. */
  allowWrites?: boolean;
  /**
   * Whether the server keeps nothing by design and responds with examples: then no effect is judged. `false` by
   * default, and never chosen for you.
   */
  examplesOnly?: boolean;
  /** Whether documented operations bring the presumed data about first; it needs `allowWrites`. `false` by default. */
  repair?: boolean;
  /** Values to send in place of documented ones: an id of your own for that of the documents. */
  replace?: ReadonlyMap<string, string>;
  /** Where secrets come from, by name of the variable. */
  environment: Readonly<Record<string, string | undefined>>;
  /** How long a whole response may take, in seconds; 30 by default. */
  timeout?: number;
  /** Ends the run: at once where the check under way only reads, else after it and its cleanup. */
  signal?: AbortSignal;
}
