import { probeFiles } from "@image-apis/testing/probe-files";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type CaptureServer, captureServer } from "../../src/client/capture-server.ts";
import { useMock } from "./modes.ts";
import { documentedUploads } from "./uploads.ts";

const mock = useMock({ stateful: false });

let server: CaptureServer;
beforeAll(async () => {
  server = await captureServer();
});
afterAll(() => server?.close());

describe.each(await documentedUploads())("$title", (upload) => {
  test.each(probeFiles)("judges $what alike in mock, contract and client", async (probe) => {
    const isTaken = await upload.onServer(mock.url(), [probe]);

    expect(await upload.onContract([probe]), "contract").toBe(isTaken);
    if (isTaken) {
      expect(await upload.byMethod(server, [probe]), "method").toBe(true);
      expect(await upload.byRaw(server, [probe]), "raw").toBe(true);
    }
    if (probe.image === undefined) expect(isTaken).toBe(false);
    else if (upload.limits.mediaTypes?.includes("image/*")) expect(isTaken).toBe(true);
  });
});
