import { loadModel } from "@image-apis/codegen";
import { apiNames, type Schema, type Varies } from "@image-apis/spec";
import type { Rule, Rules, RulesByKind } from "./rules.ts";

/** What an API's overlay says about values that vary. */
interface Marks {
  /** By name of a property, without regard to case and `_`. */
  kinds: ReadonlyMap<string, Varies>;
  /** The zone of times without one. */
  zone: string;
}

const known = new Map<string, Marks>();

function marksOf(api: string): Marks {
  const marks = known.get(api) ?? readMarks(api);
  known.set(api, marks);
  return marks;
}

function readMarks(api: string): Marks {
  const kinds = new Map<string, Varies>();
  if (!apiNames().includes(api)) return { kinds, zone: "Z" };
  const { document } = loadModel(api);
  const walk = (name: string, schema: Schema): void => {
    const { "x-varies": kind, properties = {} } = schema;
    if (kind !== undefined) kinds.set(plain(name), kind);
    for (const [key, property] of Object.entries(properties)) walk(key, property as Schema);
  };
  for (const schema of Object.values(document.components.schemas ?? {})) walk("", schema);
  return { kinds, zone: document.info["x-time-zone"] ?? "Z" };
}

/** The rules of an API by name of a property; what no mark names is compared by value. */
export function rulesOf(api: string, byKind: RulesByKind): Rules {
  const rules = [...marksOf(api).kinds].flatMap(([name, kind]): [string, Rule][] => {
    const rule = byKind[kind];
    return rule === undefined ? [] : [[name, rule]];
  });
  return Object.fromEntries(rules);
}

/** The zone of an API's times that are written without one. */
export function zoneOf(api: string): string {
  return marksOf(api).zone;
}

function plain(key: string): string {
  return key.replaceAll("_", "").toLowerCase();
}
