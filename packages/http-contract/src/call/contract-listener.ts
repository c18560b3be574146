import type { IncomingMessage, RequestListener, ServerResponse } from "node:http";
import type { Authenticate } from "../head/principal.ts";
import { requireCredentials } from "../head/security.ts";
import { Connections, withConnections } from "../listening/connections.ts";
import { corsHeaders, isPreflight, preflightHeaders } from "../listening/cors.ts";
import { answerToBug, sendAnswer } from "../listening/send-answer.ts";
import { exampleResponder } from "../negotiation/example-responder.ts";
import type { Responder } from "../negotiation/responder.ts";
import type { CompiledApis } from "../operations/compiled-apis.ts";
import type { Answer } from "../problem/answer.ts";
import { Problem } from "../problem/problem.ts";
import { ajvValidator } from "../validation/ajv-validator.ts";
import type { Validator } from "../validation/validator.ts";
import type { Answerer } from "./answerer.ts";
import { GoneSignal } from "./call.ts";
import type { HandledRequest } from "./handled-request.ts";
import { responseTo } from "./steps.ts";
import { newTrace } from "./trace.ts";

/** What a server of documented APIs is made of. */
export interface ContractListenerOptions<Stored> {
  /** Asked for at every request, so that documents can be exchanged while the server runs. */
  apis(): CompiledApis;
  answerer: Answerer<Stored>;
  /** By default, any credentials that are in a documented form will do. */
  authenticate?: Authenticate;
  /** By default, Ajv. */
  validator?: Validator;
  /** Writes the refusals that the answerer leaves to it; the document's examples by default. */
  responder?: Responder;
  /** Origins whose pages may call with cookies; pages of any other may call without. */
  origins?: ReadonlySet<string>;
  /** Whether pages of other origins may call without cookies; `true` by default. */
  isOpenToPages?: boolean;
  /** For a listener of your own around this one: those that `listen` is given. */
  connections?: Connections;
  /** Told of every request right before its response goes out. */
  observe?(handled: HandledRequest): void;
}

/** Answers requests; whatever a request brings, it gets one response and its connection stays usable. */
export function contractListener<Stored>(
  options: ContractListenerOptions<Stored>,
): RequestListener {
  const { connections = new Connections(), origins, isOpenToPages } = options;
  const serving = {
    answerer: options.answerer,
    authenticate: options.authenticate ?? requireCredentials,
    validator: options.validator ?? ajvValidator(),
    responder: options.responder ?? exampleResponder,
  };
  const listener = async (request: IncomingMessage, response: ServerResponse) => {
    const readable = (answer: Answer): Answer => {
      const headers = corsHeaders(request, answer.headers, origins, isOpenToPages);
      return { ...answer, headers: { ...answer.headers, ...headers } };
    };
    if (isPreflight(request)) {
      connections.goOn(request);
      await readToEnd(request);
      const headers = preflightHeaders(request);
      return sendAnswer(response, readable({ status: 204, headers, body: undefined }));
    }
    const at = new Date();
    const start = performance.now();
    const trace = newTrace();
    const handled: Pick<HandledRequest, "answer" | "verdict"> = { answer: undefined };
    try {
      const arriving = {
        request,
        trace,
        gone: new GoneSignal(response),
        isHeldBack: connections.isHeldBack(request),
        goOn: () => connections.goOn(request),
      };
      handled.answer = readable(await responseTo(options.apis(), serving, arriving));
    } catch (error) {
      if (error instanceof Problem) {
        trace.why = error.message;
        if (trace.violations.length === 0) trace.violations.push(error.message);
        handled.answer = readable(error.answer());
      } else if (!response.destroyed) {
        trace.why = "The server failed; its terminal says why.";
        handled.verdict = "failed";
        handled.answer = readable(answerToBug(error));
      }
    }
    if (connections.isHeldBack(request)) handled.answer = closing(handled.answer);
    else await readToEnd(request);
    const { delivery } = trace;
    const isSent = (await delivery?.hold(response, handled.answer)) ?? false;
    if (response.destroyed && !isSent) {
      trace.why = "The client went away before its response.";
      Object.assign(handled, { answer: undefined, verdict: "aborted" });
    }
    const milliseconds = performance.now() - start;
    options.observe?.(connections.asEnded({ request, trace, ...handled, at, milliseconds }));
    if (isSent || handled.answer === undefined || response.destroyed) return;
    if (delivery === undefined) sendAnswer(response, handled.answer);
    else await delivery.send(response, handled.answer);
  };
  const answering: RequestListener = (request, response) => {
    listener(request, response).catch((error) => {
      // An observer or a delivery failed: it costs this response, and nothing more.
      console.error(error);
      response.destroy();
    });
  };
  return withConnections(answering, connections);
}

/** A client that still holds its body back could send it, or not: only the end of the connection is clear. */
function closing(answer: Answer | undefined): Answer | undefined {
  return answer && { ...answer, headers: { ...answer.headers, Connection: "close" } };
}

/** A response before the end of the request would reach many clients as a broken connection. */
export function readToEnd(request: IncomingMessage): Promise<void> {
  if (request.readableEnded || request.destroyed) return Promise.resolve();
  return new Promise((resolve) => {
    request.once("end", resolve);
    request.once("close", resolve);
    request.resume();
  });
}
