interface Globals {
  process?: { versions?: { node?: string }; type?: string };
  Deno?: unknown;
  FixedLengthStream?: new (
    length: number,
  ) => { readable: ReadableStream<Uint8Array>; writable: WritableStream<Uint8Array> };
}

const { process, Deno, FixedLengthStream } = globalThis as Globals;

/** Workers: a stream has a Content-Length only if it is one of these. */
export const LengthStream = FixedLengthStream;

/**
 * Node and Bun, also where a test environment such as jsdom says that it is a browser; not the window of an Electron
 * app, which sends with Chromium.
 */
const isNode =
  process?.versions?.node !== undefined &&
  process.type !== "renderer" &&
  Deno === undefined &&
  LengthStream === undefined;

/** Whether `fetch` sends a stream with a Content-Length, reading no faster than the network takes. */
export const streamsUploads = isNode || LengthStream !== undefined;

/** Browsers and their workers: few connections to a host at a time, and a preflight for headers of our own. */
export const isBrowser = !streamsUploads && Deno === undefined;

/** Whether a header of our own goes without a preflight: there is none outside of browsers. */
export const sendsVersion = !isBrowser;

let refusal: "error" | "manual" | undefined;

/**
 * How a redirect is refused: `"error"` where the runtime knows that; `"manual"` where it does not (Workers), and the
 * answer that asks for it is refused.
 */
export function redirectMode(): "error" | "manual" {
  refusal ??= knowsError() ? "error" : "manual";
  return refusal;
}

function knowsError(): boolean {
  try {
    return new Request("http://localhost/", { redirect: "error" }).redirect === "error";
  } catch {
    return false;
  }
}

/** Whether an answer comes from elsewhere, or asks to go there. */
export function isRedirect({ redirected, type, status }: Response): boolean {
  return (
    redirected ||
    type === "opaqueredirect" ||
    (redirectMode() === "manual" && [301, 302, 303, 307, 308].includes(status))
  );
}
