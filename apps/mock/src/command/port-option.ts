import { InvalidArgumentError, Option } from "commander";

/** `--port`, from MOCK_PORT where it is not given. */
export function portOption(): Option {
  return new Option("--port <number>", "the port to listen on, 0 for any")
    .env("MOCK_PORT")
    .default(4010)
    .argParser(portNumber);
}

function portNumber(value: string): number {
  const number = Number(value);
  if (!/^\d+$/.test(value) || number > 65535) {
    throw new InvalidArgumentError("A port is a whole number from 0 to 65535.");
  }
  return number;
}
