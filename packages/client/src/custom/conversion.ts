/** A wire value, the value a program wants in its place, and the way there and back. */
export interface Conversion<Wire, Value> {
  /** @param at Where the value stands in the body, for the message of an error. */
  read(wire: Wire, at: string): Value;
  write(value: Value, at: string): Wire;
}

/** A wire type with other types for some of its fields. Documentation and optional fields stay as they are. */
export type With<Wire, Changes> = {
  [Name in keyof Wire]: Name extends keyof Changes ? Changes[Name] : Wire[Name];
};

/** Conversions by the name of the field they are for. */
type ConversionsFor<Wire, Values> = {
  [Name in keyof Values]: Conversion<
    Name extends keyof Wire ? NonNullable<Wire[Name]> : never,
    Values[Name]
  >;
};

/** Converts some fields of an object; every other one, documented or not, passes through. */
export function fieldsOf<Wire extends object>() {
  return <Values extends object>(
    conversions: ConversionsFor<Wire, Values>,
  ): Conversion<Wire, With<Wire, Values>> => {
    const entries = Object.entries<Conversion<never, never>>(conversions as never);
    const convert = (way: "read" | "write", from: object, at: string) => {
      if (from === null || typeof from !== "object") {
        throw new TypeError(`${at || "The body"}: an object was expected, not ${from}.`);
      }
      const to: Record<string, unknown> = { ...from };
      for (const [name, conversion] of entries) {
        if (to[name] === undefined) continue;
        to[name] = conversion[way](to[name] as never, at === "" ? name : `${at}.${name}`);
      }
      return to;
    };
    // The casts: TypeScript cannot follow a change of some fields by name.
    return {
      read: (wire, at) => convert("read", wire, at) as With<Wire, Values>,
      write: (value, at) => convert("write", value, at) as Wire,
    };
  };
}

/** Converts every item of a list. */
export function list<Wire, Value>(item: Conversion<Wire, Value>): Conversion<Wire[], Value[]> {
  return {
    read: (wire, at) => asList(wire, at).map((one, index) => item.read(one, `${at}[${index}]`)),
    write: (value, at) => asList(value, at).map((one, index) => item.write(one, `${at}[${index}]`)),
  };
}

function asList<Item>(value: Item[], at: string): Item[] {
  if (Array.isArray(value)) return value;
  throw new TypeError(`${at}: a list was expected, not ${value}.`);
}

/** Checks that a value that should be a date is one. */
export function asDate(value: Date, at: string): Date {
  if (!(value instanceof Date)) throw new TypeError(`${at}: a Date was expected, not ${value}.`);
  if (Number.isNaN(value.getTime())) throw new TypeError(`${at}: the date is invalid.`);
  return value;
}

/** Checks that a value that should be a text is one. */
export function asText(value: string, at: string): string {
  if (typeof value === "string") return value;
  throw new TypeError(`${at}: a text was expected, not ${value}.`);
}
