import { ClientFile, type ClientValue, type SampleRequest } from "../request.ts";
import { lines, literal, variableNames } from "../text.ts";
import { typescriptCode } from "./typescript-code.ts";

/** The client of this repository; undefined where it has no words for the request. */
export function client(request: SampleRequest): string | undefined {
  const { client: call, success, isRefused, url } = request;
  if (call === undefined) return undefined;
  const { module, maker, variable, method, auth, misfits, placeholders } = call;
  const files = filesOf(call.options);
  const onDisk = files.filter(({ file }) => file !== undefined);
  const names = variableNames(
    onDisk.map(({ file }) => file?.name ?? ""),
    [variable, "data", "error"],
  );
  const nameOf = (file: ClientFile) => names[onDisk.findIndex((it) => isSame(it, file))];
  const imported = [...new Set([maker, ...auth.map((it) => it.maker)])].sort();
  const credentials = auth.map((it) => `${it.maker}(${typescriptCode(it.argument, 1, nameOf)})`);
  return lines(
    success.kind === "bytes" && 'import { writeFile } from "node:fs/promises";',
    importLines([
      [module, imported],
      ...(onDisk.length > 0 ? [[`${packageOf(module)}/node`, ["fileFromPath"]] as const] : []),
    ]),
    "",
    placeholders.length > 0
      ? `// To reach the vendor, pass ${placeholders.join(" and ")} instead of baseUrl.`
      : "// To reach the vendor, leave out baseUrl.",
    `const ${variable} = ${maker}({`,
    `  baseUrl: ${literal(new URL(url).origin)},`,
    credentials.length === 1 && `  auth: ${credentials[0]},`,
    credentials.length > 1 && `  auth: [${credentials.join(", ")}],`,
    isRefused && [
      "  // The client checks the documented limits before it sends; like this, the server does.",
      '  limits: "off",',
    ],
    "});",
    "",
    onDisk.map(
      (file) =>
        `const ${nameOf(file)} = await fileFromPath(${literal(file.file?.path ?? "")}${fileOptions(file)});`,
    ),
    `const { ${success.kind === "none" ? "" : "data, "}error } = await ${variable}`,
    misfits.length > 0 &&
      `  // @ts-expect-error: the types refuse ${misfits.join(" and ")}; this shows what the vendor responds.`,
    `  .${method}(${typescriptCode(call.options, 1, nameOf)})`,
    "  .result();",
    "// A failure behind a success status is an error as well.",
    `if (error) throw new Error(\`\${error.message}\\n\${JSON.stringify(error.body)}\`);`,
    success.kind === "bytes" && `await writeFile(${literal(success.file)}, data.stream());`,
    (success.kind === "json" || success.kind === "text") && "console.log(data);",
  );
}

function importLines(imports: readonly (readonly [string, readonly string[]])[]): string[] {
  return imports
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([module, names]) => `import { ${names.join(", ")} } from "${module}";`);
}

function packageOf(module: string): string {
  return module.split("/").slice(0, 2).join("/");
}

/** Every file of the options, each once. */
function filesOf(value: ClientValue): ClientFile[] {
  if (value instanceof ClientFile) return [value];
  if (value === null || typeof value !== "object") return [];
  const found = Object.values(value).flatMap(filesOf);
  return found.filter((it, i) => found.findIndex((other) => isSame(it, other)) === i);
}

function isSame(a: ClientFile, b: ClientFile): boolean {
  return a.file?.path === b.file?.path && a.name === b.name && a.type === b.type;
}

function fileOptions({ name, type }: ClientFile): string {
  const options = [
    ...(name === undefined ? [] : [`name: ${literal(name)}`]),
    ...(type === undefined ? [] : [`type: ${literal(type)}`]),
  ];
  return options.length === 0 ? "" : `, { ${options.join(", ")} }`;
}
