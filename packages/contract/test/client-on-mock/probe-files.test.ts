import { LimitError } from "@image-apis/client";
import { basicAuth as capillaryAuth, createCapillaryClient } from "@image-apis/client/capillary";
import { basicAuth, createSuperOfficeClient } from "@image-apis/client/superoffice";
import { schemaValidation } from "@image-apis/conformance/judging";
import { loadDocument, operations } from "@image-apis/spec";
import { type ProbeFile, probeFiles } from "@image-apis/testing/probe-files";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { bodyViolations } from "../../src/schema/body.ts";
import { useMock } from "./modes.ts";

const mock = useMock({ stateful: false });

/** A file, and what it is declared as. */
type Sent = Pick<ProbeFile, "name" | "declared" | "bytes">;

interface Upload {
  /** Whether the mock takes the file, sent without any client. */
  onMock(file: Sent): Promise<boolean>;
  /** Whether the client sends it. */
  onClient(file: Sent): Promise<boolean>;
  /** Whether the contract finds nothing in it. */
  onContract(file: Sent): Promise<boolean>;
}

const uploads: Record<string, Upload> = {
  addCustomerImage: {
    onMock(file) {
      const body = new FormData();
      body.append("file", asFile(file));
      return isOk(`/v2/customers/565039505/setImage`, { method: "POST", body });
    },
    onClient(file) {
      const auth = capillaryAuth({ username: "till", passwordMd5: "0".repeat(32) });
      const client = createCapillaryClient({ baseUrl: mock.url(), auth });
      return isSent(client.addCustomerImage({ customerId: 565039505, files: [asFile(file)] }));
    },
    onContract: ({ name, declared, bytes }) =>
      isClean("capillary", "addCustomerImage", {
        kind: "form",
        parts: [{ name: "file", filename: name, mediaType: declared, bytes }],
      }),
  },
  savePersonImage: {
    onMock: ({ bytes, declared }) =>
      isOk("/api/v1/Person/123/Image", {
        method: "PUT",
        headers: { "content-type": declared },
        body: bytes,
      }),
    onClient(file) {
      const auth = basicAuth({ username: "user", password: "password" });
      const client = createSuperOfficeClient({ baseUrl: mock.url(), auth });
      return isSent(client.savePersonImage({ personId: 123, image: asFile(file) }));
    },
    onContract: ({ declared, bytes }) =>
      isClean("superoffice", "savePersonImage", { kind: "bytes", mediaType: declared, bytes }),
  },
};

const asFile = ({ bytes, name, declared }: Sent) => new File([bytes], name, { type: declared });

async function isOk(path: string, request: RequestInit): Promise<boolean> {
  const headers = { authorization: "Basic dXNlcjpwYXNzd29yZA==", ...request.headers };
  const response = await fetch(mock.url() + path, { ...request, headers });
  await response.arrayBuffer();
  return response.ok;
}

/** Whether a call reached the mock, whatever that said. */
async function isSent(call: { result(): Promise<{ error?: unknown }> }): Promise<boolean> {
  return !((await call.result()).error instanceof LimitError);
}

async function isClean(
  api: string,
  operationId: string,
  body: Parameters<typeof bodyViolations>[3],
): Promise<boolean> {
  const document = loadDocument(api);
  const operation = operations(document).find((it) => it.operationId === operationId);
  const validate = schemaValidation(document);
  return (await bodyViolations(document, validate, operation?.requestBody, body)).length === 0;
}

describe.each(Object.entries(uploads))("%s", (operationId, { onMock, onClient, onContract }) => {
  test.each(probeFiles)("judges $what alike in mock, contract and client", async (probe) => {
    const isTaken = await onMock(probe);

    expect(await onContract(probe), "contract").toBe(isTaken);
    if (isTaken) expect(await onClient(probe), "client").toBe(true);
    if (operationId === "addCustomerImage") expect(isTaken).toBe(probe.image !== undefined);
  });

  test.each(["application/octet-stream", "text/plain", ""])(
    "a PNG that is declared as %j is not refused by the client where the mock takes it",
    async (declared) => {
      const [png] = probeFiles;
      const probe = { name: "probe", bytes: png?.bytes ?? new Uint8Array(), declared };

      expect(await onClient(probe)).toBe(true);
    },
  );

  test("a file with changed bytes is never refused by the client where the mock takes it", async () => {
    await fc.assert(
      fc.asyncProperty(changedFiles, async (file) => {
        if (!(await onClient(file))) expect(await onMock(file)).toBe(false);
      }),
      { numRuns: 150 },
    );
  });
});

/** Probe files with some of their first bytes replaced, left out or put before them. */
const changedFiles = fc
  .record({
    probe: fc.constantFrom(...probeFiles),
    at: fc.nat({ max: 40 }),
    removed: fc.nat({ max: 4 }),
    added: fc.oneof(
      fc.uint8Array({ maxLength: 4 }),
      fc.constantFrom("\xef\xbb\xbf", "<!-- -->", "<?a?>", " ", "\n", "<svg>", "ID3").map(bytesOf),
    ),
  })
  .map(({ probe, at, removed, added }) => {
    const bytes = Uint8Array.from([
      ...probe.bytes.subarray(0, at),
      ...added,
      ...probe.bytes.subarray(at + removed),
    ]);
    return { ...probe, bytes };
  });

function bytesOf(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
