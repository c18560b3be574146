import type { Exchange, Operation, Refusal } from "@image-apis/spec";
import { CannotRunError } from "./cannot-run-error.ts";
import { type Contract, operationFinder } from "./contract.ts";
import type { ConformanceOptions } from "./options.ts";
import { setupSteps } from "./setup-steps.ts";

/** An exchange or a refusal to check, with everything it needs. */
export interface Item {
  id: string;
  operation: Operation;
  /** Sent before it, in this order. */
  steps: readonly Exchange[];
  /** Why it is not sent. */
  unsent?: "changes data" | `signs in with ${string}`;
  subject: { kind: "exchange"; exchange: Exchange } | { kind: "refusal"; refusal: Refusal };
}

/**
 * What is checked, in the order it is sent: what only reads comes first, while the server's data are as they were.
 *
 * @throws CannotRunError For a name in `only`, or a scheme in `auth`, that nothing has.
 */
export function plan(contract: Contract, options: ConformanceOptions): Item[] {
  failOnUnknownScheme(contract, options);
  const operationOf = operationFinder(contract);
  const { exchanges, refusals = [] } = contract;
  const items: Item[] = [
    ...exchanges.map((exchange) => ({
      id: exchange.id,
      operation: operationOf(exchange),
      steps: setupSteps(contract, exchange),
      subject: { kind: "exchange" as const, exchange },
    })),
    ...refusals.map((refusal) => ({
      id: refusal.id,
      operation: operationOf(refusal),
      steps: [],
      subject: { kind: "refusal" as const, refusal },
    })),
  ];
  const chosen = choose(items, options).map((item) => {
    const unsent = reasonNotToSend(item, operationOf, options);
    return unsent === undefined ? item : { ...item, unsent };
  });
  return [...chosen.filter(reads), ...chosen.filter((item) => !reads(item))];
}

/** Whether a check changes no data and needs none of its own. */
export function reads(item: Item): boolean {
  return item.steps.length === 0 && !writes(item);
}

/** Whether a request changes data: every method may but those that HTTP calls safe. */
function writes({ operation, subject }: Item): boolean {
  const own = subject.kind === "refusal" ? subject.refusal.request.method : undefined;
  return !isSafe(own ?? operation.method);
}

function isSafe(method: string): boolean {
  return ["get", "head", "options"].includes(method);
}

function reasonNotToSend(
  item: Item,
  operationOf: (of: { operationId: string }) => Operation,
  { allowWrites = false, auth }: ConformanceOptions,
): Item["unsent"] {
  const changes = writes(item) || item.steps.some((step) => !isSafe(operationOf(step).method));
  if (changes && !allowWrites) return "changes data";
  if (auth === undefined) return undefined;
  const foreign = [
    ...item.steps.map((step) => ({ step, operation: operationOf(step) })),
    ...(isAboutCredentials(item) ? [] : [{ step: requestOf(item), operation: item.operation }]),
  ].find(({ step, operation }) => !canSignIn(step.request.security, operation, auth));
  if (foreign === undefined) return undefined;
  return `signs in with ${foreign.step.request.security.join(" and ")}`;
}

function requestOf({ subject }: Item): Exchange | Refusal {
  return subject.kind === "exchange" ? subject.exchange : subject.refusal;
}

/** Whether what a request signs in with is the very thing that is checked. */
export function isAboutCredentials({ subject }: Item): boolean {
  return subject.kind === "refusal" && subject.refusal.breaks.includes("credentials");
}

/**
 * Whether the schemes of `auth` may stand in for those of a request: it sends none, it sends these, or it sends the
 * operation's first alternative for want of a better, and these are another one.
 */
function canSignIn(
  security: readonly string[],
  operation: Operation,
  auth: readonly string[],
): boolean {
  const isSame = (a: readonly string[], b: readonly string[]) =>
    a.toSorted().join() === b.toSorted().join();
  const alternatives = operation.security.map((it) => Object.keys(it));
  if (security.length === 0 || isSame(security, auth)) return true;
  return isSame(security, alternatives[0] ?? []) && alternatives.some((it) => isSame(it, auth));
}

function choose(items: readonly Item[], { only = [] }: ConformanceOptions): Item[] {
  if (only.length === 0) return [...items];
  const names = ({ operation: { operationId }, id }: Item) => [
    operationId,
    id,
    id.slice(id.indexOf("/") + 1),
  ];
  for (const name of only) {
    if (items.some((item) => names(item).includes(name))) continue;
    const known = [...new Set(items.map(({ operation }) => operation.operationId))].join(", ");
    throw new CannotRunError(
      `--only ${name}: there is no such operation or exchange. Operations: ${known}.`,
    );
  }
  return items.filter((item) => names(item).some((name) => only.includes(name)));
}

function failOnUnknownScheme({ document }: Contract, { auth = [] }: ConformanceOptions): void {
  const known = Object.keys(document.components.securitySchemes ?? {});
  for (const name of auth) {
    if (known.includes(name)) continue;
    throw new CannotRunError(
      `--auth ${name}: there is no such security scheme. Schemes: ${known.join(", ")}.`,
    );
  }
}
