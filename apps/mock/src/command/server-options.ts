import { type Command, Option } from "commander";
import { portOption } from "./port-option.ts";

/** Adds where a server listens and how it speaks, which the mock and the proxy have in common. */
export function withServerOptions(command: Command): Command {
  return command
    .addOption(portOption())
    .addOption(new Option("--host <address>", "the address to listen on").default("127.0.0.1"))
    .option("--tls", "speak TLS, with a certificate of its own making")
    .option("--tls-cert <file>", "speak TLS with this certificate, in PEM")
    .option("--tls-key <file>", "its private key, in PEM");
}
