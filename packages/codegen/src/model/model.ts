import type {
  Exchange,
  Json,
  Limits,
  OpenApiDocument,
  Refusal,
  Schema,
  TokenOperation,
} from "@image-apis/spec";

/** One API as every emitter reads it: references followed, names chosen, the extensions of the overlay understood. */
export interface ApiModel {
  /** Its key in redocly.yaml, which is its folder below spec/: `pictures`. */
  api: string;
  /** The API as a part of names in code: `Pictures`. */
  name: string;
  title: string;
  version: string;
  /** The bundle with the additions of the overlay. */
  document: OpenApiDocument;
  /** Every server that an operation may be sent to, each once. */
  servers: ServerModel[];
  schemes: SchemeModel[];
  failure: FailureModel;
  /** The response header that names a request in the vendor's logs. */
  requestIdHeader: string | undefined;
  /** In the order of the document's paths. */
  operations: OperationModel[];
}

/** A server; its variables are options of a client. */
export interface ServerModel {
  /** The address, `{name}` where a variable goes. */
  url: string;
  text: string;
  variables: ServerVariableModel[];
}

export interface ServerVariableModel {
  name: string;
  option: string;
  default: string;
  /** Whether the default only shows the form of a value. */
  isPlaceholder: boolean;
  text: string;
}

/** How a credential travels, and what makes one. */
export interface SchemeModel {
  /** Its name in the document. */
  scheme: string;
  /** The function that makes the credential from a secret. */
  maker: string;
  kind: "basic" | "header" | "query" | "cookie";
  /** The header, query parameter or cookie that carries it. */
  name: string;
  /** What stands before the secret: `Bearer `. */
  prefix: string;
  /** What the interface with the secrets of HTTP Basic is called, where the overlay says so. */
  secrets: string | undefined;
  /** What the two secrets of HTTP Basic are called. */
  username: string;
  password: string;
  /** The cookie in which a page of the vendor has the secret. */
  cookie: string | undefined;
  /** The operation that gets the secret. */
  token: TokenModel | undefined;
  text: string;
}

export interface TokenModel extends Required<TokenOperation> {
  /** The options of the token operation, which become those of the function. */
  fields: string[];
}

/** Where a body tells of errors and warnings, whatever the status. */
export interface FailureModel {
  errors: FailureRuleModel[];
  warnings: FailureRuleModel[];
}

/** One place of a body: `at` is a JSON pointer in which `*` stands for every item of a list. */
export interface FailureRuleModel {
  at: string;
  /** The properties that must have these values, compared as lower-case text. */
  where?: Record<string, string>;
  /** The property with the vendor's code. */
  code?: string;
  /** The message, `{name}` where a property goes. */
  message: string;
  /** Whether each item is the result of one file. */
  perFile?: boolean;
}

export interface OperationModel {
  operationId: string;
  /** In capitals. */
  method: string;
  /** The path, `{name}` where a parameter goes. */
  path: string;
  /** Where the operation stands in the bundle, as a JSON pointer. */
  pointer: string;
  summary: string;
  description: string;
  tags: string[];
  isDeprecated: boolean;
  /** Its servers as indexes of the API's `servers`; a client uses the first. */
  servers: number[];
  /** Alternatives; the schemes of one go together. Empty for an operation without credentials. */
  security: string[][];
  parameters: ParameterModel[];
  body: BodyModel | undefined;
  /** In the document's order. */
  responses: ResponseModel[];
  success: SuccessModel;
  /** The vendor's error codes, in the order of their numbers. */
  codes: CodeModel[];
  /** Whether it may be sent twice without doing more than once. */
  isRepeatable: boolean;
  /** The status by which a repeated request learns that it was already done. */
  doneStatus: number | undefined;
  /** The addresses of the vendor pages that the operation is taken from. */
  pages: string[];
  exchanges: Exchange[];
  refusals: Refusal[];
}

/** How a value is checked before it is sent. */
export type Check = "int32" | "int64" | "index" | "text" | "segment";

/** A parameter, or a property of the body that is not a file. */
export interface ValueModel {
  /** Its name on the wire. */
  name: string;
  /** The option of the method. */
  option: string;
  /** The option that it is a part of, for example `attribution`. */
  group: string | undefined;
  required: boolean;
  isList: boolean;
  check: Check | undefined;
  /** Its schema with the reference followed. */
  schema: Schema;
  /** The condition that leaving it out, or leaving its list empty, is. */
  when: string | undefined;
  /** Its description. */
  text: string;
  isDeprecated: boolean;
}

export type Style = "simple" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";

export interface ParameterModel extends ValueModel {
  in: "path" | "query" | "header" | "cookie";
  style: Style;
  explode: boolean;
  /** Its name below `components/parameters`, where it stands there. */
  component: string | undefined;
}

/** A property of a JSON body, or a text part of a form. */
export interface PropertyModel extends ValueModel {
  in: "body";
}

/** One file, or one list of files, that a method takes. */
export interface FileModel {
  option: string;
  /** The name of its part; undefined where it always is the whole body. */
  part: string | undefined;
  isList: boolean;
  required: boolean;
  /** The condition that an empty file is. */
  when: string | undefined;
  text: string;
}

/** A JSON body that is passed as one option, because its schema is not a single object. */
export interface WholeBodyModel {
  option: string;
  /** Its name below `components/schemas`, where it stands there. */
  component: string | undefined;
  schema: Schema;
  text: string;
}

export interface BodyModel {
  required: boolean;
  text: string;
  contents: ContentModel[];
  /** In the order of the document; the same file may travel as the body itself or as a part. */
  files: FileModel[];
  properties: PropertyModel[];
  whole: WholeBodyModel | undefined;
}

export type ContentKind = "json" | "multipart" | "urlencoded" | "xml" | "text" | "bytes";

/** One documented media type of a body, with what it holds. */
export interface ContentModel {
  mediaType: string;
  kind: ContentKind;
  schema: Schema;
  /** Its schema's name below `components/schemas`, where it stands there. */
  component: string | undefined;
  examples: ExampleModel[];
  /** Documented limits by part; a raw body is the part `""`. */
  limits: Record<string, Limits>;
}

export interface ExampleModel {
  key: string;
  summary: string;
  value: Json;
  /** The vendor's code, on the example of an error. */
  code: number | undefined;
  /** The conditions under which the vendor responds with it. */
  when: string[];
}

export interface ResponseModel {
  /** As the document has it: `200`, `4XX`, `default`. */
  status: string;
  isSuccess: boolean;
  text: string;
  headers: HeaderModel[];
  contents: ContentModel[];
}

export interface HeaderModel {
  name: string;
  required: boolean;
  schema: Schema;
  text: string;
}

/** What a success brings. */
export interface SuccessModel {
  /** The documented statuses of success, those with a body first. */
  statuses: string[];
  mediaTypes: string[];
  kind: "object" | "list" | "integer" | "value" | "text" | "bytes" | "none";
  /** Whether a success may also come without a body. */
  maybeEmpty: boolean;
  /** The JSON schema's name below `components/schemas`, where it stands there. */
  component: string | undefined;
}

/** One of the vendor's error codes. */
export interface CodeModel {
  code: number;
  /** The status its example stands under. */
  status: string;
  /** The key of the example. */
  example: string;
  summary: string;
  when: string[];
}
