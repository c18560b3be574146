import { turbo } from "./turbo.ts";

/** Brings everything up to date that is generated and committed; resolves to an exit code. */
export async function generateAll(): Promise<number> {
  // The client's report needs the types as they are after the first step.
  for (const step of ["@image-apis/codegen", "@image-apis/client"]) {
    const exit = await turbo(
      `run generate --filter=${step} --output-logs=new-only --log-prefix=none`,
    );
    if (exit !== 0) return exit;
  }
  return 0;
}
