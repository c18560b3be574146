import type { Effect, Exchange, ExchangeBody } from "./exchange.ts";

/** What a refusal sends: what an exchange may send, or a text as it is. */
export type RefusalBody = ExchangeBody | { mediaType: string; text: string };

/** The request of a refusal. */
export interface RefusalRequest extends Omit<Exchange["request"], "body"> {
  /** In lower case, where it is not the operation's own. */
  method?: string;
  body?: RefusalBody;
}

/**
 * A request that breaks a rule of the document and is refused. No vendor page shows it: the request and the answer
 * are this project's own, so a server other than our mock only has to answer with some 4xx.
 */
export interface Refusal {
  /** `<api>/<operationId>/<name>` */
  id: string;
  api: string;
  operationId: string;
  name: string;
  /** The source file, from the root of the repository. */
  file: string;
  summary: string;
  request: RefusalRequest;
  /** The rules it breaks, in the words of the proof, for example `path parameter customerId`. */
  breaks: string[];
  /**
   * What the client does: `throws` before anything is sent, `sends` it and throws the server's refusal, or has no
   * words for it (`inexpressible`).
   */
  client: "throws" | "sends" | "inexpressible";
  /** What our mock answers: its own problem details, or a documented example. */
  mock: { status: number; example?: string };
  /** What read operations show afterwards (`then:`); nothing has changed when left out. */
  effects?: Effect[];
}
