import { describe, expect, test } from "vitest";
import { failOnForeignRequests, foreignRequests } from "../src/site/check/foreign-requests.ts";
import { staticFiles } from "../src/site/site-files.ts";

const other = "https://cdn.example.net/thing";

describe("a page that would load something from another host is found", () => {
  test.each([
    ["an image", "index.html", `<img src="${other}">`],
    ["an image for a dense screen", "index.html", `<img srcset="a.png 1x, ${other} 2x">`],
    ["a script", "index.html", `<script src="//cdn.example.net/thing"></script>`],
    ["a stylesheet", "index.html", `<link rel="stylesheet" href="${other}">`],
    ["a preload", "index.html", `<link rel=modulepreload href=${other}>`],
    ["a frame", "index.html", `<iframe src="${other}"></iframe>`],
    ["a form", "index.html", `<form action="${other}"></form>`],
    ["a refresh", "index.html", `<meta http-equiv="refresh" content="0; url=${other}">`],
    ["a ping", "index.html", `<a href="./" ping="${other}">x</a>`],
    ["a style attribute", "index.html", `<p style="background: url('${other}')">`],
    ["a style element", "index.html", `<style>@import "${other}";</style>`],
    ["an inline script", "index.html", `<script>fetch("${other}")</script>`],
    ["an inline import", "index.html", `<script type="module">import "${other}"</script>`],
    ["a picture in SVG", "icon.svg", `<svg><image href="${other}"/></svg>`],
    ["a font in CSS", "site.css", `@font-face { src: url(${other}) }`],
    ["an address in a script", "site.js", `const host = \`${other}\`;`],
    ["a socket in a script", "site.js", `new WebSocket("wss://cdn.example.net/thing")`],
  ])("%s", (_, path, content) => {
    const file = { path, content };
    expect(foreignRequests(file).map(({ address }) => address)).toEqual([
      expect.stringContaining("//cdn.example.net/thing"),
    ]);
    expect(() => failOnForeignRequests([file])).toThrow(`${path}: `);
  });
});

test.each([
  ["a link a reader follows", "index.html", `<a href="${other}">x</a>`],
  ["an address in the text", "index.html", `<p>${other}</p>`],
  [
    "a document given to a script as data",
    "index.html",
    `<script type="application/json">"${other}"</script>`,
  ],
  ["the site's own files", "index.html", `<img src="../a.png"><link rel="icon" href="/b.svg">`],
  ["data in an address", "site.css", "p { background: url(data:image/png;base64,AA) }"],
])("%s is not a request", (_, path, content) => {
  expect(foreignRequests({ path, content })).toEqual([]);
});

test("a kind of file nobody taught it to check is refused", () => {
  expect(() => foreignRequests({ path: "a.wasm", content: "" })).toThrow("a.wasm");
});

test("the static pages load nothing from another host", () => {
  const files = staticFiles();
  expect(files.length).toBeGreaterThan(0);
  expect(files.flatMap(foreignRequests)).toEqual([]);
});
