/**
 * Parses JSON without rounding: a whole number beyond 2^53 - 1, such as a large int64, would silently become another.
 *
 * @throws RangeError When the text holds such a number.
 * @throws SyntaxError When the text is no JSON.
 */
export function parseExactly(text: string): unknown {
  return JSON.parse(text, (name, value: unknown) => {
    // Whatever was rounded lies beyond the safe integers too.
    if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
      throw new RangeError(`${name || "the value"} is a whole number too large to be exact`);
    }
    return value;
  });
}
