import type { Contract } from "@image-apis/conformance";
import { isIn } from "@image-apis/http-contract";
import { describesStatus, type Exchange, type Operation, operations } from "@image-apis/spec";

/** One thing that a document declares about an operation, and the exchanges that show it. */
export interface CoverageRow {
  api: string;
  operationId: string;
  /** What the row is about: a request with its response, a parameter, credentials, or a form of the response. */
  about: "request" | "parameter" | "credentials" | "answer";
  /** The declared media type; `none` for a request without a body. */
  request?: string;
  /** Place and name. */
  parameter?: string;
  /** The security schemes used together, joined by ` with `. */
  credentials?: string;
  status?: string;
  /** Of an error: the vendor's code, where there is one, and the key of the example. */
  error?: string;
  /** The media type of a response. */
  answer?: string;
  /** The names of the exchanges that show it. */
  exchanges: string[];
}

/**
 * Lists what the documents declare: each request media type with each status and error it may be answered with, each
 * parameter in an accepted request, each way to sign in, each media type of each response.
 */
export function coverage(contracts: readonly Contract[]): CoverageRow[] {
  return contracts.flatMap(({ api, document, exchanges }) =>
    operations(document).flatMap((operation) => {
      const { operationId } = operation;
      const own = exchanges.filter((exchange) => exchange.operationId === operationId);
      const shownBy = (shows: (exchange: Exchange) => boolean) =>
        own.filter(shows).map(({ name }) => name);
      return rowsOf({ ...operation, responses: shownResponses(operation) }).map(
        ({ shows, ...row }) => ({
          api,
          operationId,
          ...row,
          exchanges: shownBy(shows),
        }),
      );
    }),
  );
}

/** What a row is called in the list of reasons. */
export function rowName(row: CoverageRow): string {
  const { api, operationId, request, parameter, credentials, status, error, answer } = row;
  const words = {
    request: `request ${request} answered ${[status, error].filter(Boolean).join(" ")}`,
    parameter: `parameter ${parameter}`,
    credentials: `credentials ${credentials}`,
    answer: `answer ${status} ${answer}`,
  };
  return `${api} ${operationId}: ${words[row.about]}`;
}

/** The responses without a range whose examples stand below the statuses that exchanges show them with. */
function shownResponses({ responses }: Operation): Operation["responses"] {
  const concrete = Object.keys(responses).filter((it) => /^\d+$/.test(it));
  return Object.fromEntries(
    Object.entries(responses).filter(
      ([status]) =>
        concrete.includes(status) || !concrete.some((it) => describesStatus(status, Number(it))),
    ),
  );
}

type Declared = Omit<CoverageRow, "api" | "operationId" | "exchanges"> & {
  shows(exchange: Exchange): boolean;
};

function rowsOf(operation: Operation): Declared[] {
  return [
    ...requestRows(operation),
    ...parameterRows(operation),
    ...credentialRows(operation),
    ...answerRows(operation),
  ];
}

function requestRows({ requestBody, responses }: Operation): Declared[] {
  const declared = Object.keys(requestBody?.content ?? {});
  const requests = requestBody?.required === true ? declared : [...declared, "none"];
  // A failure of which no page shows a body is described for tools alone: no exchange can show more of it.
  const shown = Object.entries(responses).filter(
    ([status, { content }]) => !/^[45]/.test(status) || content !== undefined,
  );
  return requests.flatMap((request) =>
    shown.flatMap(([status, response]) =>
      outcomes(status, response).map(
        ({ error, keys }): Declared => ({
          about: "request",
          request,
          status,
          ...(error !== undefined && { error }),
          shows: (exchange) =>
            isOfType(exchange, request) &&
            exchange.response.status === Number(status) &&
            (keys === undefined || keys.includes(exchange.response.example ?? "")),
        }),
      ),
    ),
  );
}

/** A refusal has an outcome for each error; everything else has one. */
function outcomes(
  status: string,
  { content = {} }: Operation["responses"][string],
): { error?: string; keys?: string[] }[] {
  const examples = Object.values(content).flatMap((media) => Object.entries(media.examples ?? {}));
  if (Number(status) < 400 || examples.length === 0) return [{}];
  const codes = new Map(examples.map(([key, example]) => [key, example["x-error-code"]]));
  return [...codes].map(([key, code]) => ({
    error: code === undefined ? key : `${code} ${key}`,
    keys: [key],
  }));
}

function isOfType({ request: { body } }: Exchange, declared: string): boolean {
  if (body === undefined) return declared === "none";
  return declared !== "none" && isIn(declared, body.mediaType);
}

function parameterRows({ parameters }: Operation): Declared[] {
  return parameters.map(({ name, in: place }) => ({
    about: "parameter",
    parameter: `${place} ${name}`,
    shows: ({ request, response }) => {
      const sent = {
        path: request.path,
        query: request.query,
        header: request.headers,
        cookie: request.cookies ?? {},
      };
      const names = Object.keys(sent[place]).map((it) => it.toLowerCase());
      return response.status < 400 && names.includes(name.toLowerCase());
    },
  }));
}

function credentialRows({ security }: Operation): Declared[] {
  return security.map((alternative) => {
    const schemes = Object.keys(alternative).sort();
    return {
      about: "credentials",
      credentials: schemes.join(" with ") || "none",
      shows: ({ request }) => request.security.toSorted().join() === schemes.join(),
    };
  });
}

function answerRows({ responses }: Operation): Declared[] {
  return Object.entries(responses).flatMap(([status, { content = {} }]) =>
    Object.keys(content).map(
      (mediaType): Declared => ({
        about: "answer",
        status,
        answer: mediaType,
        shows: ({ response }) =>
          response.status === Number(status) && response.mediaType === mediaType,
      }),
    ),
  );
}
