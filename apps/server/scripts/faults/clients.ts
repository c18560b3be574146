import { createHash, randomBytes, randomInt } from "node:crypto";
import { request } from "node:http";
import { setTimeout } from "node:timers/promises";
import { fixture } from "@image-apis/spec";

/** What a client was told about one thing, and what it must find afterwards. */
export interface Told {
  /** `person 123`, `rewards file a.png` */
  readonly subject: string;
  /** The hash of the last upload that was answered; `undefined` before the first one. */
  answered: string | undefined;
  /** Those that were under way when the server died: each may be there or not. */
  readonly underWay: Set<string>;
  /** How many uploads were answered. */
  uploads: number;
}

/** What a client sends its images to. */
export interface Upload {
  readonly method: string;
  readonly path: string;
  readonly authorization: string;
}

const picture = Buffer.from(fixture("front.png").bytes);

/** Uploads one image after the other until the server is gone. */
export async function uploadUntilGone(url: string, upload: Upload, told: Told): Promise<void> {
  for (;;) {
    // Many small ones and some large ones, each of which nothing else is.
    const image = Buffer.concat([picture, randomBytes(randomInt(4) === 0 ? 4_000_000 : 20_000)]);
    const sha256 = createHash("sha256").update(image).digest("hex");
    told.underWay.add(sha256);
    const status = await put(url, upload, image).catch(() => undefined);
    if (status === undefined) return;
    if (status !== 200) throw new Error(`${told.subject} was answered ${status}.`);
    // Each client sends one at a time, so that this one is the last there is.
    told.answered = sha256;
    told.underWay.clear();
    told.uploads += 1;
  }
}

/** Begins one upload after the other and goes away in the middle of each, until the server is gone. */
export async function breakOffUntilGone(url: string, upload: Upload): Promise<void> {
  for (;;) {
    const isGone = await breakOff(url, upload);
    if (isGone) return;
    // It does not wait for the server, which would soon do nothing else.
    await setTimeout(50);
  }
}

function put(url: string, upload: Upload, image: Buffer): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url + upload.path, options(upload, image.length), (response) => {
      response.resume();
      response.once("error", reject);
      response.once("end", () => resolve(response.statusCode ?? 0));
    });
    sent.once("error", reject);
    sent.end(image);
  });
}

/** @returns whether nobody listens any more. */
function breakOff(url: string, upload: Upload): Promise<boolean> {
  return new Promise((resolve) => {
    let isGone = false;
    const sent = request(url + upload.path, options(upload, 40_000_000));
    sent.once("error", (error: NodeJS.ErrnoException) => {
      isGone = error.code === "ECONNREFUSED";
    });
    sent.once("close", () => resolve(isGone));
    const part = Buffer.concat([picture, Buffer.alloc(randomInt(2_000_000))]);
    sent.write(part, () => sent.destroy());
  });
}

function options({ method, authorization }: Upload, length: number) {
  const headers = {
    Authorization: authorization,
    "Content-Type": "image/png",
    "Content-Length": length,
  };
  return { method, headers, agent: false };
}
