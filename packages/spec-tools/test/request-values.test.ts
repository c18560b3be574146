import { apiNames, loadDocument } from "@image-apis/spec";
import { readSources, repositoryRoot, type Sources } from "@image-apis/spec/generator";
import { describe, expect, it } from "vitest";
import { exchangeFaults } from "../src/exchanges.ts";
import { shapeFaults } from "../src/shape.ts";

const sources = readSources(repositoryRoot);

/** What is found where one file says something else, as `line: message`. */
function foundIn(file: string, from: string | RegExp, to: string): string[] {
  const before = sources.get(file);
  const text = before?.text.replace(from, to) ?? "";
  expect(text, `${file} has ${from}`).not.toBe(before?.text ?? "");
  const changed: Sources = new Map([...sources, [file, { file, text }]]);
  const [, api = ""] = file.split("/");
  const found = exchangeFaults(changed, api, loadDocument(api));
  for (const finding of found) expect(finding).toMatchObject({ file, rule: "exchange" });
  return found.map(({ line, message }) => `${line}: ${message}`);
}

const lineOf = (file: string, text: string) => {
  const lines = sources.get(file)?.text.split("\n") ?? [];
  return lines.findIndex((line) => line.includes(text)) + 1;
};

it.each(apiNames())("finds nothing in the exchanges and refusals of %s", (api) => {
  expect(exchangeFaults(sources, api, loadDocument(api))).toEqual([]);
});

describe("in an exchange", () => {
  const file = "spec/capillary/exchanges/getCustomer/attributed.yaml";
  const remove = "spec/capillary/exchanges/deleteCustomerImage/unknown-customer.yaml";

  it("finds a parameter of the wrong type, and one that is no word of its list", () => {
    expect(foundIn(file, /customerId: \d+/, "customerId: abc")).toEqual([
      `${lineOf(file, "customerId:")}: The path parameter customerId must be integer.`,
    ]);
    expect(foundIn(file, "source: WECHAT", "source: MARKET")).toEqual([
      expect.stringMatching(/: The query parameter source must be one of .*WECHAT/),
    ]);
  });

  it("finds a parameter that nobody declares, and one that is required and not sent", () => {
    expect(foundIn(file, "customerId:", "customer:")).toEqual([
      expect.stringContaining("The path parameter customerId must be sent."),
      expect.stringContaining("getCustomer has no path parameter customer. Known: customerId."),
    ]);
  });

  it("finds a wrong parameter of one that is refused for another reason", () => {
    expect(foundIn(remove, /customerId: \d+/, "customerId: abc")).toEqual([
      expect.stringContaining("path parameter customerId must be integer"),
    ]);
  });

  it("finds a body nobody takes, a missing one, and a part of another name", () => {
    const upload = "spec/capillary/exchanges/addCustomerImage/one-file.yaml";
    expect(foundIn(upload, "multipart/form-data", "image/png")).toEqual([
      expect.stringContaining("takes no body as image/png. Known: multipart/form-data."),
    ]);
    expect(foundIn(upload, "name: file", "name: FILE")).toEqual([
      expect.stringContaining('has no part "FILE". Known: file.'),
    ]);
    expect(foundIn(upload, / {2}body:\n( {4}.*\n)+/, "")).toEqual([
      expect.stringContaining("addCustomerImage requires a body."),
    ]);
    expect(
      foundIn(file, /request:\n/, "request:\n  body: { mediaType: text/plain, empty: true }\n"),
    ).toEqual([expect.stringContaining("getCustomer takes no body.")]);
  });

  it("finds a page that has no inventory", () => {
    expect(foundIn(file, /^source: .*/m, "source: S99")).toEqual([
      expect.stringContaining('There is no page "S99".'),
    ]);
  });
});

describe("in a refusal", () => {
  const word = "spec/capillary/refusals/getCustomer/id-is-a-word.yaml";
  const item = "spec/capillary/refusals/deleteCustomerImage/index-is-a-word.yaml";
  const json = "spec/capillary/refusals/generateToken/no-secret.yaml";

  it("finds what it does not say it breaks", () => {
    expect(foundIn(word, "path parameter customerId", "credentials")).toEqual([
      `${lineOf(word, "customerId: demo")}: The path parameter customerId must be integer.`,
    ]);
    expect(foundIn(item, "image_ids /0]", "image_ids /1]")).toEqual([
      expect.stringContaining("The query parameter image_ids /0 must be integer."),
    ]);
    expect(foundIn(json, "request body", "credentials")).toEqual([
      expect.stringContaining("must have required property 'secret'"),
    ]);
  });

  it("finds a key that nothing reads and one that is missing, at their lines", () => {
    const text = sources.get(word)?.text.replace("breaks:", "break:") ?? "";
    const found = shapeFaults({ file: word, text }).map(
      ({ line, message }) => `${line}: ${message}`,
    );
    expect(found).toEqual([
      expect.stringContaining('The file has no "breaks".'),
      `${lineOf(word, "breaks:")}: Nothing reads "break" here.`,
    ]);
  });

  it("finds a second mistake beside the one it says", () => {
    expect(foundIn(word, "INSTORE", "MARKET")).toEqual([
      expect.stringContaining("query parameter source must be one of"),
    ]);
  });
});

describe("in what follows (then:)", () => {
  const file = "spec/superoffice/exchanges/deletePersonImage/deleted.yaml";
  const removal = "spec/capillary/exchanges/deleteCustomerImage/one-index.yaml";
  const lookup = "spec/capillary/exchanges/addCustomerImageByIdentifier/one-file.yaml";

  it("finds an operation that is not there, and one that does not read", () => {
    expect(foundIn(file, "read: getPersonImage\n", "read: getImage\n")).toEqual([
      `${lineOf(file, "read: getPersonImage")}: There is no read operation "getImage". Known: getPersonImage, getPersonImageInfo.`,
    ]);
    expect(foundIn(file, "read: getPersonImage\n", "read: savePersonImage\n")).toEqual([
      expect.stringContaining('There is no read operation "savePersonImage".'),
    ]);
  });

  it("finds a response, an example and a fixture that nobody documents", () => {
    expect(foundIn(file, "status: 404", "status: 418")).toEqual([
      expect.stringContaining("getPersonImage documents no response 418."),
    ]);
    expect(foundIn(file, "404-no-image", "404-no-picture")).toEqual([
      expect.stringContaining('The 404 of getPersonImage has no example "404-no-picture"'),
    ]);
    expect(foundIn(file, "example: 404-no-image", "fixture: back.png")).toEqual([
      expect.stringContaining('There is no fixture "back.png".'),
    ]);
  });

  it("finds a parameter that its path lacks, and one that the request does not have", () => {
    expect(foundIn(lookup, / {4}path:\n {6}customerId: \d+\n$/, "")).toEqual([
      expect.stringContaining('getCustomer needs a "customerId", and the request has none.'),
    ]);
    expect(foundIn(removal, "removed: image_ids", "removed: images")).toEqual([
      expect.stringContaining(
        'deleteCustomerImage has no query parameter "images". Known: image_ids',
      ),
    ]);
  });

  it("finds two words about one read", () => {
    expect(foundIn(file, "    shows:", "    unchanged: true\n    shows:")).toEqual([
      expect.stringContaining("A step says one thing, and this one says shows and unchanged."),
    ]);
  });
});
