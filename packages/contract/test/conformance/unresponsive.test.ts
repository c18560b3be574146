import { spawn } from "node:child_process";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { inspect } from "node:util";
import { CannotRunError, exitCodeOf, reportText } from "@image-apis/conformance";
import { describe, expect, it } from "vitest";
import { checked, findings } from "./checked.ts";
import { cli } from "./cli.ts";

const only = ["getCustomer/with-images"];

/** Runs something with a server that answers badly. */
async function withServer<T>(listen: RequestListener, run: (url: string) => Promise<T>) {
  const server = createServer(listen);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  try {
    // The cast: a server that listens on a port has an address.
    return await run(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  }
}

describe("a server that never responds", () => {
  it("costs no more than the deadline", async () => {
    const run = withServer(
      () => {},
      (url) => checked(url, "capillary", { only, timeout: 0.2 }),
    );
    await expect(run).rejects.toThrow(
      /does not respond: no whole response within 0\.2 seconds; --timeout allows more\.$/,
    );
  });

  it("does not hold an interrupted run that only reads", async () => {
    const controller = new AbortController();
    const report = await withServer(
      () => controller.abort(),
      (url) => checked(url, "capillary", { only, signal: controller.signal }),
    );
    expect(report.counts).toEqual({ conforms: 0, differs: 0, "not sent": 1 });
    expect(reportText(report)).toContain("Interrupted: the rest was not sent.");
    expect(exitCodeOf(report, true)).toBe(2);
  });

  it.each(["SIGINT", "SIGTERM"] as const)("%s ends the command at a read", async (name) => {
    const { code, text } = await command(["--only", ...only, "--read-only"], [name]);
    expect(code).toBe(2);
    expect(text).toContain("Interrupted: the rest was not sent.");
  });

  it("a second signal ends the command whatever is under way", async () => {
    const only = ["--only", "uploadRewardsFile", "--allow-writes"];
    const { code, text, beside } = await command(only, ["SIGTERM", "SIGINT"]);
    expect(code).toBe(2);
    expect(text).toBe("");
    expect(beside).toMatch(
      /Ended at once: what capillary\/uploadRewardsFile\/\S+ created or changed may be left behind\.\n$/,
    );
  });
});

it("a body without end is read no further than 64 MB", async () => {
  const chunk = Buffer.alloc(1024 * 1024, "x");
  const report = await withServer(
    (_, response) => {
      response.writeHead(200, { "Content-Type": "application/json" });
      const more = () => {
        while (!response.destroyed && response.write(chunk));
      };
      response.on("drain", more);
      more();
    },
    (url) => checked(url, "capillary", { only }),
  );
  expect(findings(report)).toEqual([
    "getCustomer/with-images: the response: expected to come; received a body of more than 64 MB",
  ]);
});

describe("a response that cannot be read is told in words of our own:", () => {
  const secret = "own-token-of-a-test";
  const environment = { IMAGE_APIS_CAPILLARY_OAUTH: secret };

  it.each([
    ["a line that is not a header", `HTTP/1.1 200 OK\r\n${secret}\r\n\r\n`, /not HTTP\/1\.1\.$/],
    ["a status that is none", `HTTP/1.1 ${secret}\r\n\r\n`, /not HTTP\/1\.1\.$/],
    ["something else than HTTP", `${secret}\r\n`, /not HTTP\/1\.1\.$/],
    [
      "a chunk that is none",
      `HTTP/1.1 200 ${secret}\r\nTransfer-Encoding: chunked\r\n\r\n${secret}\r\n`,
      /not HTTP\/1\.1\.$/,
    ],
    [
      "half a body",
      `HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n${secret}`,
      /other side closed \(UND_ERR_SOCKET\)\.$/,
    ],
    [
      "a body that is not compressed",
      `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 19\r\n\r\n${secret}`,
      /does not respond: Z_DATA_ERROR\.$/,
    ],
  ])("%s", async (_what, raw, words) => {
    const run = withServer(
      ({ socket }) => socket.end(raw),
      (url) => checked(url, "capillary", { only, environment }),
    );
    const error = await run.catch((it: unknown) => it);
    expect(error).toBeInstanceOf(CannotRunError);
    expect(String(error)).toMatch(words);
    expect(inspect(error, { depth: 9 })).not.toContain(secret);
  });
});

/** Runs the command against a server that never responds, and sends it signals, one after the other. */
function command(args: string[], signals: NodeJS.Signals[]) {
  let child: ReturnType<typeof spawn> | undefined;
  let timers: NodeJS.Timeout[] = [];
  const kill = () => {
    timers = signals.map((name, index) => setTimeout(() => child?.kill(name), 300 * index));
  };
  return withServer(
    () => timers.length === 0 && kill(),
    async (url) => {
      child = spawn(process.execPath, [cli, "--target", url, "--api", "capillary", ...args], {
        stdio: ["ignore", "pipe", "pipe"],
      });
      const text = child.stdout?.toArray();
      const beside = child.stderr?.toArray();
      const code = await new Promise((resolve) => child?.once("close", resolve));
      for (const timer of timers) clearTimeout(timer);
      return {
        code,
        text: Buffer.concat((await text) ?? []).toString(),
        beside: Buffer.concat((await beside) ?? []).toString(),
      };
    },
  );
}
