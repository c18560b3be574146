import { openapi31 } from "./openapi-31.ts";
import { type SpectralRuleset, spectralRules } from "./rule.ts";
import { binarySchema } from "./rules/binary-schema.ts";
import { errorCode } from "./rules/error-code.ts";
import { limits } from "./rules/limits.ts";
import { noLiveSecret } from "./rules/no-live-secret.ts";
import { numberFormat } from "./rules/number-format.ts";
import { objectOpen } from "./rules/object-open.ts";
import { objectRequired } from "./rules/object-required.ts";
import { operationErrors } from "./rules/operation-errors.ts";
import { operationIdVerb } from "./rules/operation-id-verb.ts";
import { operationSecurity } from "./rules/operation-security.ts";
import { operationTag } from "./rules/operation-tag.ts";
import { parameterForm } from "./rules/parameter-form.ts";
import { parameterType } from "./rules/parameter-type.ts";
import { partMediaType } from "./rules/part-media-type.ts";
import { personal } from "./rules/personal.ts";
import { proseLink } from "./rules/prose-link.ts";
import { proseName } from "./rules/prose-name.ts";
import { proseNumber } from "./rules/prose-number.ts";
import { repeatedPart } from "./rules/repeated-part.ts";
import { requiredNotEmpty } from "./rules/required-not-empty.ts";
import { schemaNoExample } from "./rules/schema-no-example.ts";
import { schemaNoNullable } from "./rules/schema-no-nullable.ts";
import { tagGroup } from "./rules/tag-group.ts";
import { textOfAnother } from "./rules/text-of-another.ts";
import { when } from "./rules/when.ts";

/** Rules for a bundled OpenAPI 3.1 document, beside `spectral:oas`. */
const ruleset: SpectralRuleset = {
  formats: [openapi31],
  rules: spectralRules({
    "operation-id-verb": operationIdVerb,
    "operation-errors": operationErrors,
    "operation-security": operationSecurity,
    "operation-tag": operationTag,
    "tag-group": tagGroup,
    "object-required": objectRequired,
    "schema-no-nullable": schemaNoNullable,
    "schema-no-example": schemaNoExample,
    "parameter-type": parameterType,
    "parameter-form": parameterForm,
    "number-format": numberFormat,
    "object-open": objectOpen,
    "required-not-empty": requiredNotEmpty,
    "binary-schema": binarySchema,
    "repeated-part": repeatedPart,
    "part-media-type": partMediaType,
    limits,
    personal,
    "error-code": errorCode,
    when,
    "prose-number": proseNumber,
    "prose-name": proseName,
    "prose-link": proseLink,
    "text-of-another": textOfAnother,
    "no-live-secret": noLiveSecret,
  }),
};

export default ruleset;
