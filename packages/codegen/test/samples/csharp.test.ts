import { expect, it } from "vitest";
import { type SampleRequest, sampleSet } from "../../src/index.ts";
import { json, requestWith } from "./small-request.ts";

const csharpOf = (request: SampleRequest) =>
  sampleSet(request).samples.find(({ language }) => language === "csharp")?.text;

it("C# sets a header that describes the body where HttpClient takes it", () => {
  const headers = [
    ["X-Own", "a"],
    ["Content-Language", "en"],
  ] as const;
  const text = csharpOf({ ...json({ a: "b" }), headers }) ?? "";
  expect(text).toContain('request.Headers.TryAddWithoutValidation("X-Own", "a");');
  expect(text).toContain(
    'request.Content.Headers.TryAddWithoutValidation("Content-Language", "en");',
  );
  expect(text.indexOf("Content-Language")).toBeGreaterThan(text.indexOf("request.Content = "));
});

it("C# sends a cookie that is written as a header", () => {
  const text = csharpOf(requestWith({ headers: [["Cookie", "sid=EXAMPLE"]] }));
  expect(text).toContain("new HttpClient(new HttpClientHandler { UseCookies = false })");
});

it("C# keeps the body of a refusal, and fails", () => {
  const text = csharpOf(requestWith({}));
  expect(text).not.toContain("EnsureSuccessStatusCode");
  expect(text).toContain(
    'Console.Error.WriteLine($"{(int)response.StatusCode} {text}");\n    return 1;',
  );
});
