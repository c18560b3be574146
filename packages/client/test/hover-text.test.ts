import { fileURLToPath } from "node:url";
import { hoverTexts } from "@image-apis/testing/hover-text";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));
const head = `import type { CapillaryClient, SuperOfficeClient } from "@image-apis/client";
declare const capillary: CapillaryClient;
declare const superoffice: SuperOfficeClient;
`;

test("an editor shows an operation's description, limits, traps and error codes on the client's method", () => {
  const [add, save] = hoverTexts({
    folder,
    head,
    expressions: ["capillary.addCustomerImage", "superoffice.savePersonImage"],
  });
  expect(add).toContain("Add images to a customer");
  expect(add).toContain("**Limits.** 1 to 5 files");
  expect(add).toContain("**Traps.** The part is called `file`");
  expect(add).toContain("8083 (image-too-small)");
  expect(add).toContain("**Source.** https://docs.capillarytech.com/reference/");
  expect(save).toContain("**Source.** https://github.com/SuperOfficeDocs/superoffice-docs/");
  expect(save).toContain("Stores the image of a person");
});
