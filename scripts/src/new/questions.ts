import type { Readable, Writable } from "node:stream";
import { isCancel, select, text, updateSettings } from "@clack/prompts";

// Ctrl+D ends the input, as it does everywhere else.
updateSettings({ aliases: { "\u0004": "cancel" } });

/** Where somebody answers. */
export interface Terminal {
  input: Readable;
  output: Writable;
}

/** One thing to be known before files can be written; it is also a flag of this name. */
export interface Question<Name extends string = string> {
  name: Name;
  message: string;
  /** What can be chosen, by what was answered before. */
  choices?: (known: Record<string, string>) => string[];
  /** A few words beside a choice. */
  hint?: (choice: string, known: Record<string, string>) => string | undefined;
  /** What an answer must match. */
  pattern?: RegExp;
  /** What is taken where nothing is said, and proposed where it is asked. */
  fallback?: (known: Record<string, string>) => string | undefined;
}

/** Somebody chose not to go on: Ctrl+C, the end of the input, or a signal. */
export class Cancelled extends Error {
  override name = "Cancelled";

  constructor() {
    super("Cancelled. Nothing was written.");
  }
}

/**
 * Answers questions from flags, and asks for the rest where somebody can be asked.
 *
 * @throws Error with the flag that is missing or wrong, what it takes, and every other flag that is missing too;
 * Cancelled.
 */
export async function answers(
  questions: readonly Question[],
  flags: Record<string, string | undefined>,
  terminal: Terminal | undefined,
  signal: AbortSignal | undefined,
): Promise<Record<string, string>> {
  const known: Record<string, string> = {};
  for (const question of questions) {
    const given = flags[question.name];
    const value =
      given ??
      (terminal === undefined
        ? question.fallback?.(known)
        : await ask(question, known, terminal, signal));
    const fault = faultOf(question, known, value);
    if (value === undefined) throw new Error(`${fault}${alsoMissing(questions, flags, question)}`);
    if (fault !== undefined) throw new Error(fault);
    known[question.name] = value;
  }
  return known;
}

/** The flags after the first missing one that nothing stands in for, a line each. */
function alsoMissing(
  questions: readonly Question[],
  flags: Record<string, string | undefined>,
  first: Question,
): string {
  return questions
    .filter((it) => it !== first && it.fallback === undefined && flags[it.name] === undefined)
    .map(({ name, message }) => `\n--${name} is missing too: ${message}.`)
    .join("");
}

function faultOf(
  { name, message, choices, pattern }: Question,
  known: Record<string, string>,
  value: string | undefined,
): string | undefined {
  const all = choices?.(known);
  const list = all === undefined ? "" : ` One of: ${all.join(", ")}.`;
  if (value === undefined || value === "") return `--${name} is missing: ${message}.${list}`;
  if (all !== undefined && !all.includes(value))
    return `--${name} ${value} is none of them.${list}`;
  if (pattern !== undefined && !pattern.test(value)) return `--${name} ${value}: ${message}.`;
  return undefined;
}

async function ask(
  question: Question,
  known: Record<string, string>,
  { input, output }: Terminal,
  signal: AbortSignal | undefined,
): Promise<string> {
  const { message, choices, hint } = question;
  const ended = new AbortController();
  const end = () => ended.abort();
  input.once("end", end);
  const asked = {
    message,
    input,
    output,
    signal: signal === undefined ? ended.signal : AbortSignal.any([signal, ended.signal]),
  };
  const options = choices?.(known).map((value) => ({ value, hint: hint?.(value, known) ?? "" }));
  const start = question.fallback?.(known);
  const initial = start === undefined ? {} : { initialValue: start };
  try {
    const answer = options
      ? await select({ ...asked, ...initial, options })
      : await text({ ...asked, ...initial, validate: (it) => faultOf(question, known, it) });
    if (isCancel(answer)) throw new Cancelled();
    return answer;
  } finally {
    input.off("end", end);
  }
}
