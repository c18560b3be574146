import { loadDocument, loadExchanges, operations } from "@image-apis/spec";
import { expect, it } from "vitest";
import { curlLine } from "../src/curl-line.ts";

it("the curl line sends the exchange's files with made-up credentials", () => {
  const document = loadDocument("capillary");
  const operation = operations(document).find(
    ({ operationId }) => operationId === "addCustomerImage",
  );
  const exchange = loadExchanges("capillary").find(
    ({ id }) => id === "capillary/addCustomerImage/two-files",
  );
  if (operation === undefined || exchange === undefined) throw new Error("The exchange is gone.");
  expect(curlLine("http://127.0.0.1:4010", document, operation, exchange)).toBe(
    'curl -H "Authorization: Basic ZGVtby11c2VyOmRlbW8tcGFzc3dvcmQ=" -F "file=@spec/fixtures/front.png" -F "file=@spec/fixtures/side.png" "http://127.0.0.1:4010/v2/customers/565039505/setImage"',
  );
});
