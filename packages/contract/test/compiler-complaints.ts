import { fileURLToPath } from "node:url";
import ts from "typescript";

const configFile = fileURLToPath(new URL("../tsconfig.json", import.meta.url));
const { config } = ts.readConfigFile(configFile, ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(
  config,
  ts.sys,
  fileURLToPath(new URL("..", import.meta.url)),
);

/** What the compiler says about programs that stand in this package, which knows all the others. */
export function compilerComplaints(texts: ReadonlyMap<string, string>): string[] {
  const host = ts.createCompilerHost(options);
  const path = (name: string) => fileURLToPath(new URL(`../${name}.mts`, import.meta.url));
  const files = new Map([...texts].map(([name, text]) => [path(name.replaceAll(" ", "-")), text]));
  const { fileExists, readFile } = host;
  host.fileExists = (file) => files.has(file) || fileExists(file);
  host.readFile = (file) => files.get(file) ?? readFile(file);
  const program = ts.createProgram(
    [...files.keys()],
    { ...options, noEmit: true, noUnusedLocals: false },
    host,
  );
  return ts
    .getPreEmitDiagnostics(program)
    .map(
      ({ file, messageText }) =>
        `${file?.fileName}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    );
}
