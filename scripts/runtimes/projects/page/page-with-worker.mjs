const worker = new Worker(new URL("./worker.mjs", import.meta.url), { type: "module" });
globalThis.seen = new Promise((resolve) => {
  worker.onmessage = ({ data }) => resolve(data);
  worker.onerror = ({ message }) => resolve(message);
});
worker.postMessage(location.origin);
