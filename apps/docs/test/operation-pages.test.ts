import { sampleLanguages } from "@image-apis/codegen";
import {
  bodyLimits,
  fixturesOf,
  type Header,
  isCommitted,
  type Limits,
  type MediaType,
  type OpenApiDocument,
  type Reference,
  resolve,
  responseExamples,
  type Schema,
} from "@image-apis/spec";
import { type HTMLElement, parse } from "node-html-parser";
import { describe, expect, test } from "vitest";
import { addresses } from "../src/site/addresses.ts";
import { sampleKey, samplesFor } from "../src/site/samples.ts";
import { staticFiles } from "../src/site/site-files.ts";
import { marked, operationPages } from "./operation-page.ts";

const samples = samplesFor([...new Set(operationPages.map(({ api }) => api))]);
const files = staticFiles();

test("there are operations to write pages for", () => {
  expect(operationPages.length).toBeGreaterThan(0);
});

describe.each(operationPages)(
  "the page of $operationId",
  ({ api, operation, operationId, page }) => {
    const find = (marks: Record<string, string>) =>
      marked(page, { operation: operationId, ...marks });

    test("names the operation, its method and its path", () => {
      expect(page.querySelector("h1")?.text).toBe(operation.summary);
      expect(page.querySelector("main")?.attributes).toMatchObject({
        "data-operation": operationId,
        "data-method": operation.method,
        "data-path": operation.path,
      });
    });

    test("holds every response example, and nothing but them, by value", () => {
      const documented = responseExamples(operation).map(({ status, mediaType, key, example }) => ({
        status: String(status),
        mediaType,
        key,
        value: example.value,
      }));
      const shown = page.querySelectorAll("pre[data-status][data-example]").map((block) => ({
        status: block.getAttribute("data-status"),
        mediaType: block.getAttribute("data-media-type"),
        key: block.getAttribute("data-example"),
        value: JSON.parse(block.textContent),
      }));
      expect(shown).toEqual(documented);
    });

    test("holds every request example by value", () => {
      const shown = page.querySelectorAll("pre[data-request][data-example]").map((block) => ({
        mediaType: block.getAttribute("data-media-type"),
        key: block.getAttribute("data-example"),
        value: JSON.parse(block.textContent),
      }));
      const documented = Object.entries(operation.requestBody?.content ?? {}).flatMap(
        ([mediaType, { examples }]) =>
          Object.entries(examples ?? {}).map(([key, { value }]) => ({ mediaType, key, value })),
      );
      expect(shown).toEqual(documented);
    });

    test("says the vendor's code and the condition of an error", () => {
      for (const { status, mediaType, key, example, when } of responseExamples(operation)) {
        const [block] = find({ status: String(status), "media-type": mediaType, example: key });
        const code = example["x-error-code"];
        expect(block?.getAttribute("data-error-code")).toBe(code?.toString());
        expect(block?.getAttribute("data-when")).toBe(when.join(" ") || undefined);
        if (code !== undefined) expect(block?.parentNode?.textContent).toContain(String(code));
      }
    });

    test("marks responses without a body, and bodies that are files", () => {
      for (const [status, response] of Object.entries(operation.responses)) {
        const media = Object.entries(response.content ?? {});
        expect(find({ status, body: "none" })).toHaveLength(media.length === 0 ? 1 : 0);
        for (const [mediaType, { examples }] of media) {
          const files = find({ status, "media-type": mediaType, body: "binary" });
          expect(files).toHaveLength(examples === undefined ? 1 : 0);
        }
      }
    });

    test("lists every response header", () => {
      for (const [status, response] of Object.entries(operation.responses)) {
        for (const [header, node] of Object.entries(response.headers ?? {})) {
          const [item] = find({ status, header });
          expect(item?.textContent).toContain(resolve<Header>(api.document, node).description);
        }
      }
    });

    test("lists every parameter with its place, its need and its examples by value", () => {
      const shown = page.querySelectorAll("li[data-parameter]").map((item) => ({
        name: item.getAttribute("data-parameter"),
        in: item.getAttribute("data-in"),
        required: item.getAttribute("data-required") === "true",
        examples: item
          .querySelectorAll("data[data-example]")
          .map((example) => [
            example.getAttribute("data-example"),
            JSON.parse(example.getAttribute("value") ?? ""),
          ]),
      }));
      const documented = operation.parameters.map((parameter) => ({
        name: parameter.name,
        in: parameter.in,
        required: parameter.required ?? false,
        examples: Object.entries(parameter.examples ?? {}).map(([key, { value }]) => [key, value]),
      }));
      expect(shown).toHaveLength(documented.length);
      expect(shown).toEqual(expect.arrayContaining(documented));
    });

    test("states every limit of its bodies by value", () => {
      const shown: Record<string, Limits> = {};
      for (const limit of page.querySelectorAll("data[data-limit]")) {
        const part = limit.getAttribute("data-limit-part") ?? "";
        const value = JSON.parse(limit.getAttribute("value") ?? "");
        for (const mediaType of limit.getAttribute("data-media-types")?.split(" ") ?? []) {
          const place = `${mediaType} ${part}`;
          shown[place] = { ...shown[place], [limit.getAttribute("data-limit") ?? ""]: value };
        }
      }
      const documented = Object.entries(operation.requestBody?.content ?? {}).flatMap(
        ([mediaType, media]) =>
          Object.entries(bodyLimits(api.document, media)).map(([part, limits]) => [
            `${mediaType} ${part}`,
            limits,
          ]),
      );
      expect(shown).toEqual(Object.fromEntries(documented));
    });

    test("says which bodies it takes", () => {
      const shown = page.querySelectorAll("div[data-request=body]");
      const mediaTypes = shown.flatMap((it) => it.getAttribute("data-media-types")?.split(" "));
      expect(mediaTypes).toEqual(Object.keys(operation.requestBody?.content ?? {}));
      const need = operation.requestBody?.required ? "required" : "optional";
      expect(find({ "request-body": operation.requestBody ? need : "none" })).toHaveLength(1);
    });

    test("names every property of every body, and which are required", () => {
      const bodies: [marks: Record<string, string>, content: Record<string, MediaType>][] = [
        [{ request: "body" }, operation.requestBody?.content ?? {}],
        ...Object.entries(operation.responses).map(
          ([status, { content }]): [Record<string, string>, Record<string, MediaType>] => [
            { status },
            content ?? {},
          ],
        ),
      ];
      for (const [marks, content] of bodies) {
        for (const [mediaType, { schema }] of Object.entries(content)) {
          const block = find(marks).find((element) =>
            element.getAttribute("data-media-types")?.split(" ").includes(mediaType),
          );
          const shown = block
            ?.querySelectorAll("[data-property]")
            .map((item) => [
              item.getAttribute("data-property"),
              item.getAttribute("data-required"),
            ]);
          expect(shown).toEqual(properties(api.document, schema ?? {}, ""));
        }
      }
    });

    test("names every server and every way to sign in", () => {
      const servers = page.querySelectorAll("[data-server]");
      expect(servers.map((item) => item.getAttribute("data-server"))).toEqual(
        operation.servers.map(({ url }) => url),
      );
      const security = page.querySelectorAll("[data-security]");
      const documented = operation.security.map((schemes) => Object.keys(schemes).join(" "));
      expect(security.map((item) => item.getAttribute("data-security"))).toEqual(
        documented.length === 0 ? [""] : documented,
      );
    });

    test("shows a whole request", () => {
      const [message] = page.querySelectorAll("pre[data-exchange]");
      expect(message?.textContent).toMatch(
        new RegExp(`^${operation.method.toUpperCase()} /.* HTTP/1.1\n`),
      );
    });

    test("shows a request that succeeds in every language", () => {
      const own = samples.get(sampleKey(api.name, operationId));
      const set = own?.sets.get(own.first);
      expect(api.exchanges.find(({ id }) => id === set?.id)?.response.status).toBeLessThan(400);
      expect(sampleBlocks(page)).toEqual(set?.samples.map(({ file, text }) => [file, text]));
      expect(sampleBlocks(page)).toHaveLength(sampleLanguages.length);
    });
  },
);

describe("the samples of every other exchange", () => {
  const others = operationPages.filter(
    ({ api, operationId }) =>
      api.exchanges.filter((exchange) => exchange.operationId === operationId).length > 1,
  );

  test.each(others)("are on a page that $operationId links to", ({ api, operationId, page }) => {
    expect(page.querySelector(`a[href="samples/"]`)).not.toBeNull();
    const file = files.find(({ path }) => path === `${addresses.samples(operationId)}index.html`);
    const sets = [...(samples.get(sampleKey(api.name, operationId))?.sets.values() ?? [])];
    expect(sampleBlocks(parse(file?.content ?? "", { blockTextElements: {} }))).toEqual(
      sets.flatMap((set) => set.samples.map(({ file: name, text }) => [name, text])),
    );
  });
});

test("a page of samples says which files are not in the repository", () => {
  for (const { api, operationId } of operationPages) {
    const sent = api.exchanges
      .filter((exchange) => exchange.operationId === operationId)
      .flatMap(({ request }) => fixturesOf(request.body));
    const page = files.find(({ path }) => path === `${addresses.samples(operationId)}index.html`);
    for (const name of sent.filter((it) => !isCommitted(it))) {
      expect(page?.content).toContain(`does not hold <code>${name}</code>`);
    }
  }
});

function sampleBlocks(page: HTMLElement) {
  return page
    .querySelectorAll("pre[data-sample]")
    .map((block) => [block.getAttribute("data-sample"), block.textContent]);
}

/** Every property below a schema with the path to it, and whether it must be there. */
function properties(document: OpenApiDocument, node: Schema | Reference, path: string): unknown[] {
  const { items, properties: own, required } = resolve<Schema>(document, node);
  if (items !== undefined) return properties(document, items, `${path}[]`);
  return Object.entries(own ?? {}).flatMap(([name, property]) => {
    const inner = path === "" ? name : `${path}.${name}`;
    const isRequired = required?.includes(name) === true;
    return [[inner, String(isRequired)], ...properties(document, property, inner)];
  });
}
