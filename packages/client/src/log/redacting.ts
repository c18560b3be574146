import type { Logger } from "./logger.ts";
import { redact, redactHeaders } from "./redaction.ts";

/** What a call tells a logger, with the secrets taken out. */
export interface Log {
  debug(message: string, headers: Headers): void;
  warn(message: string): void;
}

/** Takes the secrets out of what a logger is told. */
export function redacting(logger: Logger): Log {
  return {
    debug: (message, headers) => logger.debug(redact(message), redactHeaders(headers)),
    warn: (message) => logger.warn(redact(message)),
  };
}
