import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { CapturedRequest } from "./capture-server.ts";

/** Compares what arrived and what the probe printed with what is documented; a line for each difference. */
export function complaints(
  image: string,
  [upload, deletion, save, raw, refusal, redirect, ...more]: CapturedRequest[],
  printed: string,
  isChunked = false,
): string[] {
  // A runtime that could not make the calls says why instead.
  if (!printed.trim().startsWith("{")) return [printed];
  const wrong: string[] = [];
  const compare = (what: string, actual: unknown, expected: unknown) => {
    if (isDeepStrictEqual(actual, expected)) return;
    wrong.push(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  };
  const bytes = readFileSync(image);
  const sha1 = createHash("sha1").update(bytes).digest("hex");

  const { method, target, headers, body } = upload ?? {};
  compare("upload", `${method} ${target}`, "POST /v2/customers/565039505/setImage");
  const length = isChunked ? null : String(body?.length);
  compare("Content-Length", headers?.get("content-length"), length);
  const parts = body
    ?.toString("latin1")
    .split(`--${/boundary=(.*)$/.exec(headers?.get("content-type") ?? "")?.[1]}`);
  compare(
    "parts",
    parts?.slice(1, -1).map((part) => {
      const [head = "", ...rest] = part.split("\r\n\r\n");
      const content = Buffer.from(rest.join("\r\n\r\n").slice(0, -2), "latin1");
      const [, name] =
        /filename="([^"]*)"/.exec(Buffer.from(head, "latin1").toString("utf8")) ?? [];
      return [
        /name="(\w+)"/.exec(head)?.[1],
        name,
        createHash("sha1").update(content).digest("hex"),
      ];
    }),
    [
      ["file", "a %22b%22; é.png", sha1],
      ["file", basename(image), sha1],
    ],
  );
  compare(
    "deletion",
    `${deletion?.method} ${deletion?.target}`,
    "DELETE /v2/customers/565039505/deleteImage?image_ids=0&image_ids=2",
  );
  compare("raw body", save?.headers.get("content-type"), "image/png");
  compare("raw bytes", save?.body.equals(bytes), true);
  const formOfRaw = raw?.body.toString("latin1") ?? "";
  compare("raw form", /name="file"; filename=/.test(formOfRaw), true);
  compare("bytes of the raw form", formOfRaw.includes(bytes.toString("latin1")), true);
  compare("the redirect", redirect?.target, "/v2/customers/307?source=INSTORE");
  compare(
    "request after a refused one",
    refusal?.target,
    "/v2/customers/8015/deleteImage?image_ids=0",
  );
  compare("requests beyond those", more.length, 0);
  compare("printed", JSON.parse(printed), {
    converted: { data: [], warnings: [], errors: [] },
    progress: [true, true],
    blobId: 167,
    raw: 167,
    problems: 1,
    refused: { name: "LimitError", code: 8083 },
    short: { name: "FileError" },
    vendor: { name: "VendorError", code: 8015, status: 400 },
    redirected: { name: "ConnectionError" },
    aborted: { name: "AbortError" },
  });
  return wrong;
}
