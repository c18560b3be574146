/** How a response goes wrong: an error status in its place, or the connection breaks. */
export type Fault = number | BrokenConnection;

/** `reset` before the first byte, `truncate` after half of the body, `stall` there without an end. */
export type BrokenConnection = (typeof brokenConnections)[number];

const brokenConnections = ["reset", "truncate", "stall"] as const;

/** Reads a fault; `undefined` for a text that is none. */
export function parseFault(text: string): Fault | undefined {
  if (/^[45]\d\d$/.test(text)) return Number(text);
  return brokenConnections.find((it) => it === text);
}

export const faultWords = `${brokenConnections.join(", ")} or a status from 400 to 599`;
