import { PassThrough } from "node:stream";
import { stripVTControlCharacters } from "node:util";
import type { Terminal } from "../../src/new/questions.ts";

/** Keys as a terminal sends them. */
export const keys = { enter: "\r", down: "\u001b[B", ctrlC: "\u0003", ctrlD: "\u0004" };

/** Somebody who answers each question when it is shown; "end" hangs up. */
export interface Typist {
  terminal: Terminal;
  /** What was shown, without colours. */
  shown(): string;
  /** The questions that were never asked. */
  left(): string[];
}

/** Types the keys of each answer in turn, once its question stands on the screen. */
export function typist(answers: readonly (readonly [question: string, keys: string])[]): Typist {
  const input = new PassThrough();
  const output = new PassThrough();
  const waiting = [...answers];
  let text = "";
  let fresh = "";
  output.on("data", (chunk) => {
    text += chunk;
    fresh += chunk;
    const [question, answer] = waiting[0] ?? ["", ""];
    if (waiting.length === 0 || !stripVTControlCharacters(fresh).includes(question)) return;
    waiting.shift();
    fresh = "";
    // The prompt listens when it has been drawn.
    setImmediate(() => (answer === "end" ? input.end() : input.write(answer)));
  });
  return {
    terminal: { input, output },
    shown: () => stripVTControlCharacters(text),
    left: () => waiting.map(([question]) => question),
  };
}
