import { randomUUID } from "node:crypto";
import { join } from "node:path";
import { build } from "rolldown";
import { benchFolder } from "../../folders.ts";
import type { Job } from "./repeated.ts";

/** A module of this folder that does the job. */
interface SameJob {
  upload(baseUrl: string, customerId: number, files: File[], job: Job): Promise<unknown>;
}

export const sameJobs = ["fetch", "image-apis", "openapi-fetch", "hey-api", "ky", "orval"];

/**
 * Has every client upload a file that is refused once: a size is told only of a file that does the job.
 *
 * @throws Error When one of them does not upload, does not repeat, or reports no progress.
 */
export async function assertSameJobs(url: string): Promise<void> {
  for (const name of sameJobs) {
    const file = join(benchFolder, "generated/same-job", `${name}.js`);
    await build({
      input: join(benchFolder, "src/client/same-job", `${name}.ts`),
      platform: "node",
      external: ["axios", "ky"],
      logLevel: "silent",
      output: { file, codeSplitting: false },
    });
    const { upload } = (await import(file)) as SameJob;
    const bytes = new Uint8Array(20_480);
    bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
    const image = new File([bytes], "image.png", { type: "image/png" });
    let sent = 0;
    await upload(`${url}/refuse-once/${randomUUID()}`, 565039505, [image], {
      signal: AbortSignal.timeout(30_000),
      onProgress(bytes) {
        sent = bytes;
      },
    });
    if (sent < image.size) throw new Error(`${name} reported ${sent} bytes of ${image.size}.`);
  }
}
