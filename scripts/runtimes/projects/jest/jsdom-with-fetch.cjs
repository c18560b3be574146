const { TestEnvironment } = require("jest-environment-jsdom");

const borrowed = [
  "AbortController",
  "AbortSignal",
  "Blob",
  "fetch",
  "File",
  "FormData",
  "Headers",
  "ReadableStream",
  "Request",
  "Response",
  "TextDecoder",
  "TextEncoder",
  "Uint8Array",
];

/** The jsdom of jest with the classes of Node that belong to `fetch`, which it lacks or has in versions of its own. */
module.exports = class extends TestEnvironment {
  async setup() {
    await super.setup();
    for (const name of borrowed) this.global[name] = globalThis[name];
  }
};
