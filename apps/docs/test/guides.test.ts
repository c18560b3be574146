import { describe, expect, test } from "vitest";
import { loadApis } from "../src/site/api.ts";
import { failOnDeadPlaces } from "../src/site/check/places.ts";
import { conditionFinder } from "../src/site/errors/conditions.ts";
import { guideOf } from "../src/site/guides/guide.ts";
import { renderGuide } from "../src/site/guides/render.ts";
import { html, htmlText } from "../src/site/html.ts";
import { loadInputs } from "../src/site/inputs.ts";
import { samplesFor } from "../src/site/samples.ts";
import { siteOf } from "../src/site/site.ts";
import { staticFiles } from "../src/site/site-files.ts";

const apis = loadApis();
const operationId = apis[0]?.operations[0]?.operationId ?? "";
const site = siteOf({ apis, guides: [], samples: samplesFor(apis) });

const guide = (body: string) => guideOf("content/guides/01-a.md", `# A\n\nLead.\n\n${body}`);
const render = (body: string) => {
  const { content, links } = renderGuide(site, guide(body));
  return { html: htmlText(content), links };
};

describe("a guide", () => {
  test("links to operations, errors and places on its own page", () => {
    const { html, links } = render(`[one](op:${operationId}#responses) [two](#end)\n\n## End`);
    expect(html).toContain(`href="../../ref/${operationId}/#responses"`);
    expect(html).toContain('<h2 id="end">');
    expect(links).toHaveLength(2);
  });

  test("shows a sample of an exchange in a language", () => {
    const exchange = apis[0]?.exchanges.find((it) => it.operationId === operationId);
    const { html } = render(`\`\`\`sample ${exchange?.id} curl\n\`\`\``);
    expect(html).toContain("curl --fail-with-body");
  });

  test("shows the body the document gives an exchange", () => {
    const exchange = apis[0]?.exchanges.find((it) => it.response.status === 200);
    const { html } = render(`\`\`\`answer ${exchange?.id.split("/").slice(1).join("/")}\n\`\`\``);
    expect(html).toContain('data-language="json"');
    expect(html).toContain('"data": [');
  });

  test.each([
    ["an operation that does not exist", "text\n[a](op:nobody)", ":6: ", "op:nobody"],
    ["a code that does not exist", "[a](error:1)", ":5: ", "error:1"],
    ["a guide that does not exist", "- a\n- [a](guide:nowhere)", ":6: ", "guide:nowhere"],
    ["a plain path", "[a](../elsewhere/)", ":5: ", "../elsewhere/"],
    [
      "a sample that does not exist",
      "a\n\n```sample nobody/does/this curl\n```",
      ":7: ",
      "nobody/does/this curl",
    ],
    [
      "a sample in a language that does not exist",
      `\`\`\`sample ${apis[0]?.exchanges[0]?.id} cobol\n\`\`\``,
      ":5: ",
      "cobol",
    ],
    ["a sample without a name", "```sample\n```", ":5: ", "sample"],
    [
      "an answer to an exchange that does not exist",
      `a\n\n\`\`\`answer ${operationId}/nothing\n\`\`\``,
      ":7: ",
      `${operationId}/nothing`,
    ],
  ])("stops the build with file and line for %s", (_, body, line, what) => {
    expect(() => render(body)).toThrow(`content/guides/01-a.md${line}`);
    expect(() => render(body)).toThrow(what);
  });

  test("stops the build for an anchor that its page does not have", () => {
    const { links } = render(`a\n\n[a](op:${operationId}#nowhere)`);
    const page = {
      address: `ref/${operationId}/`,
      title: "",
      description: "",
      content: html`<h2 id="somewhere">Somewhere</h2>`,
    };
    expect(() => failOnDeadPlaces([page], links)).toThrow(
      `content/guides/01-a.md:7: the page ref/${operationId}/ has no anchor "nowhere".`,
    );
  });

  test.each([
    ["heading", "Text"],
    ["first paragraph", "# A\n\n## B\n"],
  ])("needs a %s", (_, text) => {
    expect(() => guideOf("content/guides/a.md", text)).toThrow(/a\.md:[13]: /);
  });
});

test("a condition that nobody explains stops the build and names the file", () => {
  expect(() => conditionFinder({})("c-d")).toThrow('spec/conditions.yaml has no condition "c-d".');
});

describe("an operation without an exchange", () => {
  test("has no samples, and its page says where to write one", () => {
    const { operationId: last = "" } = apis.at(-1)?.operations.at(-1) ?? {};
    const without = apis.map((api) => ({
      ...api,
      exchanges: api.exchanges.filter((exchange) => exchange.operationId !== last),
    }));
    const inputs = { ...loadInputs(), apis: without, samples: samplesFor(without) };
    const page = staticFiles(undefined, inputs).find(
      ({ path }) => path === `ref/${last}/index.html`,
    );
    expect(page?.content).toContain(`exchanges/${last}/</code>`);
  });
});
