import { randomUUID } from "node:crypto";
import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import {
  type Answerer,
  type Authenticate,
  type CompiledApis,
  Problem,
  splitTarget,
} from "@image-apis/http-contract";
import { type Connections, contractListener, sendAnswer } from "@image-apis/http-contract/server";
import type { StoredBytes } from "@image-apis/reference";
import type { Logger } from "pino";
import { answerFile, type FileAnswerParts } from "../addresses/file-answer.ts";
import { filesPath } from "../addresses/signed-address.ts";
import { callScope } from "./call-scope.ts";
import { refuseForeignPages } from "./foreign-pages.ts";
import { logRequest } from "./log.ts";
import { answerOwnPage, isOwnPage, type OwnPages } from "./own-pages.ts";

/** What a listener is made of. */
export interface ServerListenerParts {
  readonly apis: CompiledApis;
  readonly answerer: Answerer<StoredBytes>;
  readonly authenticate: Authenticate;
  readonly files: FileAnswerParts;
  readonly pages: OwnPages;
  readonly connections: Connections;
  readonly log: Logger;
  /** Origins whose pages may call. */
  readonly origins: ReadonlySet<string>;
  readonly load: Load;
}

/** How much a server does at once. */
export interface Load {
  underWay: number;
  readonly most: number;
}

/** Answers requests to the documented APIs, to signed addresses and to the server itself. */
export function serverListener(parts: ServerListenerParts): RequestListener {
  const { apis, answerer, authenticate, connections, log, origins, pages, load } = parts;
  const contract = contractListener({
    apis: () => apis,
    answerer,
    async authenticate(call) {
      refuseForeignPages(call.headers, origins);
      return authenticate(call);
    },
    origins,
    isOpenToPages: false,
    connections,
    observe(handled) {
      pages.metrics.add(handled);
      logRequest(log, handled);
    },
  });
  const answer = async (request: IncomingMessage, response: ServerResponse) => {
    const { path } = splitTarget(request.url ?? "/");
    const isOwn = isOwnPage(path);
    if (isOwn || path.startsWith(filesPath)) connections.goOn(request);
    if (isOwn) return answerOwnPage(pages, path, request, response);
    if (load.underWay > load.most) return refuse(request, response);
    if (path.startsWith(filesPath)) return answerFile(parts.files, request, response);
    contract(request, response);
  };
  return (request, response) => {
    const requestId = randomUUID();
    response.setHeader("X-Request-Id", requestId);
    load.underWay += 1;
    response.once("close", () => {
      load.underWay -= 1;
    });
    const scope = { requestId, address: request.socket.remoteAddress ?? "" };
    callScope.run(scope, () => {
      answer(request, response).catch((error: unknown) => {
        log.error({ requestId, error: String(error) }, "The server failed.");
        response.destroy();
      });
    });
  };
}

/** Whoever sends a body is not waited for: that would be the load that there is too much of. */
function refuse(request: IncomingMessage, response: ServerResponse): void {
  const { status, headers, body } = new Problem(
    503,
    "The server does as much at once as it may. Try again in a second.",
    { headers: { "Retry-After": "1", Connection: "close" } },
  ).answer();
  request.resume();
  sendAnswer(response, { status, headers, body });
}
