import { capillaryZone } from "@image-apis/client/conversions";
import { loadOverlay } from "@image-apis/spec";
import { expect, it } from "vitest";

it("the client reads times without a zone in the one that the overlay states", () => {
  const stated = loadOverlay("capillary")?.actions.flatMap(
    ({ update }) => update["x-time-zone"] ?? [],
  );
  expect(stated).toEqual([capillaryZone]);
});
