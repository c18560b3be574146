import { lintRepository } from "@image-apis/spec-tools";

/** What the lint finds in the documents of a repository. A release has none of it, nor a text that is still to be filled in. */
export async function documentFaults(repository: string): Promise<string[]> {
  const { findings } = await lintRepository(repository);
  return findings.map(({ file, line, column, message }) => `${file}:${line}:${column} ${message}`);
}
