import { fixture } from "@image-apis/spec";
import type { ApiModel, OperationModel, ResponseModel } from "../../model/model.ts";
import { commonHeader, union } from "../text.ts";
import { fullId } from "./operation-ids.ts";

/** A documented response as packages/client/src/documented has it. */
interface DocumentedAnswer {
  status: number;
  mediaType?: string;
  json?: unknown;
  text?: string;
  base64?: string;
}

/** Stands for the image where a document describes bytes, which need no example there. */
const picture = "tiny.png";

/** `answers.ts`: every documented response, by operation and by the key of its example. */
export function answersFile(apis: readonly ApiModel[]): string {
  const operations = apis.flatMap(({ api, operations }) =>
    operations.map((operation) => ({
      id: fullId(api, operation.operationId),
      operation,
      answers: answersOf(operation),
    })),
  );
  const keys = operations.map(
    ({ id, answers }) => `  ${JSON.stringify(id)}: ${union(Object.keys(answers))};\n`,
  );
  const codes = operations.map(({ id, operation }) => {
    const all = operation.codes.map(({ code, example }) => `${code}: ${JSON.stringify(example)}`);
    return `  ${JSON.stringify(id)}: { ${all.join(", ")} },\n`;
  });
  const answers = Object.fromEntries(operations.map(({ id, answers }) => [id, answers]));
  return `${commonHeader}
import type { DocumentedAnswers } from "../documented/answer.ts";

/** The keys of each operation's documented answers: of its example, or the status of an answer without one. */
export interface AnswerKeys {
${keys.join("")}}

/** The key of the answer that shows each of the vendor's codes. */
export const codes = {
${codes.join("")}} as const;

/** Every documented answer by operation and key. */
export const answers: DocumentedAnswers<AnswerKeys> = ${JSON.stringify(answers, null, 2)};
`;
}

function answersOf(operation: OperationModel): Record<string, DocumentedAnswer> {
  return Object.assign({}, ...operation.responses.map((it) => answersUnder(operation, it)));
}

function answersUnder(
  operation: OperationModel,
  { status, contents }: ResponseModel,
): Record<string, DocumentedAnswer> {
  const [content] = contents;
  if (content === undefined) return { [status]: { status: statusOf(operation, status) } };
  const { mediaType, examples, kind } = content;
  if (examples.length > 0) {
    return Object.fromEntries(
      examples.map(({ key: name, value }) => {
        const body =
          kind === "json" || typeof value !== "string" ? { json: value } : { text: value };
        return [name, { status: statusOf(operation, status, name), mediaType, ...body }];
      }),
    );
  }
  const file = fixture(picture);
  const isPicture = contents.some((it) => [file.mediaType, "image/*"].includes(it.mediaType));
  return {
    [status]: {
      status: statusOf(operation, status),
      mediaType: isPicture ? file.mediaType : mediaType.replace("*", "octet-stream"),
      base64: isPicture ? Buffer.from(file.bytes).toString("base64") : "",
    },
  };
}

/** A status to answer with: of a range, the one that an exchange shows, else the first. */
function statusOf({ exchanges }: OperationModel, status: string, example?: string): number {
  if (/^\d+$/.test(status)) return Number(status);
  const shown = exchanges.find(({ response }) => response.example === example)?.response.status;
  if (example !== undefined && shown !== undefined) return shown;
  return status === "default" ? 500 : Number(`${status[0]}00`);
}
