import type { FileSink } from "./file-sink.ts";
import { JoinedPieces } from "./joined-pieces.ts";
import { maxKeptBytes, type Reservation } from "./kept-bytes.ts";

/** A file in memory. */
export interface KeptFile {
  /** `undefined` where there was no room for it. */
  content: Uint8Array | undefined;
  /** To be called once its bytes are remembered elsewhere, or let go of. */
  release(): void;
}

/** Keeps a file in memory, where there is room for it. */
export function memorySink(room: Reservation): FileSink<KeptFile> {
  let pieces: JoinedPieces | undefined = new JoinedPieces();
  let bytes = 0;
  const drop = () => {
    pieces = undefined;
    room.end();
  };
  return {
    write(chunk) {
      if (pieces === undefined) return;
      bytes += chunk.length;
      if (bytes <= maxKeptBytes && room.take(chunk.length)) pieces.add(chunk);
      // A part of a file is of no use.
      else drop();
    },
    end() {
      const content = pieces?.joined();
      pieces = undefined;
      return { content, release: () => room.end() };
    },
    abort: drop,
  };
}
