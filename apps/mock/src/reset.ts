import type { MockContext } from "./mock-context.ts";

/**
 * Starts again: with the state of the start, an empty journal, no scripted faults, and chance from its seed on. The
 * coverage stays: it is that of all tests together.
 *
 * @throws Error for a seed that has become unreadable. Then everything stays as it is.
 */
export async function reset({
  documents,
  state,
  journal,
  script,
  random,
}: MockContext): Promise<void> {
  random.restart();
  await state?.reset(documents.current.operations);
  script.clear();
  journal.clear();
}
