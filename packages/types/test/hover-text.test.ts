import { fileURLToPath } from "node:url";
import { hoverTexts } from "@image-apis/testing/hover-text";
import { expect, test } from "vitest";

const folder = fileURLToPath(new URL(".", import.meta.url));
const head = `import type { operations } from "@image-apis/types/capillary";
declare const it: operations;
`;

test("an editor shows what an operation does, its limits, traps and error codes, and what a property means", () => {
  const [operation, code] = hoverTexts({
    folder,
    head,
    expressions: [
      "it.addCustomerImage",
      "it.deleteCustomerImage.responses[200].content['application/json'].errors",
    ],
  });
  expect(operation).toContain("Add images to a customer");
  expect(operation).toContain("**Limits.** 1 to 5 files");
  expect(operation).toContain("**Traps.** The part is called `file`");
  expect(operation).toContain("**Error codes.** 8015 (customer-not-found);");
  expect(operation).toContain("8084 (not-an-image, no-image).");
  expect(operation).toContain(
    "**Source.** https://docs.capillarytech.com/reference/add-customer-image",
  );
  expect(code).toContain("Not empty means that the call failed, even with status 200.");
});
