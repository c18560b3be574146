import { KeptBytes, Meter, type ReceivedBody } from "@image-apis/http-contract";
import { forgetContent } from "@image-apis/http-contract/server";
import { apiNames, loadDocument, loadExchanges } from "@image-apis/spec";
import { expect, test } from "vitest";
import { mockApis } from "../src/mock-operation.ts";
import { State } from "../src/state/state.ts";

test("what arrives and what is remembered share one bound", () => {
  let remembered = 60;
  const account = new KeptBytes(() => remembered, 100);
  const [first, second] = [account.reserve(), account.reserve()];

  expect([first.take(30), second.take(20), second.take(10)]).toEqual([true, false, true]);
  first.end();
  expect([second.take(30), second.take(1)]).toEqual([true, false]);
  remembered = 0;
  expect(second.take(60)).toBe(true);
});

test("the images of persons have a bound of 256 MB, which the remembered ones count for", async () => {
  const apis = apiNames().map((name) => ({
    name,
    document: loadDocument(name),
    exchanges: loadExchanges(name),
  }));
  const state = new State();
  const { operations } = await mockApis(apis);
  await state.reset(operations);
  const save = operations.find(({ operation }) => operation.operationId === "savePersonImage");
  const account = save && state.operation(save)?.keptBytes;
  const persons = state.snapshot().persons as { image: { bytes: number } | null }[];
  const remembered = persons.reduce((sum, { image }) => sum + (image?.bytes ?? 0), 0);
  const room = 256 * 1024 ** 2 - remembered;

  expect(remembered).toBeGreaterThan(0);
  expect(account?.reserve().take(room + 1)).toBe(false);
  expect(account?.reserve().take(room)).toBe(true);
});

test("a file that there is no room for is measured and not kept, and gives its room back", () => {
  const account = new KeptBytes(() => 0, 100);
  const whole = new Meter({ kept: account.reserve() });
  const cut = new Meter({ kept: account.reserve() });
  for (const meter of [whole, cut]) meter.add(Buffer.alloc(50));
  cut.add(Buffer.alloc(1));

  const { bytes, content } = cut.result();
  expect([bytes, content]).toEqual([51, undefined]);
  whole.add(Buffer.alloc(50));
  expect(whole.result().content).toHaveLength(100);
});

test("what is known of a file outlives its bytes", () => {
  const meter = new Meter({ kept: new KeptBytes(() => 0).reserve() });
  meter.add(Buffer.from("bytes"));
  const body: ReceivedBody = {
    kind: "form",
    media: "multipart/form-data",
    parts: [{ name: "file", file: { filename: "a", mediaType: "image/png", ...meter.result() } }],
  };

  forgetContent(body);

  expect(body.parts[0]?.file).toMatchObject({ bytes: 5, filename: "a" });
  expect(body.parts[0]?.file).not.toHaveProperty("content");
});

test("a call holds its room until it ends, and then none of it", () => {
  const account = new KeptBytes(() => 0, 100);
  const [first, second] = [account.reserve(), account.reserve()];
  const meter = new Meter({ kept: first });
  meter.add(Buffer.alloc(100));
  meter.result();

  expect(second.take(1)).toBe(false);
  first.end();
  expect(second.take(100)).toBe(true);
});

test("a file of very many small pieces is kept whole, and holds on to none of the chunks that brought them", () => {
  const meter = new Meter({ kept: new KeptBytes(() => 0).reserve() });
  const sent = Array.from({ length: 10_000 }, (_, at) => Buffer.alloc(1 + (at % 7), at % 251));
  const whole = Buffer.concat(sent);

  for (const piece of sent) {
    meter.add(piece);
    piece.fill(255);
  }

  expect(whole.equals(meter.result().content ?? Buffer.alloc(0))).toBe(true);
});
