/** What any number beyond 2^53 - 1 needs: sixteen digits, or an exponent. */
const mayBeLarge = /\d{16}|\d[eE]/;

/**
 * Parses JSON without rounding: a whole number beyond 2^53 - 1, such as a large int64, would silently become another.
 *
 * @throws RangeError When the text holds such a number.
 * @throws SyntaxError When the text is not JSON.
 */
export function parseExactly(text: string): unknown {
  return parsed(text, refuseRounded);
}

/**
 * Parses JSON with a bigint for every whole number beyond 2^53 - 1.
 *
 * @throws RangeError When the text holds another number that is not exact, or the runtime does not tell its digits.
 * @throws SyntaxError When the text is not JSON.
 */
export function parseWithBigints(text: string): unknown {
  return parsed(text, (name, value, context) =>
    isRounded(value) && /^-?\d+$/.test(context?.source ?? "")
      ? BigInt(context?.source ?? "")
      : refuseRounded(name, value),
  );
}

/** What a runtime tells of a value beside it: Node 22, Chromium 114, Firefox 135, Safari 18.4 and later. */
type Reviver = (name: string, value: unknown, context?: { source?: string }) => unknown;

function parsed(text: string, revive: Reviver): unknown {
  // Looking at every value takes longer than parsing; few answers need it.
  return JSON.parse(text, mayBeLarge.test(text) ? revive : undefined);
}

/** Whatever was rounded lies beyond the safe integers too. */
function isRounded(value: unknown): boolean {
  return typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER;
}

function refuseRounded(name: string, value: unknown): unknown {
  if (!isRounded(value)) return value;
  throw new RangeError(`${name || "the value"} is a whole number too large to be exact`);
}
