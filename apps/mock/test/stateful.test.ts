import { createHash } from "node:crypto";
import { fixture } from "@image-apis/spec";
import { beforeEach, describe, expect, test } from "vitest";
import { startMock } from "../src/index.ts";
import { type Item, nameAndSize } from "./support/customer-images.ts";
import { useMock } from "./support/mock.ts";
import { addImages, basic, filePart, form, formType, png, saveImage } from "./support/requests.ts";
import { control, send } from "./support/send.ts";

const mock = useMock({ stateful: true });
const jpeg = fixture("portrait.jpg").bytes;

beforeEach(async () => {
  expect(
    (await mock.send({ method: "POST", target: "/__mock/reset", headers: control })).status,
  ).toBe(204);
});

describe("customer images", () => {
  test("three are uploaded, index 1 deleted, and the two left are renumbered", async () => {
    const sizes = [png.length, jpeg.length, 20_000];
    const files = [png, jpeg, png.subarray(0, 20_000)];
    const added = await mock.send(addImages(form(files.map((it) => filePart(it)))));
    expect(added.json().data.map(nameAndSize)).toEqual(
      sizes.map((size, index) => [`100737/565039505/${index}`, String(size)]),
    );

    expect((await remove("image_ids=1")).json().errors).toEqual([]);

    const listed = await list();
    expect(listed.map(nameAndSize)).toEqual([
      ["100737/565039505/0", String(sizes[0])],
      ["100737/565039505/1", String(sizes[2])],
    ]);
    const handles = added.json().data.map((it: Item) => it.file.fileHandle);
    expect(new Set(handles).size).toBe(3);
    expect(listed.map((it) => it.file.fileHandle)).toEqual([handles[0], handles[2]]);
  });

  test("five in total is the most; one more is 8082 and changes nothing", async () => {
    await mock.send(addImages(form([filePart(png), filePart(png), filePart(png)])));
    const refused = await mock.send(addImages(form(Array(3).fill(filePart(png)))));
    expect([refused.status, refused.json().errors[0].code]).toEqual([400, 8082]);
    expect(await list()).toHaveLength(3);

    expect((await mock.send(addImages(form([filePart(png), filePart(png)])))).status).toBe(200);
    expect(await list()).toHaveLength(5);
  });

  test("a refused upload stores nothing", async () => {
    await mock.send(addImages(form([filePart(png)])));
    await mock.send(addImages(form([filePart(png), filePart("text", "a.png")])));

    expect(await list()).toHaveLength(1);
  });

  test("a file field in which nothing was chosen is no image", async () => {
    const headers = [
      'Content-Disposition: form-data; name="file"; filename=""',
      "Content-Type: application/octet-stream",
    ];
    const added = await mock.send(addImages(form([{ headers, body: "" }, filePart(png)])));

    expect([added.status, added.json().data.map(nameAndSize)]).toEqual([
      200,
      [["100737/565039505/0", String(png.length)]],
    ]);
    expect(await list()).toHaveLength(1);
  });

  test("an index nobody has refuses the whole delete; one that was deleted is gone", async () => {
    await mock.send(addImages(form([filePart(png), filePart(png)])));
    expect((await remove("image_ids=0&image_ids=2")).json().errors[0].code).toBe(8078);
    expect(await list()).toHaveLength(2);

    expect((await remove("image_ids=0&image_ids=1")).status).toBe(200);
    expect(await list()).toEqual([]);
    expect((await remove("image_ids=0")).json().errors[0].code).toBe(8078);
  });

  test("the identifier leads to the same customer as the id", async () => {
    const query = "source=INSTORE&identifierName=mobile&identifierValue=";
    const target = `/v2/customers/lookup/setImage?${query}`;
    const body = form([filePart(png)]);

    expect((await mock.send({ ...addImages(body), target: `${target}910000000000` })).status).toBe(
      200,
    );

    expect((await list()).map(nameAndSize)).toEqual([["100737/565039505/0", String(png.length)]]);
    const unknown = await mock.send({ ...addImages(body), target: `${target}42` });
    expect(unknown.json().errors[0].code).toBe(8015);
  });

  test("a customer that is not in the state is unknown to every operation", async () => {
    const headers = basic;
    const answers = [
      await mock.send({ ...addImages(form([])), target: "/v2/customers/42/setImage" }),
      await mock.send({ target: "/v2/customers/42?source=INSTORE", headers }),
      await mock.send({
        method: "DELETE",
        target: "/v2/customers/42/deleteImage?image_ids=0",
        headers,
      }),
    ];

    expect(answers.map((it) => it.json().errors[0].code)).toEqual([8015, 8015, 8015]);
  });

  test("times are those of the upload, signed addresses those of the file", async () => {
    const before = Date.now();
    await mock.send(addImages(form([filePart(png)])));

    const [item] = await list();
    const modified = Date.parse(`${item?.file.lastModified.replace(" ", "T")}+05:30`);
    expect(Math.abs(modified - before)).toBeLessThan(60_000);
    expect(item?.filePath).toContain(item?.file.s3Token);
  });

  test("without embed the customer comes without images", async () => {
    const target = "/v2/customers/565039505?source=INSTORE";
    const { customerImage, id } = (await mock.send({ target, headers: basic })).json();

    expect([id, customerImage]).toEqual([565039505, undefined]);
  });
});

describe("rewards files", () => {
  test("a name that is stored again has the next version; another name starts at 1", async () => {
    const store = async (name: string, body?: Uint8Array) => {
      const headers = { ...basic, "Content-Type": "image/png" };
      const target = `/api_gateway/file-service/rewards/${name}`;
      return (await mock.send({ method: "POST", target, headers, body })).json().file;
    };
    const first = await store("a.png", png);
    const second = await store("a.png", jpeg);
    const placeholder = await store("b.jpg");

    expect([first.version, second.version, second.latest_version]).toEqual([1, 2, 2]);
    expect([second.fileSize, second.content_type]).toEqual([String(jpeg.length), "image/jpeg"]);
    expect(second.file_handle).not.toBe(first.file_handle);
    expect(second.s3_url).toContain(second.s3_token);
    expect(placeholder).toMatchObject({
      name: "b.jpg",
      version: 1,
      fileSize: "0",
      content_type: "image/jpeg",
    });
  });
});

describe("person images", () => {
  const target = "/api/v1/Person/123/Image";
  const info = "/api/v1/Person/123/ImageInfo";

  test("the bytes that were saved come back, raw or as a form", async () => {
    await mock.send(saveImage(jpeg, { "Content-Type": "image/jpeg" }));
    const raw = await mock.send({ target, headers: basic });
    expect([raw.mediaType, raw.body.equals(jpeg)]).toEqual(["image/jpeg", true]);

    await mock.send(saveImage(form([filePart(png)]), formType));
    const fromForm = await mock.send({ target, headers: basic });
    expect([fromForm.mediaType, fromForm.body.equals(png)]).toEqual(["image/png", true]);
  });

  test.each([
    ["w=64&h=32", "w, h"],
    ["type=GIF", "type"],
    ["type=PNG", undefined],
    ["ifBlank=Default", undefined],
  ])("a header says what of %s the image does not follow", async (query, notApplied) => {
    const { headers } = await mock.send({ target: `${target}?${query}`, headers: basic });

    expect(headers["parameters-not-applied"]).toBe(notApplied);
  });

  test("each save has its own id, and the description follows", async () => {
    const first = (await mock.send(saveImage(png))).json();
    const second = (await mock.send(saveImage(jpeg, { "Content-Type": "image/jpeg" }))).json();
    expect(second).toBe(first + 1);

    expect((await mock.send({ target: info, headers: basic })).json()).toMatchObject({
      BlobId: second,
      BlobSize: jpeg.length,
      MimeType: "image/jpeg",
    });
  });

  test("after a delete there is no image, and one can be saved again", async () => {
    const gone = await mock.send({ method: "DELETE", target, headers: basic });
    expect(gone.status).toBe(204);
    expect((await mock.send({ target, headers: basic })).status).toBe(404);
    expect((await mock.send({ target: info, headers: basic })).json()).toEqual({});
    const standIn = await mock.send({ target: `${target}?ifBlank=ClearPixel`, headers: basic });
    expect([standIn.status, standIn.mediaType]).toEqual([200, "image/png"]);

    await mock.send(saveImage(png));
    expect((await mock.send({ target, headers: basic })).status).toBe(200);
  });

  test("a person that is not in the state gets each operation's documented error", async () => {
    const unknown = "/api/v1/Person/42/Image";
    const answers = [
      await mock.send({ ...saveImage(png), target: unknown }),
      await mock.send({ target: unknown, headers: basic }),
      await mock.send({ target: `${unknown}Info`, headers: basic }),
      await mock.send({ method: "DELETE", target: unknown, headers: basic }),
    ];

    expect(answers.map((it) => [it.status, it.json().ErrorMessage])).toEqual([
      [400, "Person id is not valid"],
      [404, "The person has no image"],
      [404, "The person does not exist"],
      [404, "The person does not exist"],
    ]);
  });

  test("an image that the client does not accept is 406", async () => {
    const headers = { ...basic, Accept: "image/gif, image/png;q=0" };

    expect((await mock.send({ target, headers })).status).toBe(406);
  });
});

test("the state can be read, without bytes, and be reset to its start", async () => {
  const start = (await mock.send({ target: "/__mock/state" })).json();
  await mock.send(addImages(form([filePart(png)])));
  await mock.send(saveImage(jpeg, { "Content-Type": "image/jpeg" }));

  const changed = (await mock.send({ target: "/__mock/state" })).json();
  expect(changed.customers[0].images[0].fileSize).toBe(String(png.length));
  const sha256 = createHash("sha256").update(jpeg).digest("hex");
  expect(changed.persons).toContainEqual(
    expect.objectContaining({ id: 123, image: expect.objectContaining({ sha256 }) }),
  );

  await mock.send({ method: "POST", target: "/__mock/reset", headers: control });
  const again = (await mock.send({ target: "/__mock/state" })).json();
  expect(again.persons).toEqual(start.persons);
  expect(again.customers.map((it: { images: [] }) => it.images.length)).toEqual([1, 3]);
});

test("the journal says what the state had to do with the response", async () => {
  await mock.send({ target: "/v2/customers/42?source=INSTORE", headers: basic });
  await mock.send({ target: "/api/v1/Person/123/Image?w=64", headers: basic });

  const entries = (await mock.send({ target: "/__mock/requests" })).json().slice(-2);
  expect(entries[0].why).toMatch(/^The state has no such customer\. .*customer-not-found/);
  expect(entries[1].notes).toEqual(["The image comes as it was saved: the mock does not apply w."]);
});

test("Prefer still chooses, and then nothing is stored", async () => {
  await mock.send(addImages(form([filePart(png)]), { Prefer: "code=200" }));

  expect((await list()).map(nameAndSize)).toEqual([["100737/565039505/0", "18039"]]);
});

test("a call whose response the client does not accept is 406 and changes nothing", async () => {
  const before = (await mock.send({ target: "/__mock/state" })).json();
  const Accept = "text/html";
  const answers = [
    await mock.send(addImages(form([filePart(png)]), { Accept })),
    await mock.send(saveImage(png, { Accept })),
  ];

  expect(answers.map(({ status }) => status)).toEqual([406, 406]);
  expect((await mock.send({ target: "/__mock/state" })).json()).toEqual(before);
});

test("an image that there is no room for is 507 and says how much there is", async () => {
  const large = Buffer.alloc(64 * 1024 ** 2 + 1);
  large.set(png.subarray(0, 5000));

  const refused = await mock.send(saveImage(large));

  expect([refused.status, refused.json().detail]).toEqual([
    507,
    expect.stringMatching(/at most 268435456 bytes of images, .* 67108864 of one/),
  ]);
});

test("an upload that is over leaves its room to the next, kept or refused", async () => {
  const large = Buffer.alloc(60 * 1024 ** 2);
  large.set(png.subarray(0, 5000));
  for (let count = 0; count < 5; count++) {
    expect((await mock.send(saveImage(large))).status).toBe(200);
    expect((await mock.send(saveImage(large, { Accept: "text/html" }))).status).toBe(406);
  }
});

test("a mock without a state says how to get one", async () => {
  const plain = await startMock({ port: 0 });
  const received = await send(plain.url, { target: "/__mock/state" });
  await plain.close();

  expect([received.status, received.json().detail]).toEqual([
    404,
    expect.stringMatching(/--stateful/),
  ]);
});

async function list(): Promise<Item[]> {
  const target = "/v2/customers/565039505?source=INSTORE&embed=CUSTOMERIMAGE";
  return (await mock.send({ target, headers: basic })).json().customerImage;
}

function remove(query: string) {
  const target = `/v2/customers/565039505/deleteImage?${query}`;
  return mock.send({ method: "DELETE", target, headers: basic });
}
