import { createServer } from "node:net";
import { describe, expect, it } from "vitest";
import { readPort, requireFreePort } from "../src/ports.ts";

const setting = { variable: "MOCK_PORT", fallback: 4010 };

describe("a port", () => {
  it("comes from its variable, or is the usual one", () => {
    expect(readPort(setting, { MOCK_PORT: "5000" })).toBe(5000);
    expect(readPort(setting, {})).toBe(4010);
  });

  it.each(["x", "0", "70000", "1.5"])(
    "that reads %s is refused in a line that names the variable",
    (text) => {
      expect(() => readPort(setting, { MOCK_PORT: text })).toThrow(
        `MOCK_PORT=${text} is not a port: give a whole number from 1 to 65535.`,
      );
    },
  );

  it("that is taken is refused in a line that names the variable", async () => {
    const server = createServer().listen(0, "127.0.0.1");
    await new Promise((done) => server.once("listening", done));
    const { port } = server.address() as { port: number };
    await expect(requireFreePort(port, setting)).rejects.toThrow(
      `Port ${port} is taken: set MOCK_PORT to another one.`,
    );
    await new Promise((done) => server.close(done));
    await expect(requireFreePort(port, setting)).resolves.toBeUndefined();
  });
});
