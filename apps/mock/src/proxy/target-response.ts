import type { ClientRequest, IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import { Problem } from "@image-apis/http-contract";

/** A target may be silent for this long, unless it is told otherwise. */
export const patience = 120_000;

/** As many interim responses (1xx) as one request may have. */
const maxInterim = 100;

/** The response of a target that a request is being forwarded to. */
export interface TargetResponse {
  /** Rejects with the reason where the target gives no response. */
  received: Promise<IncomingMessage>;
  /** Why a response that had begun did not go on. */
  broken(): Problem;
  /** Whether the request went over a connection that was kept and closed before anything of a response came. */
  wasStale(): boolean;
}

/**
 * Waits for the response to a request that is being forwarded: 502 where the target gives none, 504 where it is silent
 * for too long. Errors of the connection stay heard afterwards, because a target that breaks off must not end the
 * process.
 *
 * @param timeLimit how long nothing may travel, in milliseconds.
 * @param isHeldUp whether nothing travels because the client does not take what is there.
 */
export function targetResponse(
  upstream: ClientRequest,
  { origin }: URL,
  timeLimit: number,
  isHeldUp: () => boolean,
): TargetResponse {
  let broken = new Problem(502, `The response of the target ${origin} broke off.`);
  let isLate = false;
  const wasStale = staleConnection(upstream);
  const received = new Promise<IncomingMessage>((resolve, reject) => {
    const fail = (reason: string) =>
      reject(new Problem(502, `The target ${origin} gave no response: ${reason}.`));
    upstream.once("response", resolve);
    upstream.on("error", ({ code, message }: NodeJS.ErrnoException) => fail(code ?? message));
    upstream.once("close", () => fail("it closed the connection"));
    upstream.once("upgrade", (_, socket) => {
      fail("it wants to speak another protocol (101)");
      socket.destroy();
    });
    let interim = 0;
    upstream.on("information", () => {
      interim += 1;
      if (interim <= maxInterim) return;
      fail(`it sent more than ${maxInterim} interim responses`);
      upstream.destroy();
    });
    upstream.setTimeout(timeLimit);
    upstream.on("timeout", () => {
      if (isHeldUp()) {
        upstream.setTimeout(timeLimit);
        return;
      }
      isLate = true;
      broken = new Problem(504, `The target ${origin} was silent for ${timeLimit / 1000} s.`);
      reject(broken);
      upstream.destroy();
    });
  });
  return { received, broken: () => broken, wasStale: () => !isLate && wasStale() };
}

function staleConnection(upstream: ClientRequest): () => boolean {
  let used: { socket: Socket; read: number } | undefined;
  upstream.once("socket", (socket) => {
    used = { socket, read: socket.bytesRead };
  });
  return () => upstream.reusedSocket && used !== undefined && used.socket.bytesRead === used.read;
}
