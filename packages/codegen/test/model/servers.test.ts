import { expect, test } from "vitest";
import { modelOf } from "../small-api.ts";

const paths = `
paths:
  /a: { get: { operationId: getA, tags: [], responses: { '204': { description: '' } } } }
  /b:
    servers: [{ url: 'https://{file_host}', variables: { file_host: { default: files.example, x-placeholder: true } } }]
    get: { operationId: getB, tags: [], responses: { '204': { description: '' } } }
  /c:
    servers: [{ url: 'https://{file_host}', variables: { file_host: { default: files.example, x-placeholder: true } } }]
    get: { operationId: getC, tags: [], responses: { '204': { description: '' } } }`;

test("an operation has the nearest servers, and each server stands once", () => {
  const { servers, operations } = modelOf(paths);
  expect(servers.map(({ url }) => url)).toEqual([
    "https://pictures.example",
    "https://{file_host}",
  ]);
  expect(operations.map((it) => it.servers)).toEqual([[0], [1], [1]]);
});

test("a variable becomes an option", () => {
  expect(modelOf(paths).servers[1]?.variables).toMatchObject([
    { name: "file_host", option: "fileHost", default: "files.example", isPlaceholder: true },
  ]);
});
