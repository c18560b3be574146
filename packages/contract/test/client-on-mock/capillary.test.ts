import { basicAuth, createCapillaryClient, oauth, VendorError } from "@image-apis/client/capillary";
import { fixture } from "@image-apis/spec";
import { describe, expect, test } from "vitest";
import { file, modes, useMock } from "./modes.ts";

const customerId = 565039505;
const front = fixture("front.png");

describe.each(modes)("Capillary's methods on a mock that answers $mode", ({ stateful }) => {
  const mock = useMock({ stateful });
  const client = (options: { maxRetries?: number; limits?: "off" } = {}) =>
    createCapillaryClient({
      baseUrl: mock.url(),
      auth: basicAuth({ username: "till", passwordMd5: "0123456789abcdef0123456789abcdef" }),
      ...options,
    });

  test("addCustomerImage adds one file", async () => {
    const { data } = await client().addCustomerImage({
      customerId,
      files: [file("front.png")],
    });

    expect([data.length, data[0]?.status]).toEqual([1, "true"]);
    if (stateful) expect(data[0]?.file.fileSize).toBe(String(front.bytes.length));
  });

  const kinds = {
    "a File": file("front.png"),
    "a Blob": new Blob([new Uint8Array(front.bytes)], { type: front.mediaType }),
    bytes: front.bytes,
    "a stream of a known size": {
      stream: () => new Blob([new Uint8Array(front.bytes)]).stream(),
      size: front.bytes.length,
      type: front.mediaType,
    },
  };

  test.each(Object.entries(kinds))("addCustomerImage takes %s", async (_, one) => {
    const { data } = await client().addCustomerImage({ customerId, files: [one] });

    expect(data[0]?.file.name).toBe(`100737/${customerId}/0`);
  });

  test("addCustomerImage takes five files", async () => {
    const names = ["front.png", "side.png", "portrait.jpg", "portrait.gif", "front.png"];
    const added = await client().addCustomerImage({
      customerId,
      files: names.map((it) => file(it)),
    });

    expect(added.data[0]?.status).toBe("true");
    if (stateful) {
      expect(added.data.map((it) => it.file.fileSize)).toEqual(
        names.map((name) => String(fixture(name).bytes.length)),
      );
    }
  });

  test.each([
    [8083, { customerId, files: [file("tiny.png")] }],
    [8084, { customerId, files: [file("text.png")] }],
    [8084, { customerId, files: [] }],
    [8082, { customerId, files: Array(6).fill(file("front.png")) }],
    [8015, { customerId: 1, files: [file("front.png")] }],
  ])("addCustomerImage rejects with the vendor's code %i", async (code, call) => {
    const error = await client({ limits: "off" })
      .addCustomerImage(call)
      .catch((it: unknown) => it);

    expect(error).toBeInstanceOf(VendorError);
    expect(error).toMatchObject({ status: 400, code });
  });

  test("addCustomerImageByIdentifier finds the customer, or says that there is none", async () => {
    const by = (identifierValue: string) => ({
      source: "INSTORE" as const,
      identifierName: "mobile" as const,
      identifierValue,
      files: [file("front.png")],
    });
    const added = await client().addCustomerImageByIdentifier(by("910000000000"));
    const { error } = await client().addCustomerImageByIdentifier(by("910000000001")).result();

    expect(added.data[0]?.status).toBe("true");
    expect(error?.code).toBe(8015);
  });

  test("getCustomer lists what was added, and deleteCustomerImage renumbers it", async () => {
    const api = client();
    const files = ["front.png", "side.png", "portrait.jpg"].map((name) => file(name));
    await api.addCustomerImage({ customerId, files });
    const deleted = await api.deleteCustomerImage({ customerId, imageIds: [1] });
    const listed = await api.getCustomer({
      customerId,
      source: "INSTORE",
      embed: "CUSTOMERIMAGE",
    });

    expect(deleted.errors).toEqual([]);
    expect(listed.id).toBe(customerId);
    const images = listed.customerImage?.map((it) => [it.file.name, it.file.fileSize]);
    if (stateful) {
      expect(images).toEqual([
        [`100737/${customerId}/0`, String(files[0]?.size)],
        [`100737/${customerId}/1`, String(files[2]?.size)],
      ]);
    } else expect(images?.length).toBeGreaterThan(0);
  });

  test("deleteCustomerImage and getCustomer reject with the vendor's codes", async () => {
    const absent = await client()
      .deleteCustomerImage({ customerId, imageIds: [9] })
      .result();
    const unknown = await client().getCustomer({ customerId: 1, source: "INSTORE" }).result();

    expect([absent.error?.code, unknown.error?.code]).toEqual([8078, 8015]);
  });

  test("withResponse brings the response and its headers", async () => {
    const { data, response } = await client()
      .getCustomer({ customerId, source: "INSTORE" })
      .withResponse();

    expect([data.id, response.status]).toEqual([customerId, 200]);
    expect(response.headers.get("X-Cap-Requestid")).toBe("demo-request-id");
  });

  test("uploadRewardsFile stores a file, a placeholder and the next version", async () => {
    const api = client();
    const first = await api.uploadRewardsFile({ fileName: "gift.png", file: file("front.png") });
    const again = await api.uploadRewardsFile({ fileName: "gift.png", file: file("side.png") });
    const placeholder = await api.uploadRewardsFile({ fileName: "none.png" });

    expect(first.file.name).toBeTypeOf("string");
    expect(placeholder.file.name).toBeTypeOf("string");
    if (stateful) {
      expect([first, again].map((it) => [it.file.version, it.file.fileSize])).toEqual([
        [1, String(front.bytes.length)],
        [2, String(fixture("side.png").bytes.length)],
      ]);
    }
  });

  test("oauth gets itself a token with generateToken", async () => {
    const auth = oauth({ key: "demo-key", secret: "demo-secret" });
    const api = createCapillaryClient({ baseUrl: mock.url(), auth });
    const { data } = await api.addCustomerImage({ customerId, files: [file("front.png")] });
    const token = await api.generateToken({ key: "demo-key", secret: "demo-secret" });

    expect(data[0]?.status).toBe("true");
    expect(token.data?.accessToken).toBeTypeOf("string");
  });

  test("without credentials a call is an AuthenticationError", async () => {
    const bare = createCapillaryClient({ baseUrl: mock.url() });

    await expect(bare.getCustomer({ customerId, source: "INSTORE" })).rejects.toMatchObject({
      name: "AuthenticationError",
      status: 401,
    });
  });
});
