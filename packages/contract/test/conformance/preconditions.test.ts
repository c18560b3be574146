import { fixture } from "@image-apis/spec";
import { describe, expect, it } from "vitest";
import { checked, findings, useMock } from "./checked.ts";

const authorization = "Basic YTpi";

describe("a server whose data are not the documented ones", () => {
  const mock = useMock(true);

  const save = (person: number, name: string) => {
    const { bytes, mediaType } = fixture(name);
    const headers = { authorization, "content-type": mediaType };
    const url = `${mock().url}/api/v1/Person/${person}/Image`;
    return fetch(url, { method: "PUT", headers, body: bytes });
  };
  const upload = async (count: number) => {
    const form = new FormData();
    const { bytes, mediaType } = fixture("front.png");
    for (let at = 0; at < count; at += 1) {
      form.append("file", new Blob([bytes], { type: mediaType }), "front.png");
    }
    const headers = { authorization: "Basic dGlsbC5vbmU6MGExYjJjM2Q=" };
    const url = `${mock().url}/v2/customers/565039505/setImage`;
    const { status } = await fetch(url, { method: "POST", headers, body: form });
    expect(status).toBe(200);
  };

  it.each([
    [
      "savePersonImage",
      () => save(123, "portrait.gif"),
      /getPersonImage 123 is documented as image\/png/,
    ],
    [
      "getPersonImage",
      () => save(124, "front.png"),
      /getPersonImage 124 is documented as no-stored-image.*Call deletePersonImage for 124/,
    ],
    [
      "savePersonImage",
      () =>
        fetch(`${mock().url}/api/v1/Person/123/Image`, {
          method: "DELETE",
          headers: { authorization },
        }),
      /getPersonImage 123 is documented, and the server says no-stored-image. Call savePersonImage for 123/,
    ],
  ])("is not judged (%s), and is after --repair", async (only, spoil, sentence) => {
    await spoil();
    await expect(checked(mock().url, "superoffice", { only: [only] })).rejects.toThrow(sentence);
    const report = await checked(mock().url, "superoffice", { repair: true });
    expect(findings(report)).toEqual([]);
  });

  it.each([1, 5])(
    "is told from a wrong one after a run that was killed with %d images",
    async (count) => {
      await upload(count);
      await expect(checked(mock().url, "capillary")).rejects.toThrow(
        `getCustomer 565039505 shows ${count} images of an earlier run`,
      );
      const only = ["addCustomerImage"];
      const report = await checked(mock().url, "capillary", { only, repair: true });
      expect(findings(report)).toEqual([]);
    },
  );

  it("is not changed by --repair without --allow-writes", async () => {
    await save(124, "front.png");
    const options = { repair: true, allowWrites: false };
    await expect(checked(mock().url, "superoffice", options)).rejects.toThrow(/124/);
  });
});
