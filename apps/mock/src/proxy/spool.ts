import { type FileHandle, mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Duplex } from "node:stream";
import { JoinedPieces } from "@image-apis/http-contract";

/** As much as waits in memory. */
const inMemory = 1024 * 1024;

/** As much as waits in a file. What comes beyond it has to wait at the client. */
const inFile = 512 * 1024 * 1024;

const pieceBytes = 64 * 1024;

/**
 * Takes a body as fast as it comes and gives it as fast as it is read: what a target does not take yet waits in memory,
 * then in a file of its own that has no name any more. A connection that nobody reads does not show that its other end
 * has gone.
 */
export class Spool extends Duplex {
  #waiting = new JoinedPieces();
  #waitingBytes = 0;
  #file: FileHandle | undefined;
  #written = 0;
  #read = 0;
  #isWanted = false;
  #isReading = false;
  #isEnded = false;
  #whenRoom: (() => void) | undefined;

  constructor() {
    super({ readableHighWaterMark: pieceBytes, writableHighWaterMark: pieceBytes });
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: (error?: Error) => void): void {
    const isRead = this.#read === this.#written && !this.#isReading;
    // What the file held is through, so that it is filled from its beginning again.
    if (isRead) this.#read = this.#written = 0;
    if (isRead && this.#waitingBytes + chunk.length <= inMemory) {
      this.#waiting.add(chunk);
      this.#waitingBytes += chunk.length;
      this.#feed();
      done();
      return;
    }
    const take = () =>
      this.#append(chunk).then(
        () => {
          this.#feed();
          done();
        },
        (error) => done(error),
      );
    if (this.#written - this.#read + chunk.length <= inFile) void take();
    else this.#whenRoom = () => void take();
  }

  /** What came while the file was being written goes into it at once. */
  override _writev(all: { chunk: Buffer }[], done: (error?: Error) => void): void {
    this._write(Buffer.concat(all.map(({ chunk }) => chunk)), "binary", done);
  }

  override _final(done: () => void): void {
    this.#isEnded = true;
    this.#feed();
    done();
  }

  override _read(): void {
    this.#isWanted = true;
    this.#feed();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    this.#waiting = new JoinedPieces();
    const file = this.#file;
    this.#file = undefined;
    const closed = () => done(error);
    if (file === undefined) closed();
    else file.close().then(closed, closed);
  }

  /** Gives what is wanted: first what waits in memory, which came first, then what the file holds. */
  #feed(): void {
    while (this.#isWanted && this.#waiting.length > 0) {
      const chunk = this.#waiting.shift();
      this.#waitingBytes -= chunk?.length ?? 0;
      this.#give(chunk);
    }
    if (!this.#isWanted || this.#isReading) return;
    if (this.#read < this.#written) void this.#readPiece();
    else if (this.#isEnded) this.#give(null);
  }

  #give(piece: Uint8Array | null | undefined): void {
    // While it is given, more may be asked for.
    this.#isWanted = false;
    if (this.push(piece)) this.#isWanted = true;
  }

  async #append(chunk: Buffer): Promise<void> {
    if (this.#file === undefined) {
      const file = await namelessFile();
      if (this.destroyed) return file.close();
      this.#file = file;
    }
    await this.#file.write(chunk, 0, chunk.length, this.#written);
    this.#written += chunk.length;
  }

  async #readPiece(): Promise<void> {
    this.#isReading = true;
    try {
      const length = Math.min(pieceBytes, this.#written - this.#read);
      const piece = Buffer.allocUnsafe(length);
      await this.#file?.read(piece, 0, length, this.#read);
      this.#isReading = false;
      if (this.destroyed) return;
      this.#read += length;
      this.#give(piece);
      const go = this.#whenRoom;
      this.#whenRoom = undefined;
      go?.();
      this.#feed();
    } catch (error) {
      this.destroy(error as Error);
    }
  }
}

/** A file that vanishes with the process, however that ends. */
async function namelessFile(): Promise<FileHandle> {
  const folder = await mkdtemp(join(tmpdir(), "image-apis-proxy-"));
  try {
    return await open(join(folder, "body"), "wx+", 0o600);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
