import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import type { FileKind, StoredBytes, StoredFile } from "../store/files.ts";
import type { Customer, CustomerImage, Person, RewardsFile } from "../store/records.ts";
import type { Store } from "../store/store.ts";

export const moment = new Date("2026-03-01T12:00:00.125Z");

export function customer(id: string, images: readonly CustomerImage[] = []): Customer {
  return { id, identifiers: {}, images, hasSamples: false };
}

export function image(handle: string, file?: StoredFile): CustomerImage {
  const token = `customerImage/1/${handle}`;
  return { handle, token, version: 1, modified: moment, size: file?.size ?? 20_480, file };
}

export function rewardsFile(name: string, version: number, file?: StoredFile): RewardsFile {
  const upload = {
    handle: `handle of ${name}`,
    token: `rewards/1/${version}/${name}`,
    mediaType: "image/png",
    modified: moment,
    file,
  };
  return { name, version, upload };
}

export function person(id: string, blobId: number, file: StoredFile): Person {
  return { id, image: { blobId, created: moment, updated: moment, file } };
}

/** A file that has arrived, and that no row names yet. */
export async function arrived(
  store: Store,
  text: string,
  kind: FileKind = "person-image",
): Promise<StoredFile> {
  const content = Buffer.from(text);
  const sink = store.sink(kind);
  await sink.write(content);
  const sha256 = createHash("sha256").update(content).digest("hex");
  return { size: content.length, sha256, mediaType: "image/gif", bytes: await sink.end() };
}

/** Bytes as a stream brings them. */
export async function read(bytes: StoredBytes | undefined): Promise<Buffer | undefined> {
  if (bytes === undefined) return undefined;
  const chunks: Buffer[] = [];
  for await (const chunk of bytes.open()) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** @throws AssertionError that says where bytes differ; they would be too many to show. */
export function requireSame(found: Buffer | undefined, expected: Buffer): void {
  assert.equal(found?.length, expected.length);
  const at = expected.findIndex((byte, index) => byte !== found?.[index]);
  assert.equal(at, -1, `The bytes differ from the one at ${at} on.`);
}
