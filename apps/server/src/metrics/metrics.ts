import type { HandledRequest } from "@image-apis/http-contract";
import { filesOf } from "@image-apis/http-contract";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";

/** What a server counts, for Prometheus. No label is a text of a client. */
export class Metrics {
  readonly #registry = new Registry();
  readonly #requests: Counter<"operation" | "status">;
  readonly #seconds: Histogram<"operation">;
  readonly #bytes: Counter<"operation">;

  /** @param underWay how many requests are being worked on. */
  constructor(underWay: () => number) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    this.#requests = new Counter({
      name: "image_apis_requests_total",
      help: "Requests that have been handled; no status is a client that went away.",
      labelNames: ["operation", "status"],
      registers,
    });
    this.#seconds = new Histogram({
      name: "image_apis_request_seconds",
      help: "From the head of a request to right before its response.",
      labelNames: ["operation"],
      buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
      registers,
    });
    this.#bytes = new Counter({
      name: "image_apis_received_file_bytes_total",
      help: "Bytes of files that arrived, those of refused requests included.",
      labelNames: ["operation"],
      registers,
    });
    new Gauge({
      name: "image_apis_requests_under_way",
      help: "Requests that are being worked on.",
      registers,
      collect() {
        this.set(underWay());
      },
    });
  }

  /** Counts a request. */
  add({ trace: { served, body }, answer, milliseconds }: HandledRequest): void {
    const operation = served?.operation.operationId ?? "none";
    this.#requests.inc({ operation, status: String(answer?.status ?? "none") });
    this.#seconds.observe({ operation }, milliseconds / 1000);
    const bytes = body === undefined ? 0 : filesOf(body).reduce((sum, it) => sum + it.bytes, 0);
    this.#bytes.inc({ operation }, bytes);
  }

  get mediaType(): string {
    return this.#registry.contentType;
  }

  /** Everything that was counted, as Prometheus reads it. */
  text(): Promise<string> {
    return this.#registry.metrics();
  }
}
