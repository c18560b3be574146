import { operationFinder } from "@image-apis/conformance";
import { schemaValidation } from "@image-apis/conformance/judging";
import { wireRequest } from "@image-apis/spec";
import { cellOf } from "../cell.ts";
import type { Face } from "../face.ts";
import { bodyViolations } from "../schema/body.ts";
import { brokenRules } from "../schema/broken-rules.ts";
import { conditionDifferences } from "../schema/condition-differences.ts";
import { parameterViolations } from "../schema/parameters.ts";
import { responseDifferences } from "../schema/response.ts";
import { securityDifferences } from "../schema/security.ts";

/** The document itself: every exchange is what it declares, and a refusal has the cause it names. */
export const schemaFace: Face = {
  name: "schema",
  open(contract) {
    const { document } = contract;
    const operationOf = operationFinder(contract);
    const validate = schemaValidation(document);
    return {
      async check(exchange) {
        const operation = operationOf(exchange);
        const { body } = wireRequest(document, operation, exchange);
        const violations = [
          ...parameterViolations(validate, operation, exchange),
          ...(await bodyViolations(document, validate, operation.requestBody, body)),
        ];
        return cellOf([
          ...conditionDifferences(operation, exchange, violations),
          ...securityDifferences(operation, exchange),
          ...(await responseDifferences(document, operation, exchange)),
        ]);
      },
      async refuse(refusal) {
        const operation = operationOf(refusal);
        return cellOf(await brokenRules(document, validate, operation, refusal));
      },
    };
  },
};
