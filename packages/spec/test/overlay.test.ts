import { expect, it } from "vitest";
import type { OpenApiDocument } from "../src/document.ts";
import { applyOverlay, type Overlay, overlayFaults } from "../src/overlay.ts";

const document = {
  openapi: "3.1.1",
  info: { title: "Pictures", version: "1.0.0" },
  servers: [{ url: "https://{host}", variables: { host: { default: "a.example" } } }],
  paths: { "/a/{id}": { get: { operationId: "getA" } } },
  components: {},
} as unknown as OpenApiDocument;

const overlay = (target: string, update: Overlay["actions"][number]["update"]): Overlay => ({
  overlay: "1.1.0",
  info: { title: "Ours", version: "0.1.0" },
  actions: [{ target, update }],
});

it("adds to what a target names, and leaves the source as it is", () => {
  const before = structuredClone(document);
  const applied = applyOverlay(
    document,
    overlay("$.servers[0].variables", { host: { "x-placeholder": true } }),
  );
  expect(applied.servers[0]?.variables).toEqual({
    host: { default: "a.example", "x-placeholder": true },
  });
  expect(document).toEqual(before);
});

it("finds a path by its brackets", () => {
  const applied = applyOverlay(
    document,
    overlay("$.paths['/a/{id}'].get", { "x-fern-idempotent": false }),
  );
  expect(applied.paths["/a/{id}"]?.get).toMatchObject({
    operationId: "getA",
    "x-fern-idempotent": false,
  });
});

it.each(["$.paths['/b']", "$.servers[1]", "$.info.title.length", "$.constructor"])(
  "finds nothing at %s",
  (target) => {
    expect(overlayFaults(document, overlay(target, {}))).toMatchObject([{ action: 0 }]);
    expect(() => applyOverlay(document, overlay(target, {}))).toThrow("Action 1: ");
  },
);

it.each(["$.paths.*", "$..get", "info"])("does not take the target %s", (target) => {
  expect(overlayFaults(document, overlay(target, {}))[0]?.message).toContain(
    "is not a supported target",
  );
});
