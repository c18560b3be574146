import { describe, expect, it } from "vitest";
import {
  loadModels,
  type SampleRequest,
  type SampleSet,
  sampleSet,
  samplesOf,
} from "../../src/index.ts";
import { powershellWords, shellWords } from "./command-words.ts";
import { awkward, fileNamed, json, requestWith, text } from "./small-request.ts";

function words(set: SampleSet) {
  const textOf = (language: string) =>
    set.samples.find((it) => it.language === language)?.text ?? "";
  return { shell: shellWords(textOf("curl")), powershell: powershellWords(textOf("powershell")) };
}

describe("curl is given the same by PowerShell as by a shell", () => {
  it.each(loadModels().flatMap(samplesOf))("in $id", (set) => {
    const { shell, powershell } = words(set);
    expect(powershell).toEqual(shell);
    expect(shell.length).toBeGreaterThan(1);
  });

  it.each(awkward)("in a request with %j", (value) => {
    for (const request of [text(value), fileNamed(value), json(value)]) {
      const { shell, powershell } = words(sampleSet(request));
      expect(powershell).toEqual(shell);
    }
  });
});

describe("PowerShell", () => {
  const powershell = (request: SampleRequest) =>
    sampleSet(request).samples.find(({ language }) => language === "powershell")?.text ?? "";

  it("is told to start curl.exe, since curl alone is another command", () => {
    expect(powershell(requestWith({}))).toMatch(/^curl\.exe /m);
  });

  it("goes on over lines that end with a backtick", () => {
    const script = powershell(requestWith({ headers: [["A", "b"]] }));
    expect(script).toMatch(/ `\n {2}--header 'A: b'\n$/);
  });

  it("hears of old quotes only where there are some", () => {
    expect(powershell(text("plain"))).not.toContain("Legacy");
    expect(powershell(json({ a: "b" }))).toContain("$PSNativeCommandArgumentPassing = 'Legacy'\n");
  });

  it("shows the body of a refusal that went into the file", () => {
    const script = powershell(requestWith({ success: { kind: "bytes", file: "image.png" } }));
    expect(script).toContain("if ($LASTEXITCODE -ne 0) { Get-Content -Raw 'image.png' }");
  });
});
