import {
  type EncodedRequest,
  type Exchange,
  encodeRequest,
  type Json,
  loadDocument,
  loadExchanges,
  type Operation,
  operations,
  responseExamples,
  wireRequest,
} from "@image-apis/spec";

/** The operation that an exchange calls. */
export function operationOf({ api, operationId }: Exchange): Operation {
  const found = operations(loadDocument(api)).find((it) => it.operationId === operationId);
  if (found === undefined) throw new Error(`${api} has no operation ${operationId}.`);
  return found;
}

/** An exchange's request, ready to be sent. */
export function requestOf(exchange: Exchange): Promise<EncodedRequest> {
  return encodeRequest(wireRequest(loadDocument(exchange.api), operationOf(exchange), exchange));
}

/** The exchanges that must have happened before, in their order. */
export function stepsBefore(exchange: Exchange): Exchange[] {
  return exchange.given.map((id) => {
    const step = loadExchanges(exchange.api).find((it) => it.id === id);
    if (step === undefined) throw new Error(`${exchange.id} is given ${id}, which does not exist.`);
    return step;
  });
}

/** The example that an exchange names as its response's body. */
export function documentedValue(exchange: Exchange): Json {
  const { status, mediaType, example } = exchange.response;
  const found = responseExamples(operationOf(exchange)).find(
    (it) => it.status === status && it.mediaType === mediaType && it.key === example,
  );
  if (found === undefined) throw new Error(`${exchange.id} names an example that does not exist.`);
  return found.example.value;
}

/** JSON as a value; of XML, the integer in its one element. */
export function bodyValue(body: Buffer, mediaType: string | undefined): Json {
  const text = body.toString("utf8");
  if (mediaType?.endsWith("xml")) return Number(/^<int>(\d+)<\/int>$/.exec(text)?.[1]);
  return JSON.parse(text) as Json;
}
