import {
  type Answer,
  accepts,
  type CallHead,
  type ContractOperation,
  defaultResponse,
  type KeptFile,
  type ParameterValues,
  Problem,
  type ReceivedBody,
  type ReceivedFile,
  type Trace,
} from "@image-apis/http-contract";
import { bodyLimits } from "@image-apis/spec";
import { prismResponder } from "../prism/prism-responder.ts";
import { usualExample } from "./documented-start.ts";
import type { Outcome, StateCall, StateFile } from "./resource.ts";

/** Reduces a request to what the state needs of it. */
export function stateCall(
  served: ContractOperation,
  values: ParameterValues,
  body: ReceivedBody<KeptFile>,
): StateCall {
  const media = "media" in body ? served.operation.requestBody?.content[body.media] : undefined;
  const [part = "", limits = {}] =
    (media && Object.entries(bodyLimits(served.document, media))[0]) ?? [];
  return {
    values,
    files: filesOf(part, body),
    example: structuredClone(usualExample(served)),
    maxFiles: limits.maxFiles ?? Number.POSITIVE_INFINITY,
    now: new Date(),
  };
}

/**
 * Writes what the state has to say as the document has it.
 *
 * @throws Problem 404 where the document names no answer to what the state lacks, 406 for bytes of another media
 * type than those accepted.
 */
export async function statefulAnswer(
  served: ContractOperation,
  outcome: Outcome,
  { headers }: Pick<CallHead, "headers">,
  trace: Trace,
): Promise<Answer> {
  if (outcome.kind === "refused") {
    const found = outcome.conditions.find((name) => served.conditions.has(name)) ?? "";
    const response = served.conditions.get(found);
    if (response === undefined) throw new Problem(404, outcome.why);
    trace.response = response;
    trace.why = `${outcome.why} The example of this answer has "x-when: ${found}".`;
    return prismResponder.respond(served, response, { accept: headers.accept });
  }
  const usual = defaultResponse(served.operation);
  trace.response = usual;
  trace.why = "The request breaks no rule: the usual answer, from the state.";
  trace.notes.push(...(("notes" in outcome && outcome.notes) || []));
  if (outcome.kind === "bytes") {
    const { mediaType, bytes } = outcome;
    if (!accepts(headers.accept, mediaType)) {
      throw new Problem(406, `Accept is "${headers.accept}". The image is ${mediaType}.`);
    }
    return { status: usual.status, headers: { "Content-Type": mediaType }, body: bytes };
  }
  const changed = outcome.kind === "usual" ? outcome.body : undefined;
  return prismResponder.respond(served, usual, { accept: headers.accept, body: changed });
}

/** The files that the document speaks of; of a form, those of the part with limits, however it is spelled. */
function filesOf(part: string, body: ReceivedBody<KeptFile>): StateFile[] {
  if (body.kind === "file") {
    return [stateFile(body.file)];
  }
  if (body.kind !== "form") return [];
  return body.parts.flatMap(({ name, file }) =>
    file !== undefined && name?.toLowerCase() === part.toLowerCase() ? [stateFile(file)] : [],
  );
}

function stateFile({ stored, ...file }: ReceivedFile<KeptFile>): StateFile {
  return { ...file, ...(stored?.content && { content: stored.content }) };
}
