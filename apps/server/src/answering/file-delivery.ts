import { open } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import { type Answer, type Delivery, Problem } from "@image-apis/http-contract";
import { sendAnswer } from "@image-apis/http-contract/server";
import type { StoredFile } from "@image-apis/reference";
import { DiskBytes } from "../files/disk-bytes.ts";

/** Sends the bytes of a stored file piece by piece: none of it is held in memory as a whole. */
export function fileDelivery({ bytes, size }: StoredFile): Delivery {
  return {
    hold: async () => false,
    async send(response, answer) {
      const file = bytes instanceof DiskBytes ? await opened(bytes.path) : undefined;
      if (file === undefined) return sendAnswer(response, gone());
      try {
        response.writeHead(answer.status, { ...answer.headers, "Content-Length": size });
        if (response.req.method === "HEAD") response.end();
        else await pipeline(file.createReadStream({ autoClose: false }), response);
      } catch (error) {
        // A client that goes away in the middle of a file is nothing to be told about.
        if ((error as NodeJS.ErrnoException).code !== "ERR_STREAM_PREMATURE_CLOSE") throw error;
      } finally {
        await file.close();
      }
    },
  };
}

async function opened(path: string) {
  try {
    return await open(path, "r");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

/** Between the reading of the row and of the file, another request has replaced both. */
function gone(): Answer {
  return new Problem(503, "The file was replaced while it was read. Try again.", {
    headers: { "Retry-After": "0" },
  }).answer();
}
