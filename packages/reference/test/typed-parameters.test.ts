import type { ParameterValues } from "@image-apis/http-contract";
import { expect, test } from "vitest";
import { parameterReader } from "../src/request/typed-parameters.ts";
import { described } from "./support/reference.ts";

const of = (operationId: string) => {
  const found = described.find(({ operation }) => operation.operationId === operationId);
  if (found === undefined) throw new Error(`${operationId} is not described.`);
  return found;
};
const typed = (operationId: string, values: Partial<ParameterValues>) => {
  const { document, operation } = of(operationId);
  const sent = { path: {}, query: {}, headers: {}, ...values };
  return parameterReader(document, operation)(sent);
};

test("numbers are numbers, and bigints beyond what a number holds", () => {
  const id = (customerId: string) => typed("getCustomer", { path: { customerId } }).path.customerId;

  expect(["7", "007", "-7", "9007199254740991"].map(id)).toEqual([7, 7, -7, 9007199254740991]);
  expect(["9007199254740993", "-9223372036854775808"].map(id)).toEqual([
    9007199254740993n,
    -9223372036854775808n,
  ]);
});

test("a list that is repeated has a value each, and may have one", () => {
  const list = (image_ids: string[]) =>
    typed("deleteCustomerImage", { query: { image_ids } }).query.image_ids;

  expect(list(["2", "0", "2"])).toEqual([2, 0, 2]);
  expect(list(["1"])).toEqual([1]);
});

test("a text stays a text, whatever it looks like", () => {
  const { path } = typed("uploadRewardsFile", { path: { fileName: "12" } });
  const { query } = typed("getCustomer", { query: { source: ["INSTORE"], embed: ["A,B"] } });

  expect([path, query]).toEqual([{ fileName: "12" }, { source: "INSTORE", embed: "A,B" }]);
});

test("headers have their documented names", () => {
  const { header } = typed("getPersonImage", { headers: { "so-language": "en" } });

  expect(header).toEqual({ "SO-Language": "en" });
});

test("what is not sent, or not documented, is left out", () => {
  expect(typed("getPersonImage", { path: { personId: "8" }, query: { width: ["3"] } })).toEqual({
    path: { personId: 8 },
    query: {},
    header: {},
    cookie: {},
  });
});

test("a list that is not repeated is one text", () => {
  const { document, operation } = of("deleteCustomerImage");
  const parameters = operation.parameters.map((it) => ({ ...it, explode: false }));
  const values = { path: { customerId: "1" }, query: { image_ids: ["2,0"] }, headers: {} };

  expect(parameterReader(document, { ...operation, parameters })(values).query).toEqual({
    image_ids: [2, 0],
  });
});
