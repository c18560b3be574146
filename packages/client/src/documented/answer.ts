/** An answer as a document describes it. */
export interface DocumentedAnswer {
  readonly status: number;
  /** Absent where there is no body. */
  readonly mediaType?: string;
  /** The body, where it is JSON. */
  readonly json?: unknown;
  /** The body, where it is another text. */
  readonly text?: string;
  /** The body, where it is bytes. */
  readonly base64?: string;
}

/** Answers by operation, and by key. */
export type DocumentedAnswers<Keys> = {
  readonly [Id in keyof Keys]: Readonly<Record<Keys[Id] & string, DocumentedAnswer>>;
};

/** The `Response` of a documented answer; `status` and `headers` replace or add to what is documented. */
export function responseOf(
  answer: DocumentedAnswer,
  {
    status = answer.status,
    headers,
  }: { status?: number | undefined; headers?: Readonly<Record<string, string>> | undefined },
): Response {
  const all = new Headers(headers);
  if (answer.mediaType !== undefined && !all.has("Content-Type")) {
    all.set("Content-Type", answer.mediaType);
  }
  return new Response(bodyOf(answer), { status, headers: all });
}

function bodyOf({ json, text, base64 }: DocumentedAnswer): Uint8Array<ArrayBuffer> | string | null {
  if (text !== undefined) return text;
  if (base64 !== undefined) return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  return json === undefined ? null : JSON.stringify(json);
}
