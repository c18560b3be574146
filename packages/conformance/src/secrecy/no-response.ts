import { BodyTooLargeError } from "../server/send.ts";

/**
 * Says why no response came, in words of the system and of the HTTP client alone: a message about a certificate, for
 * example, repeats texts of the server.
 */
export function noResponseBecause(error: unknown): string {
  if (error instanceof BodyTooLargeError) return error.message;
  const reason = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  if (!(reason instanceof Error)) return "an unknown reason";
  // The parser's own messages and codes vary with what it was fed.
  if (reason.name === "HTTPParserError") return "what came is not HTTP/1.1";
  // The HTTP client keeps to the list of ports of https://fetch.spec.whatwg.org/#port-blocking and gives them no code.
  if (reason.message === "bad port") return "HTTP is not sent to this port; choose another";
  const code = "code" in reason && typeof reason.code === "string" ? reason.code : "";
  if (code === "") return reason.name;
  const isOwnText = "syscall" in reason || code.startsWith("UND_ERR_");
  return isOwnText && reason.message !== "" ? `${reason.message} (${code})` : code;
}
