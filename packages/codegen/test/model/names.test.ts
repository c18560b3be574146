import { expect, test } from "vitest";
import { camelCase } from "../../src/index.ts";

test.each([
  ["image_ids", "imageIds"],
  ["SO-Language", "soLanguage"],
  ["X-Cap-Requestid", "xCapRequestid"],
  ["SOTicket", "soTicket"],
  ["AppToken", "appToken"],
  ["customerId", "customerId"],
  ["page[size]", "pageSize"],
  ["w", "w"],
])("%s becomes the option %s", (name, option) => {
  expect(camelCase(name)).toBe(option);
});
