import { Option } from "commander";

/** `--allow-host mock.internal`, once for each name. */
export function allowHostOption(): Option {
  return new Option(
    "--allow-host <name>",
    "answer /__mock under this host name too; can be repeated",
  ).argParser(another);
}

/** `--cors-origin http://localhost:5173`, once for each origin. */
export function corsOriginOption(): Option {
  return new Option(
    "--cors-origin <origin>",
    "let pages of this origin send cookies; can be repeated",
  ).argParser(another);
}

function another(value: string, before: string[] = []): string[] {
  return [...before, value];
}
