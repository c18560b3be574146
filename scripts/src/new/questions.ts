import { cancel, isCancel, select, text } from "@clack/prompts";

/** One thing to be known before files can be written; it is also a flag of this name. */
export interface Question<Name extends string = string> {
  name: Name;
  message: string;
  /** What can be chosen, by what was answered before. */
  choices?: (known: Record<string, string>) => string[];
  /** What an answer must match. */
  pattern?: RegExp;
  /** What is taken where nothing is said. */
  fallback?: (known: Record<string, string>) => string;
}

/** Somebody chose not to go on. */
export class Cancelled extends Error {
  override name = "Cancelled";
}

/**
 * Answers questions from flags, and asks for the rest where somebody can be asked.
 *
 * @throws Error with the flag that is missing or wrong, what it takes, and every other flag that is missing too.
 */
export async function answers(
  questions: readonly Question[],
  flags: Record<string, string | undefined>,
  canAsk: boolean,
): Promise<Record<string, string>> {
  const known: Record<string, string> = {};
  for (const question of questions) {
    const given = flags[question.name];
    const value = given ?? (canAsk ? await ask(question, known) : question.fallback?.(known));
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

async function ask(question: Question, known: Record<string, string>): Promise<string> {
  const { message, choices, fallback } = question;
  const options = choices?.(known).map((value) => ({ value, label: value }));
  const start = fallback?.(known);
  const answer = options
    ? await select({ message, options, ...(start !== undefined && { initialValue: start }) })
    : await text({
        message,
        ...(start !== undefined && { initialValue: start }),
        validate: (value) => faultOf(question, known, value),
      });
  if (!isCancel(answer)) return answer;
  cancel("Nothing was written.");
  throw new Cancelled();
}
