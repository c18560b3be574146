import { browserCalls } from "../../src/browser-calls.mjs";

globalThis.seen = browserCalls(location.origin).then(JSON.stringify, ({ stack }) => stack);
