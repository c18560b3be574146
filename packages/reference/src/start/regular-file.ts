import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from "node:fs";

/**
 * Reads a file as a whole, or what a link leads to. What is not a regular file is not opened: a pipe or a device may
 * never end, or never begin.
 *
 * @param most as many bytes as it may have.
 * @throws Error that says why it cannot be read, without its name.
 */
export function readRegularFile(path: string, most: number): Buffer {
  requireRegular(statSync(path), most);
  // What was looked at may have been replaced since; a pipe would wait for its writer.
  const file = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const stats = fstatSync(file);
    requireRegular(stats, most);
    // One byte more than there should be, so that a file that grows meanwhile is noticed.
    const bytes = Buffer.allocUnsafe(stats.size + 1);
    let length = 0;
    for (let read = -1; read !== 0 && length < bytes.length; length += read) {
      read = readSync(file, bytes, length, bytes.length - length, null);
    }
    if (length > stats.size) throw new Error("it changed while it was read");
    return bytes.subarray(0, length);
  } finally {
    closeSync(file);
  }
}

function requireRegular(stats: Stats, most: number): void {
  if (!stats.isFile()) throw new Error(`it is ${kind(stats)}, not a regular file`);
  if (stats.size <= most) return;
  throw new Error(`it has ${stats.size} bytes; at most ${most} are allowed`);
}

function kind(stats: Stats): string {
  if (stats.isDirectory()) return "a directory";
  if (stats.isFIFO()) return "a pipe";
  if (stats.isSocket()) return "a socket";
  return "a device";
}
