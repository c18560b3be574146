import type { DocumentedErrorCodes, DocumentedLimits } from "@image-apis/types";

/** What a vendor's document says about limits, and about the codes that answer a breach. */
export interface Rules {
  limits: DocumentedLimits;
  errorCodes: DocumentedErrorCodes;
}

/** A limit that a request breaks. */
export interface Breach {
  /** The option that breaks it, for example `files[2]`. */
  argument: string;
  /** The name `x-when` has for it; it leads to the vendor's code, if one is published. */
  condition: string;
  /** What is wrong and what would be right, to follow the name of the option. */
  complaint: string;
}

/** What a broken limit means: in words, and by the code the vendor would answer. */
export function meaningOf(
  { errorCodes }: Rules,
  operationId: string,
  { argument, condition, complaint }: Breach,
): { message: string; code: number | undefined } {
  const codes = Object.entries(errorCodes[operationId] ?? {});
  const [code, documented] = codes.find(([, { when }]) => when.includes(condition)) ?? [];
  const answer =
    documented === undefined
      ? "The vendor publishes no code for it."
      : `The vendor's answer would be ${documented.summary}.`;
  return {
    message: `${operationId}: ${argument} ${complaint}. ${answer}`,
    code: code === undefined ? undefined : Number(code),
  };
}
