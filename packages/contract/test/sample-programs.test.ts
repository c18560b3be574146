import { loadModels, samplesOf } from "@image-apis/codegen";
import { describe, expect, it } from "vitest";
import { compilerComplaints } from "./compiler-complaints.ts";

const programs = loadModels()
  .flatMap(samplesOf)
  .flatMap(({ samples }) => samples)
  .filter(({ file }) => file.endsWith(".ts"))
  .map(({ file, text }) => [file.replace(/\.ts$/, ""), text] as const);

describe("the samples in TypeScript", () => {
  it("compile with the packages as they are", () => {
    expect(programs.length).toBeGreaterThan(0);
    expect(compilerComplaints(new Map(programs))).toEqual([]);
  });

  it("that name an option which is not there are found", () => {
    const [name = "", text = ""] = programs.find(([, it]) => it.includes("baseUrl:")) ?? [];
    const wrong = new Map([[name, text.replace("baseUrl:", "baseURL:")]]);
    expect(compilerComplaints(wrong)).toEqual([expect.stringContaining("baseURL")]);
  });
});
