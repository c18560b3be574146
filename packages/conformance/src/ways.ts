import type { Sent } from "./cleanup/cleanup.ts";
import type { Ways } from "./effects/effect-judge.ts";
import type { Messenger } from "./messenger.ts";
import type { ReceivedResponse } from "./server/received-response.ts";

/** Told of what an upload of the judge itself stored. */
export type Told = (sent: Sent, answer: ReceivedResponse) => Promise<void>;

/** How a judge of effects asks a server: with the requests of a run, signed in like them. */
export function waysOf(messenger: Messenger, told: Told): Omit<Ways, "server"> {
  return {
    look: ({ operation, request }) => messenger.send(messenger.wire(operation, request)),
    async upload(operation, request) {
      const answer = await messenger.send(messenger.wire(operation, request));
      await told({ operation, request }, answer);
      return answer;
    },
    follow: (target) => messenger.send({ method: "GET", target, headers: {}, body: undefined }),
    read: ({ operation, request }, scheme, headers = {}) => {
      const wire = messenger.wire(operation, { ...request, security: [scheme] }, true);
      return messenger.send({ ...wire, headers: { ...wire.headers, ...headers } });
    },
  };
}
