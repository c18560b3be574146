import { describe, expect, it } from "vitest";
import { compilerComplaints } from "./compiler-complaints.ts";
import { guideBlocks } from "./guide-blocks.ts";

const programs = guideBlocks().filter(({ language }) => language === "typescript");

it("the guides hold programs", () => {
  expect(programs.length).toBeGreaterThan(4);
});

describe("a guide's program", () => {
  it("compiles with the packages as they are", () => {
    expect(compilerComplaints(new Map(programs.map(({ name, text }) => [name, text])))).toEqual([]);
  });

  it("that names an option which is not there is found", () => {
    const wrong = 'import { startMock } from "@image-apis/mock";\nawait startMock({ prot: 0 });\n';
    expect(compilerComplaints(new Map([["wrong", wrong]]))).toEqual([
      expect.stringContaining("prot"),
    ]);
  });
});
