import type { HttpMethod } from "@image-apis/spec";
import type { ContractOperation } from "./contract-operation.ts";

/** The path a request matched, in every document that describes it. */
export interface RouteMatch {
  /** The operation of a method and the values of its path parameters, where the method is documented. */
  find(
    method: HttpMethod,
  ): { operation: ContractOperation; path: Record<string, string> } | undefined;
  /** The documented methods, in upper case. */
  methods: string[];
}

interface Route {
  /** A literal segment, or the name of a parameter in braces. */
  segments: string[];
  methods: Map<HttpMethod, ContractOperation>;
}

/** Every documented path of every API, compiled once. */
export class RouteTable {
  readonly #routes: Route[];

  /** @throws Error where two documents describe the same method and path. */
  constructor(operations: readonly ContractOperation[]) {
    const routes = new Map<string, Route>();
    for (const served of operations) {
      const { path, method } = served.operation;
      const shape = path.replace(/\{\w+\}/g, "{}");
      const route = routes.get(shape) ?? { segments: path.split("/").slice(1), methods: new Map() };
      const other = route.methods.get(method);
      if (other !== undefined) {
        throw new Error(
          `${other.api} and ${served.api} both describe ${method.toUpperCase()} ${path}; one port cannot serve both.`,
        );
      }
      route.methods.set(method, served);
      routes.set(shape, route);
    }
    // A literal segment is matched before a parameter, from left to right.
    this.#routes = [...routes.values()].sort((a, b) => order(a).localeCompare(order(b)));
  }

  /** Finds the path of a request by its decoded segments; `undefined` where no document describes it. */
  match(segments: readonly string[]): RouteMatch | undefined {
    const routes = this.#routes.filter((route) => matches(route, segments));
    if (routes.length === 0) return undefined;
    return {
      find(method) {
        for (const route of routes) {
          const operation = route.methods.get(method);
          if (operation !== undefined) return { operation, path: pathValues(operation, segments) };
        }
        return undefined;
      },
      methods: routes.flatMap((route) => [...route.methods.keys()].map((it) => it.toUpperCase())),
    };
  }
}

function order(route: Route): string {
  return route.segments.map((segment) => (isParameter(segment) ? "1" : "0")).join("");
}

function matches(route: Route, segments: readonly string[]): boolean {
  return (
    route.segments.length === segments.length &&
    route.segments.every((expected, at) =>
      isParameter(expected) ? segments[at] !== "" : expected === segments[at],
    )
  );
}

function pathValues(
  served: ContractOperation,
  segments: readonly string[],
): Record<string, string> {
  const names = served.operation.path.split("/").slice(1);
  return Object.fromEntries(
    names.flatMap((name, at) =>
      isParameter(name) ? [[name.slice(1, -1), segments[at] ?? ""]] : [],
    ),
  );
}

function isParameter(segment: string): boolean {
  return segment.startsWith("{");
}
