/** `npm run mock:stock`: one API, served by Prism without code of ours. */
import { once } from "node:events";
import { apiNames } from "@image-apis/spec";
import { Argument, Command } from "commander";
import { portOption } from "../src/command/port-option.ts";
import { stockPrism } from "./stock-prism.ts";

const apis = apiNames();
const command = new Command("mock:stock")
  .description("Serves the bundle of one API with the unchanged prism command, on 127.0.0.1.")
  .addArgument(new Argument("[api]", "the API to serve").choices(apis).default(apis[0]))
  .addOption(portOption())
  .parse();

const { port } = command.opts<{ port: number }>();
const prism = stockPrism(command.processedArgs[0] as string, port, "inherit");
for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => prism.kill(signal));
const [code] = (await once(prism, "exit")) as [number | null];
process.exitCode = code ?? 0;
