/**
 * The longest a test waits for anything, in milliseconds. It only ends what hangs: far more than a busy machine needs,
 * and less than vitest gives a test, so that the failure says what was waited for.
 */
export const longestWait = 300_000;
