import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { guideBlocks } from "./guide-blocks.ts";

const programs = guideBlocks().filter(({ language }) => language === "typescript");
const configFile = fileURLToPath(new URL("../tsconfig.json", import.meta.url));
const { config } = ts.readConfigFile(configFile, ts.sys.readFile);
const { options } = ts.parseJsonConfigFileContent(
  config,
  ts.sys,
  fileURLToPath(new URL("..", import.meta.url)),
);

/** What the compiler says about programs that stand in this package, which knows all the others. */
function complaints(texts: ReadonlyMap<string, string>): string[] {
  const host = ts.createCompilerHost(options);
  const path = (name: string) => fileURLToPath(new URL(`../${name}.mts`, import.meta.url));
  const files = new Map([...texts].map(([name, text]) => [path(name.replace(" ", "-")), text]));
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

it("the guides hold programs", () => {
  expect(programs.length).toBeGreaterThan(4);
});

describe("a guide's program", () => {
  it("compiles with the packages as they are", () => {
    expect(complaints(new Map(programs.map(({ name, text }) => [name, text])))).toEqual([]);
  });

  it("that names an option which is not there is found", () => {
    const wrong = 'import { startMock } from "@image-apis/mock";\nawait startMock({ prot: 0 });\n';
    expect(complaints(new Map([["wrong", wrong]]))).toEqual([expect.stringContaining("prot")]);
  });
});
