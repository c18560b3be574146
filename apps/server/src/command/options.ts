import { InvalidArgumentError, Option } from "commander";
import { defaultFloorBytes } from "../folder/data-folder.ts";
import { logLevels } from "../listening/log.ts";

/** `--data`, which every command has. */
export function dataOption(): Option {
  return new Option("--data <folder>", "the folder of everything that is kept").default(
    "image-apis-data",
  );
}

/** The options of a server that runs. */
export function serverOptions(): Option[] {
  return [
    new Option("--port <number>", "the port to listen on, 0 for any")
      .default(4020)
      .argParser((text) => wholeNumber(text, 0, 65_535)),
    new Option("--host <address>", "the address to listen on").default("127.0.0.1"),
    new Option("--public-url <url>", "where clients reach it, for signed addresses").argParser(
      publicUrl,
    ),
    new Option("--cors-origin <origins...>", "origins whose pages may call").argParser(origins),
    new Option("--empty", "start without the customers and persons of the documents"),
    new Option("--max-requests <number>", "requests that are worked on at once")
      .default(256)
      .argParser((text) => wholeNumber(text, 1, 100_000)),
    new Option("--disk-floor <bytes>", "as many bytes stay free on the disk")
      .default(defaultFloorBytes)
      .argParser((text) => wholeNumber(text, 0, Number.MAX_SAFE_INTEGER)),
    new Option("--grace <seconds>", "as long as requests may take when it is stopped")
      .default(10)
      .argParser((text) => wholeNumber(text, 0, 3600)),
    new Option("--log <level>", "what is logged to standard error")
      .default("warn")
      .choices(logLevels),
  ];
}

/** @throws InvalidArgumentError */
export function wholeNumber(text: string, least: number, most: number): number {
  const number = Number(text);
  if (/^\d+$/.test(text) && number >= least && number <= most) return number;
  throw new InvalidArgumentError(`Give a whole number from ${least} to ${most}.`);
}

function publicUrl(text: string): string {
  const url = URL.parse(text);
  const isPlain = url !== null && url.search === "" && url.hash === "" && url.username === "";
  if (isPlain && /^https?:$/.test(url.protocol)) return text.replace(/\/+$/, "");
  throw new InvalidArgumentError("Give an address such as https://images.example.com.");
}

function origins(text: string, before: string[] = []): string[] {
  if (URL.parse(text)?.origin === text) return [...before, text];
  throw new InvalidArgumentError("Give an origin such as https://app.example.com, without a path.");
}
