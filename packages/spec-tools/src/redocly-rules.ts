import type { Explanation } from "./explanation.ts";

/** Redocly's rules that redocly.yaml turns on. Redocly names and documents its rules, but ships no sentence for them. */
export const redoclyRules: Record<string, Explanation> = Object.fromEntries(
  Object.entries<[sentence: string, fix: string]>({
    struct: [
      "Every object has the shape that OpenAPI gives it.",
      "Remove the unknown key, add the missing one, or give the value the type it needs.",
    ],
    "no-unresolved-refs": [
      "Every $ref leads to something.",
      "Correct the path, which starts from the folder of this file, or add the file.",
    ],
    "no-invalid-media-type-examples": [
      "An example of a body fits its schema.",
      "Change the example, or widen the schema where a source says so.",
    ],
    "no-invalid-schema-examples": [
      "An example of a schema fits it.",
      "Change the example, or widen the schema where a source says so.",
    ],
    "no-invalid-parameter-examples": [
      "An example of a parameter fits its schema.",
      "Change the example, or widen the schema where a source says so.",
    ],
    "no-unused-components": [
      "Every component is used.",
      "Refer to the component, or delete its file.",
    ],
    "operation-tag-defined": [
      "Every tag of an operation is declared.",
      "Use a tag of openapi.yaml, or declare this one there and put it into a group of x-tagGroups.",
    ],
    "no-ambiguous-paths": [
      "A request fits one path only.",
      "Make the paths differ in a part that is not a parameter.",
    ],
    "info-license": ["The document names a licence.", "Add info.license with name and url."],
    "info-license-strict": [
      "The licence says where it can be read.",
      "Add a url or an SPDX identifier to info.license.",
    ],
    "no-duplicated-enum-values": ["A value stands once in an enum.", "Remove the second one."],
    "no-duplicated-tag-names": ["A tag is declared once.", "Remove the second one."],
    "no-empty-servers": ["The document names a server.", "Add an entry to servers."],
    "no-enum-type-mismatch": [
      "The values of an enum have the type of the schema.",
      "Change the value, or the type.",
    ],
    "no-example-value-and-externalValue": [
      "An example has a value of its own or one elsewhere, not both.",
      "Keep value; this repository has no external examples.",
    ],
    "no-identical-paths": [
      "Two paths differ in more than the names of their parameters.",
      "Put both operations under one path.",
    ],
    "no-illogical-composition-keywords": [
      "oneOf, anyOf and allOf hold schemas that can be told apart.",
      "Remove the doubled or empty alternative, or write the schema without the keyword.",
    ],
    "no-mixed-number-range-constraints": [
      "A number has one bound at each end.",
      "Keep either minimum or exclusiveMinimum, and either maximum or exclusiveMaximum.",
    ],
    "no-path-trailing-slash": ["A path does not end with a slash.", "Remove the slash."],
    "no-required-schema-properties-undefined": [
      "Every required property is declared.",
      "Declare it under properties, or take it out of required.",
    ],
    "no-schema-type-mismatch": [
      "A schema's keywords fit its type.",
      "Change the type, or remove the keyword that belongs to another one.",
    ],
    "no-server-example.com": [
      "The address of a server is not example.com.",
      "Write the address that the vendor's page shows.",
    ],
    "no-server-trailing-slash": [
      "The address of a server does not end with a slash.",
      "Remove the slash; a path begins with one.",
    ],
    "no-server-variables-empty-enum": [
      "The values of a server variable are listed, and its default is one of them.",
      "List a value, or remove the enum.",
    ],
    "no-undefined-server-variable": [
      "Every variable in a server's address is described.",
      "Describe it under variables, with its default.",
    ],
    "no-unsafe-markdown": ["A text holds no script.", "Write the text in Markdown alone."],
    "operation-2xx-response": [
      "Every operation says how it succeeds.",
      "Add a response with a status from 200 to 299.",
    ],
    "operation-4xx-response": [
      "Every operation says how it refuses a request.",
      "Add a response with a status from 400 to 499.",
    ],
    "operation-operationId": ["Every operation has a name.", "Add an operationId."],
    "operation-operationId-unique": [
      "Every operation has a name of its own.",
      "Give one of the two another operationId.",
    ],
    "operation-operationId-url-safe": [
      "An operationId can stand in an address.",
      "Write it in letters and digits.",
    ],
    "operation-parameters-unique": ["An operation has a parameter once.", "Remove the second one."],
    "operation-summary": ["Every operation has a summary.", "Add one of up to 60 characters."],
    "path-declaration-must-exist": [
      "The parameters of a path have names.",
      "Write a name between the braces.",
    ],
    "path-not-include-query": [
      "A path holds no query.",
      "Describe what follows the question mark as query parameters.",
    ],
    "path-parameters-defined": [
      "The parameters in a path and those that are described are the same.",
      "Describe the one that is missing, or correct its name.",
    ],
    "security-defined": [
      "Every operation says how it is authorised, by a scheme of the document.",
      "Add security, or declare the scheme under components/securitySchemes.",
    ],
    "security-scopes-defined": [
      "Every scope is one of its scheme.",
      "Declare the scope at the scheme, or remove it.",
    ],
    "spec-components-invalid-map-name": [
      "A component's name holds letters, digits, dots, hyphens and underscores.",
      "Rename the file.",
    ],
    "spec-ref-siblings": [
      "Nothing stands beside a $ref that would be ignored.",
      "Move what stands beside it into the file it leads to.",
    ],
    "tag-description": ["Every tag is described.", "Add a description to the tag."],
  }).map(([rule, [sentence, fix]]) => [rule, { sentence, fix }]),
);
