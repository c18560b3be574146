/** Why an API refuses a request. */
export interface Condition {
  /** What the reason lies in: a parameter, the body, or what the server has stored. */
  kind: "parameter" | "body" | "state";
  /** One sentence. */
  meaning: string;
  /** What to do, as Markdown. */
  remedy: string;
}

/** The vocabulary of `x-when`, by name. */
export type Conditions = Readonly<Record<string, Condition>>;
