import { type OutgoingHttpHeaders, STATUS_CODES } from "node:http";
import type { Answer } from "./answer.ts";

interface ProblemExtras {
  /** Headers that belong to the status, for example `Allow`. */
  headers?: OutgoingHttpHeaders;
  /** Members of the body beside those of RFC 9457. */
  members?: Record<string, unknown>;
}

/**
 * A refusal of the server itself, where the document names none: thrown anywhere while a request is read,
 * answered as `application/problem+json` (RFC 9457).
 */
export class Problem extends Error {
  override name = "Problem";
  readonly status: number;
  readonly #extras: ProblemExtras;

  /** @param detail what was wrong with this request and what to do about it. */
  constructor(status: number, detail: string, extras: ProblemExtras = {}) {
    super(detail);
    this.status = status;
    this.#extras = extras;
  }

  answer(): Answer {
    const body = {
      type: "about:blank",
      title: STATUS_CODES[this.status] ?? "Problem",
      status: this.status,
      detail: this.message,
      ...this.#extras.members,
    };
    return {
      status: this.status,
      headers: { "Content-Type": "application/problem+json", ...this.#extras.headers },
      body: JSON.stringify(body),
    };
  }
}
