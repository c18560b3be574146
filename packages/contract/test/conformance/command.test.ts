import { execFile, spawn } from "node:child_process";
import type { ConformanceReport } from "@image-apis/conformance";
import { loadExchanges, loadRefusals } from "@image-apis/spec";
import { parse } from "node-html-parser";
import { describe, expect, it } from "vitest";
import { inFrontOf } from "../in-front-of.ts";
import { useMock } from "./checked.ts";
import { cli } from "./cli.ts";

const mock = useMock(true);

/** Runs the command as it is installed. */
function command(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), stdout, stderr });
    });
  });
}

const person = ["--api", "superoffice"];

describe("image-apis-conformance", () => {
  it("ends with 0 and a line for each operation when the server conforms, quiet beside it", async () => {
    const run = await command("--target", mock().url, ...person, "--allow-writes");
    expect(run).toMatchObject({ code: 0, stderr: "" });
    expect(run.stdout).toMatch(/^savePersonImage +\d+ conform$/m);
    expect(run.stdout).toMatch(/^\d+ conform, 0 differ, 0 not sent\.$/m);
    expect(run.stdout).not.toContain("\u001b");
  });

  it("ends with 1 and shows expected beside received when it differs", async () => {
    const wrong = await inFrontOf(mock(), {
      answer: (_, { target }) => (target.includes("/124/") ? { status: 410 } : {}),
    });
    const run = await command("--target", `${wrong.url}/`, ...person, "--read-only");
    await wrong.close();
    expect(run.code).toBe(1);
    expect(run.stdout).toContain("  no-image  A person without an image (inferred, SO-GET)");
    expect(run.stdout).toContain("    GET /api/v1/Person/124/Image\n");
    expect(run.stdout).toContain("    status: expected 404; received 410");
    expect(run.stdout).toContain("    < 410 application/json");
  });

  it("ends with 2 when something is left out that nobody left out on purpose", async () => {
    const half = await command("--target", mock().url, ...person);
    expect(half.code).toBe(2);
    expect(half.stdout).toMatch(/\d+ would change data: --allow-writes sends them/);
    const meant = await command("--target", mock().url, ...person, "--read-only");
    expect(meant.code).toBe(0);
  });

  it.each([
    [["--api", "superoffice"], /required option '--target <url>' not specified/],
    [["--target", "ftp://127.0.0.1", "--api", "superoffice"], /It is an http or https address/],
    [["--target", "http://me:pass@127.0.0.1", "--api", "superoffice"], /never in the address/],
    [
      ["--target", "http://127.0.0.1:1", "--api", "nobody"],
      /Allowed choices are capillary, superoffice/,
    ],
    [["--target", "http://127.0.0.1:9", "--api", "superoffice", "--read-only"], /does not respond/],
    [
      ["--target", "http://127.0.0.1:6000", "--api", "superoffice", "--read-only"],
      /HTTP is not sent to this port; choose another/,
    ],
    [
      ["--target", "http://127.0.0.1:9", "--api", "superoffice", "--read-only", "--allow-writes"],
      /cannot be used with/,
    ],
    [
      ["--target", "http://127.0.0.1:9", "--api", "superoffice", "--timeout", "0"],
      /It is a number of seconds above 0/,
    ],
  ])("ends with 2 and one sentence for %s", async (args, message) => {
    const { code, stderr, stdout } = await command(...args);
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(stdout).toBe("");
  });

  it("ends with 0 for --help, which names the variables and the exit codes", async () => {
    const { code, stdout } = await command("--help");
    expect(code).toBe(0);
    expect(stdout).toMatch(/IMAGE_APIS_<API>_<SCHEME>/);
    expect(stdout).toMatch(/0 when the server conforms, 1 when it differs, 2/);
  });

  it("tidies up and ends with 2 when it is interrupted", async () => {
    let child: ReturnType<typeof spawn> | undefined;
    const puts: string[] = [];
    const server = await inFrontOf(mock(), {
      request: ({ method }) => {
        // The second PUT is the one that puts the image back.
        if (method === "PUT" && puts.push(method) === 1) child?.kill("SIGINT");
        return {};
      },
    });
    const args = ["--target", server.url, ...person, "--allow-writes", "--only", "savePersonImage"];
    child = spawn(process.execPath, [cli, ...args], { stdio: ["ignore", "pipe", "inherit"] });
    const text = child.stdout?.toArray();
    const code = await new Promise((resolve) => child?.once("close", resolve));
    await server.close();
    expect(Buffer.concat((await text) ?? []).toString()).toContain("Interrupted: the rest");
    expect(code).toBe(2);
    expect(puts).toHaveLength(2);
  });

  describe("reports", () => {
    const options = (format: string) =>
      command("--target", mock().url, ...person, "--read-only", "--report", format);

    it("as JSON", async () => {
      const { stdout } = await options("json");
      const report = JSON.parse(stdout) as ConformanceReport;
      expect(report.counts.differs).toBe(0);
      expect(report.operations.map(({ operationId }) => operationId)).toContain("getPersonImage");
    });

    it("as a page that needs nothing else", async () => {
      const { stdout } = await options("html");
      const page = parse(stdout);
      expect(page.querySelector("strong.ok")?.text).toBe("Conforms, as far as it was sent.");
      expect(page.querySelectorAll("th").filter((it) => !it.getAttribute("scope"))).toEqual([]);
      expect(stdout).not.toMatch(/<(script|link|img|iframe)|@import|url\(/);
    });

    it("as JUnit", async () => {
      const wrong = await inFrontOf(mock(), {
        answer: () => ({ status: 500, type: "text/html", body: Buffer.from("<b>&\u0007</b>") }),
      });
      const { stdout } = await command(
        "--target",
        wrong.url,
        ...person,
        "--read-only",
        "--report",
        "junit",
      );
      await wrong.close();
      const [xml, suites] = stdout.split("\n");
      expect(xml).toBe('<?xml version="1.0" encoding="UTF-8"?>');
      const checks = [...loadExchanges("superoffice"), ...loadRefusals("superoffice")];
      expect(suites).toContain(`<testsuites name="superoffice" tests="${checks.length}"`);
      expect(stdout.match(/<testcase /g)).toHaveLength(checks.length);
      expect(stdout).toContain('<skipped message="changes data"/>');
      expect(stdout).toMatch(/<failure message="status: expected 200; received 500">/);
      expect(stdout).toContain("&quot;&lt;b&gt;…&quot;, a text of 9 characters");
    });
  });
});
