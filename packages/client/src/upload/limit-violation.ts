import type { DocumentedErrorCodes } from "@image-apis/types";

/** A limit that a request breaks. */
export interface LimitViolation {
  /** The option that breaks it, for example `files[2]`. */
  argument: string;
  /** The name `x-when` has for it; it leads to the vendor's code, if one is published. */
  condition: string;
  /** What is wrong and what would be right, to follow the name of the option. */
  message: string;
}

/** What a broken limit means: in words, and by the code the vendor would answer. */
export function meaningOf(
  errorCodes: DocumentedErrorCodes,
  operationId: string,
  { argument, condition, message }: LimitViolation,
): { message: string; code: number | undefined } {
  const codes = Object.entries(errorCodes[operationId] ?? {});
  const [code, documented] = codes.find(([, { when }]) => when.includes(condition)) ?? [];
  const answer =
    documented === undefined
      ? "The vendor publishes no code for it."
      : `The vendor's answer would be ${documented.summary}.`;
  return {
    message: `${operationId}: ${argument} ${message}. ${answer}`,
    code: code === undefined ? undefined : Number(code),
  };
}
