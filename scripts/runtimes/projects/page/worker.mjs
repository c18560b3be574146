import { browserCalls } from "../../src/browser-calls.mjs";

globalThis.onmessage = async ({ data: origin, source }) => {
  const seen = await browserCalls(origin).then(JSON.stringify, ({ stack }) => stack);
  // A service worker replies to the page that asked.
  (source ?? globalThis).postMessage(seen);
};
