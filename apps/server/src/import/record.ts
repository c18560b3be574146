import { schemaValidator } from "@image-apis/http-contract";
import type { WritableRows } from "@image-apis/reference";

/** What one line of an import says. */
export interface ImportRecord {
  readonly customer?: {
    readonly id: string;
    readonly identifiers?: Readonly<Record<string, string>>;
  };
  readonly person?: { readonly id: string };
}

/** A text, since JSON numbers are not exact beyond 2^53. */
const id = { type: "string", pattern: "^(0|[1-9][0-9]{0,18})$" };

const schema = {
  type: "object",
  additionalProperties: false,
  minProperties: 1,
  maxProperties: 1,
  properties: {
    customer: {
      type: "object",
      required: ["id"],
      additionalProperties: false,
      properties: {
        id,
        identifiers: { type: "object", additionalProperties: { type: "string", minLength: 1 } },
      },
    },
    person: {
      type: "object",
      required: ["id"],
      additionalProperties: false,
      properties: { id },
    },
  },
};

let validate: ReturnType<ReturnType<typeof schemaValidator>["compile"]> | undefined;

/** @throws Error that says what is wrong with a line. */
export function recordOf(text: string): ImportRecord {
  validate ??= schemaValidator("own").compile(schema);
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new Error(`it is not JSON: ${(error as Error).message}`);
  }
  if (validate(value)) return value as ImportRecord;
  const wrong = (validate.errors ?? []).map((it) => `${it.instancePath || "/"} ${it.message}`);
  throw new Error(wrong.join("; "));
}

/**
 * Puts what a line says. A customer that is there keeps the images and gets these identifiers; a person that is there
 * stays as it is.
 *
 * @throws Error for an identifier that another customer has.
 */
export async function putRecord(
  rows: WritableRows,
  { customer, person }: ImportRecord,
): Promise<void> {
  if (person !== undefined && (await rows.person(person.id)) === undefined) {
    await rows.putPerson({ id: person.id, image: undefined });
  }
  if (customer === undefined) return;
  const before = await rows.customer(customer.id);
  const identifiers = customer.identifiers ?? before?.identifiers ?? {};
  for (const [name, value] of Object.entries(identifiers)) {
    const owner = await rows.customerByIdentifier(name, value);
    if (owner !== undefined && owner.id !== customer.id) {
      throw new Error(`the ${name} of customer ${customer.id} is that of customer ${owner.id}`);
    }
  }
  await rows.putCustomer({
    id: customer.id,
    identifiers,
    images: before?.images ?? [],
    hasSamples: before?.hasSamples ?? false,
  });
}
