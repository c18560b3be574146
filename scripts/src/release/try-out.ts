import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** A demo: the program of a reader who has installed the packages, for one API and one operation of it. */
const upload = `
import { isDeepStrictEqual } from "node:util";
import { basicAuth, createCapillaryClient } from "@image-apis/client/capillary";
import { fixture, loadDocument, loadExchanges, operations } from "@image-apis/spec";

const id = "capillary/addCustomerImage/one-file";
const exchange = loadExchanges("capillary").find((it) => it.id === id);
const operation = operations(loadDocument("capillary")).find((it) => it.operationId === exchange.operationId);
const { status, mediaType, example } = exchange.response;
const documented = operation.responses[status].content[mediaType].examples[example].value;

const baseUrl = process.argv[2];
const auth = basicAuth({ username: "demo-till", passwordMd5: "demo" });
const capillary = createCapillaryClient({ baseUrl, auth });
const [part] = exchange.request.body.parts;
const { name, bytes, mediaType: type } = fixture(part.fixture);
const added = await capillary.addCustomerImage({
  customerId: exchange.request.path.customerId,
  files: [new File([bytes], name, { type })],
});
if (!isDeepStrictEqual(added, documented)) throw new Error("Not the documented response: " + JSON.stringify(added));
console.log(name);
`;

/**
 * Uploads one image with the installed client to the installed mock.
 *
 * @returns the name of the image.
 * @throws Error where the mock does not start, or the response is not the documented one.
 */
export async function uploadOne(folder: string): Promise<string> {
  const { bin } = JSON.parse(
    readFileSync(join(folder, "node_modules/@image-apis/mock/package.json"), "utf8"),
  ) as { bin: Record<string, string> };
  const [program = ""] = Object.values(bin);
  const mock = spawn(
    process.execPath,
    [join(folder, "node_modules/@image-apis/mock", program), "--port", "0"],
    { cwd: folder, stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = once(mock, "exit");
  try {
    const started = once(mock.stdout, "data").then(([line]) => String(line));
    const line = await Promise.race([started, ended.then(() => "")]);
    const url = /http:\/\/\S+/.exec(line)?.[0];
    if (url === undefined) throw new Error(`The installed mock did not start: ${line}`);
    writeFileSync(join(folder, "upload.js"), upload);
    const options = { cwd: folder, encoding: "utf8" as const };
    return execFileSync(process.execPath, ["upload.js", url], options).trim();
  } finally {
    mock.kill();
    await ended;
  }
}
