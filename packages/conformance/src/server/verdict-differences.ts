import {
  essence,
  type HttpFault,
  type ResponseFault,
  type ResponseVerdict,
} from "@image-apis/http-contract";
import { asItCame, type Difference, type Wording } from "../difference.ts";
import { schemaDifference } from "../schema/validation.ts";

/**
 * What is wrong with a response, as differences. A strict reader: a property that the document does not declare, and a
 * header that HTTP asks for, are missed as well.
 *
 * @param wording How what came is written in the differences.
 * @param subject The beginning of what is named, for example `response `.
 */
export function verdictDifferences(
  { faults, undeclared, byHttp }: ResponseVerdict,
  wording: Wording = asItCame,
  subject = "",
): Difference[] {
  return [
    ...faults.map((fault) => faultDifference(fault, wording, subject)),
    ...undeclared.map((fault) => schemaDifference(`${subject}body`, fault, wording)),
    ...obligatoryDifferences(byHttp, wording),
  ];
}

/** The headers that HTTP asks for and that are missing, or say something else than the document. */
export function obligatoryDifferences(
  faults: readonly HttpFault[],
  wording: Wording = asItCame,
): Difference[] {
  return faults.map(({ name, status, documented, received }) => ({
    what: `header ${name}`,
    expected: documented === undefined ? `to come with ${status}` : documented.join(", "),
    received: wording.value(received),
  }));
}

function faultDifference(fault: ResponseFault, wording: Wording, subject: string): Difference {
  switch (fault.rule) {
    case "status":
      return oneOf(`${subject}status`, fault.documented, String(fault.received));
    case "media-type": {
      const received = essence(fault.received ?? "");
      return oneOf(`${subject}media type`, fault.documented, received && wording.value(received));
    }
    case "empty-body":
      return { what: `${subject}body`, expected: fault.mediaType, received: "no body" };
    case "unreadable-body":
      return {
        what: `${subject}body`,
        expected: fault.element === undefined ? fault.format : `an element ${fault.element}`,
        received: wording.value(fault.text),
      };
    case "image": {
      const expected = JSON.stringify(fault.documented);
      return { what: "kind of the file", expected, received: wording.value(fault.received) };
    }
    case "missing-header":
      return { what: `header ${fault.name}`, expected: "to be sent", received: "nothing" };
    case "header":
      return schemaDifference(`header ${fault.name}`, fault.fault, wording);
    case "body":
      return schemaDifference(`${subject}body`, fault.fault, wording);
  }
}

function oneOf(what: string, declared: readonly string[], received: string): Difference {
  const expected = `one of the declared: ${declared.join(", ") || "none"}`;
  return { what, expected, received: received || "nothing" };
}
