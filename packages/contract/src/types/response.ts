import { documentedStatus, type Exchange, type Operation } from "@image-apis/spec";
import { alien, type Statement } from "./statement.ts";

const what = "response body";

/** What the type of the response must accept and refuse. */
export function responseStatements(
  { responses, statuses }: Operation,
  { response }: Exchange,
): Statement[] {
  const { status, mediaType, example, fixture } = response;
  const documented = documentedStatus(statuses, status) ?? String(status);
  const key = /^\d+$/.test(documented) ? documented : JSON.stringify(documented);
  const content = `Operation["responses"][${key}]["content"]`;
  if (mediaType === undefined) return [{ what, value: "undefined", type: content, fits: true }];
  const type = `NonNullable<${content}>[${JSON.stringify(mediaType)}]`;
  if (fixture !== undefined) {
    return [
      { what, value: "file", type, fits: true },
      { what, value: '"a path"', type, fits: false },
      { what, value: alien, type, fits: false },
    ];
  }
  const media = responses[String(status)]?.content?.[mediaType];
  const value = JSON.stringify(media?.examples?.[example ?? ""]?.value) ?? "undefined";
  return [
    { what, value, type, fits: true },
    { what, value: alien, type, fits: false },
  ];
}
