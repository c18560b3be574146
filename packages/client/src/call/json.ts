/** What any number beyond 2^53 - 1 needs: sixteen digits, or an exponent. */
const mayBeLarge = /\d{16}|\d[eE]/;

/**
 * Parses JSON without rounding: a whole number beyond 2^53 - 1, such as a large int64, would silently become another.
 *
 * @throws RangeError When the text holds such a number.
 * @throws SyntaxError When the text is no JSON.
 */
export function parseExactly(text: string): unknown {
  // Looking at every value takes longer than parsing; few answers need it.
  return JSON.parse(text, mayBeLarge.test(text) ? refuseRounded : undefined);
}

function refuseRounded(name: string, value: unknown): unknown {
  // Whatever was rounded lies beyond the safe integers too.
  if (typeof value === "number" && Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    throw new RangeError(`${name || "the value"} is a whole number too large to be exact`);
  }
  return value;
}
