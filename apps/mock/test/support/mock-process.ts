/** A mock in a process of its own, run with `--expose-gc`, which tells its parent where it is and, when asked, what memory it holds. */
import { startMock } from "../../src/index.ts";

/** What the mock holds, in bytes. How busy the machine is has no influence on it, unlike on the size of the process. */
export interface HeldMemory {
  /** The objects and texts that are in use. */
  heap: number;
  /** The most bytes there have been in buffers at once so far, in use or not yet collected. */
  mostInBuffers: number;
}

const mock = await startMock({ port: 0 });
let mostInBuffers = 0;
const look = () => {
  mostInBuffers = Math.max(mostInBuffers, process.memoryUsage().external);
};
setInterval(look, 2).unref();
process.on("message", () => {
  look();
  globalThis.gc?.();
  const held: HeldMemory = { heap: process.memoryUsage().heapUsed, mostInBuffers };
  process.send?.(held);
});
process.on("disconnect", () => void mock.close());
process.send?.({ url: mock.url });
