import { type ApiModel, loadModel } from "@image-apis/codegen";
import { type Contract, loadContracts, operationFinder } from "@image-apis/conformance";
import { schemaValidation, send } from "@image-apis/conformance/judging";
import {
  bodyLimits,
  type Limits,
  type Operation,
  type WireBody,
  wireRequest,
} from "@image-apis/spec";
import type { ProbeFile } from "@image-apis/testing/probe-files";
import { callOfMethod, type Entry } from "../../src/client/caller.ts";
import type { CaptureServer } from "../../src/client/capture-server.ts";
import { demoSecrets } from "../../src/client/secrets.ts";
import { sentBy } from "../../src/client/sent.ts";
import { bodyViolations } from "../../src/schema/body.ts";

/** A file, and what it is declared as. */
export type SentFile = Pick<ProbeFile, "name" | "declared" | "bytes">;

/** A documented way to send files: an operation, and a form or a raw body. */
export interface Upload {
  title: string;
  limits: Limits;
  /** Whether a server takes the files, which are sent to it without any client. */
  onServer(url: string, files: readonly SentFile[]): Promise<boolean>;
  /** Whether the contract finds nothing in them. */
  onContract(files: readonly SentFile[]): Promise<boolean>;
  /** Whether the client's method sends them. */
  byMethod(server: CaptureServer, files: readonly SentFile[]): Promise<boolean>;
  /** Whether `raw` of the client sends them. */
  byRaw(server: CaptureServer, files: readonly SentFile[]): Promise<boolean>;
}

/** Every way to send files that a document has. */
export async function documentedUploads(): Promise<Upload[]> {
  const all = await Promise.all(loadContracts().map(uploadsOf));
  return all.flat();
}

async function uploadsOf(contract: Contract): Promise<Upload[]> {
  const { api, exchanges } = contract;
  const model = loadModel(api);
  const entry: Entry = await import(`@image-apis/client/${api}`);
  const operationOf = operationFinder(contract);
  return model.operations.flatMap((it) => {
    if (it.body === undefined || it.body.files.length === 0) return [];
    const exchange = exchanges.find(
      ({ operationId, request, response }) =>
        operationId === it.operationId && request.body !== undefined && response.status < 300,
    );
    if (exchange === undefined) throw new Error(`Nothing shows how ${it.operationId} is called.`);
    const operation = operationOf(exchange);
    const isForm = ({ mediaType }: { mediaType: string }) => mediaType.startsWith("multipart/");
    const [file] = it.body.files;
    const kinds = [
      { part: file?.part ?? "", content: it.body.contents.find(isForm) },
      { part: "", content: it.body.contents.find((content) => !isForm(content)) },
    ];
    const secrets = demoSecrets(contract.document, exchange.request.security);
    const sent = sentBy(operation, exchange);
    return kinds.flatMap(({ part, content }) => {
      if (content === undefined) return [];
      const wire = wireRequest(contract.document, operation, exchange);
      const media = operation.requestBody?.content[content.mediaType];
      const mediaType = part === "" ? undefined : content.mediaType;
      const method = callOfMethod(model, it, entry);
      return [
        {
          title: `${api}/${it.operationId}, ${part === "" ? "a raw body" : `the part ${part}`}`,
          limits: (media && bodyLimits(contract.document, media)[part]) ?? {},
          onServer: async (url, files) =>
            (await send(url, { ...wire, body: bodyOf(part, files) })).status < 400,
          onContract: (files) => isClean(contract, operation, bodyOf(part, files)),
          byMethod: (server, files) =>
            isSent(server, (baseUrl) => {
              const own = files.map((one) => ({ part, file: asFile(one) }));
              const setting = { baseUrl, secrets, limits: "enforce" } as const;
              return method(setting, { ...sent, files: own, mediaType });
            }),
          byRaw: (server, files) =>
            isSent(server, (baseUrl) => {
              const { path, query, header } = sent;
              const params = { path, query, header };
              const init = { params, headers: wire.headers, body: platformBody(part, files) };
              return rawOf(model, entry, baseUrl).request(wire.method, operation.path, init);
            }),
        },
      ] satisfies Upload[];
    });
  });
}

function bodyOf(part: string, files: readonly SentFile[]): WireBody | undefined {
  const [first] = files;
  if (part === "") {
    return first && { kind: "bytes", mediaType: first.declared, bytes: first.bytes };
  }
  const parts = files.map(({ name, declared, bytes }) => ({
    name: part,
    filename: name,
    mediaType: declared,
    bytes,
  }));
  return { kind: "form", parts };
}

const asFile = ({ bytes, name, declared }: SentFile) => new File([bytes], name, { type: declared });

/** The files as a page has them: a form of the platform, or one file. */
function platformBody(part: string, files: readonly SentFile[]): FormData | File | undefined {
  if (part === "") return files.map(asFile)[0];
  const form = new FormData();
  for (const it of files) form.append(part, asFile(it));
  return form;
}

interface Raw {
  request(method: string, path: string, init: object): Promise<unknown>;
}

function rawOf({ name }: ApiModel, entry: Entry, baseUrl: string): Raw {
  // The cast: what is generated from the same document is called by name.
  const create = entry[`create${name}Client`] as (options: object) => { raw: Raw };
  return create({ baseUrl }).raw;
}

/** Whether a call reached the server. How it ended does not matter: the server refuses whatever comes. */
async function isSent(
  server: CaptureServer,
  call: (baseUrl: string) => Promise<unknown>,
): Promise<boolean> {
  server.prepare({ status: 400, mediaType: undefined, body: { kind: "none" } });
  await call(server.url).catch(() => {});
  return server.captured().length > 0;
}

async function isClean(
  { document }: Contract,
  { requestBody }: Operation,
  body: WireBody | undefined,
): Promise<boolean> {
  const validate = schemaValidation(document);
  return (await bodyViolations(document, validate, requestBody, body)).length === 0;
}
