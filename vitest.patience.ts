/**
 * How long a test may take, in milliseconds. No test measures time: this only ends what hangs, and is wide enough for
 * a machine that has other things to do. What a test waits for within that time is a little less patient, so that the
 * failure says what was missing.
 */
export const patience = {
  testTimeout: 600_000,
  hookTimeout: 600_000,
  expect: { poll: { timeout: 300_000, interval: 20 } },
};
