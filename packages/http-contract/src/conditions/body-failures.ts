import { bodyLimits, type Limits } from "@image-apis/spec";
import type { Framing } from "../body/framing.ts";
import type { FormPart, ReceivedBody, ReceivedFile } from "../body/received-body.ts";
import { type BrokenLimit, brokenFileCounts, brokenFileLimits } from "../files/limits.ts";
import type { ContractOperation } from "../operations/contract-operation.ts";
import type { BodyCondition } from "./body-conditions.ts";
import type { Failure } from "./failure.ts";

/** Holds a body against the limits that the document states (`x-limits`). The first failure is the one to tell. */
export async function bodyFailures(
  { document, operation: { requestBody } }: ContractPart,
  body: ReceivedBody,
): Promise<Failure[]> {
  if (body.kind === "none") {
    if (requestBody?.required !== true) return [];
    const mediaTypes = Object.keys(requestBody.content).join(", ");
    return [
      failure(["missing-image", "no-image"], "", `is empty, and it is required: ${mediaTypes}`),
    ];
  }
  const media = requestBody?.content[body.media];
  if (media === undefined || body.kind === "json") return [];
  const limits = Object.entries(bodyLimits(document, media));
  const failures = limits.map(([part, its]) =>
    body.kind === "file" ? fileFailures("", body.file, its) : partFailures(part, body.parts, its),
  );
  return (await Promise.all(failures)).flat();
}

/** What of an operation is needed to know its limits. */
type ContractPart = Pick<ContractOperation, "document" | "operation">;

/** The limits that a body breaks by what the head of its request declares: that there is none, or how long a raw file is. */
export async function declaredFailures(
  operation: ContractPart,
  { hasBody, media, mediaType, length }: Framing,
): Promise<Failure[]> {
  if (!hasBody) return bodyFailures(operation, { kind: "none" });
  const content = operation.operation.requestBody?.content ?? {};
  const documented = media === undefined ? undefined : content[media];
  // A form may have parts that no document describes, so that its length says nothing of its files.
  if (documented === undefined || length === undefined || media?.startsWith("multipart/"))
    return [];
  const { "": limits } = bodyLimits(operation.document, documented);
  if (limits === undefined) return [];
  const file = { filename: undefined, mediaType, bytes: length, sha256: "", head: undefined };
  return fileFailures("", file, limits);
}

async function partFailures(part: string, parts: FormPart[], limits: Limits): Promise<Failure[]> {
  // The vendor's prose writes some part names in capitals, so the case of a name does not count.
  const named = parts.filter(({ name }) => name?.toLowerCase() === part.toLowerCase());
  const files = named.flatMap(({ file }) => (file !== undefined && isChosen(file) ? [file] : []));
  const counts = brokenFileCounts(limits, files.length);
  const failures = counts.map(({ limit, conditions, allowed, found }) =>
    failure(
      conditions,
      part,
      limit === "maxFiles"
        ? `came ${found} times; the most in one request is ${allowed}`
        : missingPart(named, parts),
    ),
  );
  // Six files or thousands are refused for their number; what they hold need not be looked into.
  const { mediaTypes: _, ...sizes } = limits;
  const its = counts.some(({ limit }) => limit === "maxFiles") ? sizes : limits;
  const ofFiles = await Promise.all(files.map((file) => fileFailures(part, file, its)));
  // A body that is too large is refused before anybody looks into it.
  return [...failures, ...ofFiles.flat()].sort((a, b) => b.status - a.status);
}

async function fileFailures(part: string, file: ReceivedFile, limits: Limits): Promise<Failure[]> {
  const name = file.filename === undefined ? "" : `("${file.filename}") `;
  const broken = await brokenFileLimits(limits, file);
  return broken.map((it) => ({
    ...failure(it.conditions, part, `${name}${fileReason(it)}`),
    status: it.limit === "maxBytes" ? 413 : 400,
  }));
}

function fileReason(broken: BrokenLimit): string {
  if (broken.limit === "mediaTypes") {
    return `holds ${broken.found ?? "no image"}; it must be ${broken.allowed.join(", ")}`;
  }
  const { limit, allowed, found } = broken;
  return limit === "maxBytes"
    ? `has ${found} bytes; at most ${allowed} are allowed`
    : `has ${found} bytes; at least ${allowed} are needed`;
}

/** A browser sends an empty file without a name for a field in which nothing was chosen. */
function isChosen(file: ReceivedFile): boolean {
  return file.bytes > 0 || file.filename !== undefined;
}

/** As many names of other parts as a sentence lists. */
const maxNames = 10;

function missingPart(named: FormPart[], all: FormPart[]): string {
  if (named.some(({ file }) => file === undefined)) {
    return "came as text; a file part has a file name";
  }
  const names = [
    ...new Set(all.map(({ name }) => (name === undefined ? "one unnamed" : `"${name}"`))),
  ];
  const listed = names.slice(0, maxNames).join(", ") || "no parts";
  const others = names.length > maxNames ? ` and ${names.length - maxNames} more` : "";
  return `is missing; the form has ${listed}${others}`;
}

function failure(conditions: BodyCondition[], name: string, reason: string): Failure {
  return { conditions, status: 400, violation: { in: "body", name, reason } };
}
