import type { IncomingMessage } from "node:http";
import { bodyFraming, type Framing, unsupportedBody } from "../body/framing.ts";
import { maxJsonBytes, tooMuchJson } from "../body/json-body.ts";
import { OpenSinks } from "../body/open-sinks.ts";
import { readBody } from "../body/read-body.ts";
import { forgetStored } from "../body/received-body.ts";
import { bodyFailures, declaredFailures } from "../conditions/body-failures.ts";
import { sentence } from "../conditions/failure.ts";
import { refusal } from "../conditions/refusal.ts";
import { parameterValues } from "../head/parameters.ts";
import type { Authenticate } from "../head/principal.ts";
import { optionsAnswer, routedCall } from "../head/routed-call.ts";
import { isJson } from "../negotiation/media-type.ts";
import type { Responder } from "../negotiation/responder.ts";
import type { CompiledApis } from "../operations/compiled-apis.ts";
import type { Answer } from "../problem/answer.ts";
import { Problem } from "../problem/problem.ts";
import type { Validator } from "../validation/validator.ts";
import type { Answerer, CheckedCall } from "./answerer.ts";
import { Call, type GoneSignal } from "./call.ts";
import type { Trace } from "./trace.ts";

/** What the steps of a call are taken with. */
export interface Serving<Stored> {
  answerer: Answerer<Stored>;
  authenticate: Authenticate;
  validator: Validator;
  responder: Responder;
}

/** A request on its way through the steps. */
export interface Arriving {
  request: IncomingMessage;
  trace: Trace;
  gone: GoneSignal;
  /** Whether the client holds its body back until it is told to go on (`Expect: 100-continue`). */
  isHeldBack: boolean;
  /** Tells it to go on. */
  goOn(): void;
}

/**
 * Takes a request from its head to its response. Of several rules that a request breaks, the first of these steps
 * decides; whatever the head tells is told before a byte of the body is read.
 *
 * @throws Problem where the document names no response; an Error where the client went away.
 */
export async function responseTo<Stored>(
  apis: CompiledApis,
  serving: Serving<Stored>,
  arriving: Arriving,
): Promise<Answer> {
  const { request, trace, gone } = arriving;
  const { answerer, authenticate, validator } = serving;
  if (request.method === "OPTIONS") {
    const { answer, why } = optionsAnswer(apis, request.url);
    trace.why = why;
    return answer;
  }

  // 1. The route: 400, 404, 405.
  const call = routedCall(apis, request);
  const { operation, headers } = call;
  trace.served = operation;
  // 2. What the answerer does with any call of this operation.
  const intercepted = await answerer.intercept?.(call, trace);
  if (intercepted !== undefined) return intercepted;
  // 3. The credentials: 401.
  const principal = await authenticate(call);
  // 4. The media type of the body: 415. One in chunks may turn out to be empty.
  const framing = bodyFraming(operation.operation, headers);
  if (isUnsupported(framing)) throw unsupportedBody(operation.operation, headers);
  // 5. The parameters.
  const values = parameterValues(operation.operation, call.path, call.query, headers);
  trace.values = values;
  const ofParameters = await validator.parameters(operation, values);
  const checked = new Call<Stored>(call, values, principal, trace, gone);
  // 6. What the answerer knows of what they name, such as a customer that does not exist.
  const early = ofParameters.length > 0 ? undefined : await answerer.before?.(checked);
  // 7. The size that the head declares: a body that is not there, a raw file, JSON (413).
  const declared = await declaredFailures(operation, framing);
  const isDecided = early !== undefined || ofParameters.length + declared.length > 0;
  if (!isDecided && isTooMuchJson(framing)) throw tooMuchJson();
  // A client that waits to be told to go on need not send a body that nothing depends on.
  if (arriving.isHeldBack && isDecided) {
    checked.failures = { input: ofParameters, body: declared };
    return early ?? refused(serving, checked);
  }
  arriving.goOn();

  // Into its sinks goes the body of a call that is still to be decided; any other is measured and thrown away.
  const opensSink = isDecided ? undefined : answerer.sink;
  const sinks = new OpenSinks<Stored>(
    opensSink && ((part) => opensSink.call(answerer, checked, part)),
  );
  let isAnswered = false;
  try {
    // 8. The form of the body: 400 for one that is malformed, 413 for too much JSON, 415 in chunks.
    const source = { headers, stream: request };
    const reading = readBody(operation, source, { sinks, isSpent: opensSink === undefined });
    const body = await (isDecided ? whereReadable(reading) : reading);
    checked.body = body;
    trace.body = body;
    // 9. The schema of JSON, then the limits of files.
    const ofJson =
      body?.kind === "json" ? await validator.json(operation, values, body.media, body.value) : [];
    const input = [...ofParameters, ...ofJson];
    const ofFiles = body === undefined ? declared : await bodyFailures(operation, body);
    checked.failures = { input, body: ofFiles };
    trace.violations = [...input, ...ofFiles].map(({ violation }) => sentence(violation));
    if (early !== undefined) return early;
    if (trace.violations.length > 0) {
      await abandon(sinks);
      return await refused(serving, checked);
    }
    // 10. The response.
    const answer = await answerer.answer(checked);
    isAnswered = true;
    return answer;
  } finally {
    if (!isAnswered) await abandon(sinks);
    // The trace lives on until the response has gone out, which may be held back for long.
    forgetStored(trace.body);
  }
}

/** Answers a call that breaks rules: with the documented response to the first of them, if the answerer has no other. */
async function refused<Stored>(
  { answerer, responder }: Serving<Stored>,
  call: CheckedCall<Stored>,
): Promise<Answer> {
  const { operation, headers, trace, body, failures } = call;
  const all = [...failures.input, ...failures.body];
  trace.violations = all.map(({ violation }) => sentence(violation));
  if (answerer.refuse !== undefined) return answerer.refuse(call);
  const first = failures.input.length > 0 ? failures.input : failures.body;
  const [response, why] = refusal(operation.conditions, first, body);
  trace.response = response;
  trace.why = why;
  return responder.respond(operation, response, { accept: headers.accept });
}

function isUnsupported({ hasBody, media, length }: Framing): boolean {
  return hasBody && media === undefined && length !== undefined;
}

function isTooMuchJson({ media, length = 0 }: Framing): boolean {
  return media !== undefined && isJson(media) && length > maxJsonBytes;
}

/** The body of a call that is refused for its head, unless it cannot be read either. */
async function whereReadable<Body>(reading: Promise<Body>): Promise<Body | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (error instanceof Problem && error.status !== 415) return undefined;
    throw error;
  }
}

/** Aborts what is open; a sink that cannot do so must not take the response from the client. */
async function abandon(sinks: OpenSinks<unknown>): Promise<void> {
  await sinks.abort().catch((error) => console.error(error));
}
