import { InvalidArgumentError, Option } from "commander";
import { type Fault, faultWords, parseFault } from "../faults/fault.ts";
import { type Latency, parseLatency } from "../faults/latency.ts";

/** `--latency 200±100` */
export function latencyOption(): Option {
  return new Option(
    "--latency <ms>",
    "hold every response back, for example 200 or 200±100",
  ).argParser((value): Latency => {
    const latency = parseLatency(value);
    if (latency !== undefined) return latency;
    throw new InvalidArgumentError(
      "A latency is 200, 200±100 or 200+-100, in milliseconds, a minute at most.",
    );
  });
}

/** `--fail-rate 0.05` */
export function rateOption(): Option {
  return new Option("--fail-rate <part>", "let this part of the calls fail, from 0 to 1").argParser(
    (value): number => {
      const rate = Number(value);
      if (value.trim() !== "" && rate >= 0 && rate <= 1) return rate;
      throw new InvalidArgumentError("A fail rate is a number from 0 to 1.");
    },
  );
}

/** `--fail 503` */
export function faultOption(): Option {
  return new Option("--fail <fault>", `how they fail: ${faultWords}`)
    .default(503)
    .argParser((value): Fault => {
      const fault = parseFault(value);
      if (fault !== undefined) return fault;
      throw new InvalidArgumentError(`A fault is ${faultWords}.`);
    });
}
