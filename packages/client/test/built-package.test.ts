import { execFile } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));

test.each([
  ["@image-apis/client", ["createCapillaryClient", "createSuperOfficeClient", "basicAuth"]],
  ["@image-apis/client/capillary", ["createCapillaryClient", "oauthToken", "LimitError"]],
  ["@image-apis/client/superoffice", ["createSuperOfficeClient", "soTicket", "ApiError"]],
])("plain Node imports %s as it is built", async (entry, names) => {
  const script = `console.log(JSON.stringify(Object.keys(await import(${JSON.stringify(entry)}))))`;
  const { stdout } = await promisify(execFile)(
    process.execPath,
    ["--input-type=module", "--eval", script],
    { cwd: root },
  );
  expect(JSON.parse(stdout)).toEqual(expect.arrayContaining(names));
});
