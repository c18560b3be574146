/**
 * Gives the memory of a chunk that nobody looks at any more back at once. Left to the garbage collector, the chunks of
 * uploads pile up outside its heap, and the process stays as large as they were.
 */
export function letGo({ buffer, byteLength }: Uint8Array): void {
  // Node gives every chunk of a body memory of its own; what is a part of something else stays.
  if (buffer instanceof ArrayBuffer && buffer.byteLength === byteLength && !buffer.detached) {
    buffer.transfer(0);
  }
}
