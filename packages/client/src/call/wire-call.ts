import type { Breach } from "./breach.ts";

/** What an operation sends: its media type and, for a form, its parts; else one file or a JSON value. */
export interface CallBody {
  mediaType: string;
  content: unknown;
}

/** The part of openapi-typescript's `operations` that a call is made of. */
export interface WireOperation {
  parameters: { path?: unknown; query?: unknown; header?: unknown };
  requestBody?: unknown;
  responses: unknown;
}

/** What one call sends, by the names of the wire. */
export interface AnyWireCall {
  path?: object | undefined;
  query?: object | undefined;
  header?: object | undefined;
  body?: CallBody | undefined;
  /** The option that the body's files come from, for messages. */
  bodyArgument?: string;
  /** A limit broken by something else than a file of the body. */
  breach?: Breach | undefined;
  /** Whether it may be done twice; by default that is up to the method. */
  repeatable?: boolean;
  /** A status that says, where the call is repeated, that it was done the first time. */
  doneStatus?: number;
  /** What a documented JSON answer is; an object by default. */
  answer?: "object" | "integer";
  /** The media types to ask for; by default JSON, or whatever is documented where there is none. */
  accept?: string | undefined;
}

/** What one call of an operation sends. A misspelt name does not compile. */
export interface WireCall<Operation extends WireOperation> extends AnyWireCall {
  path?: Values<Operation["parameters"]["path"]> | undefined;
  query?: Values<Operation["parameters"]["query"]> | undefined;
  header?: Values<Operation["parameters"]["header"]> | undefined;
  body?: Body<Operation["requestBody"]> | undefined;
}

/** Optional values may be undefined, and a whole number may be a bigint. */
type Values<Wire> = {
  [Name in keyof Wire]:
    | (NonNullable<Wire[Name]> extends number ? Wire[Name] | bigint : Wire[Name])
    | (object extends Pick<Wire, Name> ? undefined : never);
};

/** One of the documented media types with its content; `image/*` is any image. */
type Body<RequestBody> =
  NonNullable<RequestBody> extends { content: infer Content }
    ? {
        [Type in keyof Content & string]: { mediaType: Concrete<Type>; content: Content[Type] };
      }[keyof Content & string]
    : never;

type Concrete<Type extends string> = Type extends `${infer Kind}/*` ? `${Kind}/${string}` : Type;

type SuccessStatus = 200 | 201 | 202 | 204;

/** What a successful call brings: the documented content, or nothing. */
export type Answer<Operation extends WireOperation> =
  Operation["responses"][keyof Operation["responses"] & SuccessStatus] extends {
    content: infer Content;
  }
    ? Content[keyof Content]
    : undefined;
