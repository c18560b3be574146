import { plainRequest } from "@image-apis/testing/small-requests";
import { expect, test } from "vitest";
import { curlLine } from "../../src/samples/languages/curl-line.ts";

const url = "http://127.0.0.1:4010/pictures";
const file = { path: "spec/fixtures/front.png", name: "front.png", mediaType: "image/png" };

test("a request is one line that every shell reads alike", () => {
  const parts = [
    { name: "file", file, mediaType: "image/png", filename: "front.png" },
    { name: "title", value: "it's mine" },
  ];
  const body = { kind: "form" as const, mediaType: "multipart/form-data", parts };
  const basic = { username: "demo", password: "secret" };
  expect(curlLine({ ...plainRequest, url, basic, body })).toBe(
    `curl --fail-with-body "${url}" --user "demo:secret" --form "file=@spec/fixtures/front.png;type=image/png" --form-string "title=it's mine"`,
  );
});

test.each(['a "quote"', "$HOME", "`date`", "%PATH%", "now!", "a\\b", "a\nb"])(
  "%j is refused, since shells differ about it",
  (value) => {
    const headers = [["X-Title", value]] as const;
    expect(() => curlLine({ ...plainRequest, url, headers })).toThrow(/the same in every shell/);
  },
);
