/** Loaded before an example of the README: whatever it sends goes to the server of the test. */
const { README_SERVER = "" } = process.env;
const { fetch } = globalThis;

globalThis.fetch = (input, init) => {
  const request = new Request(input, init);
  const { pathname, search } = new URL(request.url);
  // The request itself, for another address; a stream is a body of its own.
  return fetch(README_SERVER + pathname + search, {
    method: request.method,
    headers: request.headers,
    body: request.body,
    ...(request.body && { duplex: "half" }),
  } as RequestInit);
};
