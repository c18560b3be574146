import type { Fetch } from "./middleware.ts";

/** The part of XMLHttpRequest that is used here. */
interface Xhr {
  responseType: "blob";
  readonly response: Blob;
  readonly responseURL: string;
  readonly status: number;
  readonly statusText: string;
  readonly upload: { onprogress: (event: { loaded: number }) => void };
  onload: () => void;
  onerror: () => void;
  open(method: string, url: string): void;
  setRequestHeader(name: string, value: string): void;
  getAllResponseHeaders(): string;
  send(body: Blob): void;
  abort(): void;
}

/**
 * A fetch by XMLHttpRequest, for a browser, where nothing else tells how much of a body was sent. It cannot refuse a
 * redirect: the browser has followed it, with headers and body, before anybody is told.
 */
export function xhrFetch(body: Blob, onLoaded: (bytes: number) => void): Fetch {
  return ({ method, url, headers, signal }) =>
    new Promise((resolve, reject) => {
      const { XMLHttpRequest } = globalThis as unknown as { XMLHttpRequest: new () => Xhr };
      const xhr = new XMLHttpRequest();
      const end = (reason: unknown) => {
        xhr.abort();
        reject(reason);
      };
      if (signal.aborted) return reject(signal.reason);
      xhr.open(method, url);
      xhr.responseType = "blob";
      for (const [name, value] of headers) xhr.setRequestHeader(name, value);
      xhr.upload.onprogress = ({ loaded }) => {
        try {
          onLoaded(loaded);
        } catch (error) {
          // Left to the event, it would be an error of the page, and the call would know nothing of it.
          end(error);
        }
      };
      xhr.onerror = () => reject(new TypeError("XMLHttpRequest got no answer"));
      xhr.onload = () => {
        if (xhr.responseURL !== url) return reject(new TypeError("unexpected redirect"));
        const { response, status, statusText } = xhr;
        const isEmpty = status === 204 || status === 304;
        const init = { status, statusText, headers: headersIn(xhr.getAllResponseHeaders()) };
        resolve(new Response(isEmpty ? null : response, init));
      };
      signal.addEventListener("abort", () => end(signal.reason));
      xhr.send(body);
    });
}

function headersIn(lines: string): Headers {
  const headers = new Headers();
  for (const line of lines.trim().split("\r\n")) {
    const [name = "", ...value] = line.split(": ");
    if (name !== "") headers.append(name, value.join(": "));
  }
  return headers;
}
