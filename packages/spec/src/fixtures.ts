import { crc32 } from "node:zlib";
import { readPackageFile, readPackageJson } from "./files.ts";

/** A file that tests upload. */
export interface Fixture {
  name: string;
  /** The media type a caller would declare for it, from its name. */
  mediaType: string;
  bytes: Uint8Array<ArrayBuffer>;
}

interface FixtureEntry {
  mediaType: string;
  /** Exact size in bytes. */
  bytes: number;
  /** A committed PNG that is padded to the size when it is needed; for files too large to commit. */
  paddedFrom?: string;
}

const entries = () => readPackageJson<Record<string, FixtureEntry>>("dist/fixtures/fixtures.json");

/** The names of all fixtures. */
export function fixtureNames(): string[] {
  return Object.keys(entries());
}

/** The exact size of a fixture in bytes, without reading it. */
export function fixtureSize(name: string): number {
  return entryOf(name).bytes;
}

/** Whether a fixture is a file of the repository; a larger one is made when it is read. */
export function isCommitted(name: string): boolean {
  return entryOf(name).paddedFrom === undefined;
}

/** The media type a caller would declare for a fixture, without reading it. */
export function fixtureMediaType(name: string): string {
  return entryOf(name).mediaType;
}

/** Reads a fixture, or makes it where it is too large to be committed. */
export function fixture(name: string): Fixture {
  const entry = entryOf(name);
  const committed = new Uint8Array(readPackageFile(`dist/fixtures/${entry.paddedFrom ?? name}`));
  const bytes = entry.paddedFrom === undefined ? committed : padPng(committed, entry.bytes);
  return { name, mediaType: entry.mediaType, bytes };
}

function entryOf(name: string): FixtureEntry {
  const entry = entries()[name];
  if (entry === undefined) {
    throw new Error(`There is no fixture "${name}". Known: ${fixtureNames().join(", ")}.`);
  }
  return entry;
}

const imageHeaderEnd = 8 + 25;

/** Brings a PNG to an exact size with a private chunk that every decoder passes over. */
export function padPng(png: Uint8Array, size: number): Uint8Array<ArrayBuffer> {
  const padding = size - png.length - 12;
  if (padding < 0) throw new Error(`A PNG of ${png.length} bytes cannot be padded to ${size}.`);
  const padded = new Uint8Array(size);
  padded.set(png.subarray(0, imageHeaderEnd));
  const chunk = padded.subarray(imageHeaderEnd, imageHeaderEnd + 12 + padding);
  const view = new DataView(padded.buffer, imageHeaderEnd, chunk.length);
  view.setUint32(0, padding);
  chunk.set(new TextEncoder().encode("paDd"), 4);
  view.setUint32(8 + padding, crc32(chunk.subarray(4, 8 + padding)));
  padded.set(png.subarray(imageHeaderEnd), imageHeaderEnd + chunk.length);
  return padded;
}
