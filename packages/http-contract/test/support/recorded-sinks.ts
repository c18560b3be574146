import type { FilePart, FileSink } from "../../src/index.ts";

/** What a sink was told, in order: `write 5`, `end`, `abort`. */
export interface Recorded {
  part: FilePart;
  events: string[];
  bytes: number;
}

/** Sinks that write down what they are told. */
export function recordedSinks(write: () => Promise<void> | void = () => {}): {
  sinks: Recorded[];
  sink(head: unknown, part: FilePart): FileSink<string>;
} {
  const sinks: Recorded[] = [];
  return {
    sinks,
    sink(_, part) {
      const own: Recorded = { part, events: [], bytes: 0 };
      sinks.push(own);
      return {
        write(chunk) {
          own.bytes += chunk.length;
          if (own.events.at(-1) !== "write") own.events.push("write");
          return write();
        },
        async end() {
          own.events.push("end");
          return `file ${sinks.indexOf(own)}`;
        },
        abort() {
          own.events.push("abort");
        },
      };
    },
  };
}
