import { type Answer, replaced, type Wrongs } from "../../in-front-of.ts";

/** What is wrong with the server, what of the API is checked, and the finding. */
export type Fault = [what: string, only: string, wrongs: Wrongs, finding: RegExp];

export const body = (from: string | RegExp, to: string): Wrongs => ({ answer: replaced(from, to) });
export const answer = (change: Partial<Answer>): Wrongs => ({ answer: () => change });
export const text = (value: string) => new TextEncoder().encode(value);

/** Changes the responses to requests that were refused. */
export const accepted = (status: number, value = "{}"): Wrongs => ({
  answer: (right) =>
    right.status === status ? { status: 200, type: "application/json", body: text(value) } : {},
});

/** Changes the JSON of a response. */
export const json = (change: (value: Record<string, never>) => unknown): Wrongs => ({
  answer: ({ body: bytes, type }) =>
    type.includes("json")
      ? { body: text(JSON.stringify(change(JSON.parse(new TextDecoder().decode(bytes))))) }
      : {},
});
