import type { Server } from "@image-apis/spec";
import type { Path } from "../edit.ts";
import type { Operator } from "../mutation.ts";
import { entriesAt, type Place } from "../places.ts";
import type { Subject } from "../subject.ts";

const address: Operator = {
  name: "server.address",
  does: "Changes the protocol of a server, and the rest of its address.",
  find: ({ document }) =>
    servers(document).flatMap(({ at: holder, node: { url } }) => {
      const at: Path = [...holder, "url"];
      const urls = [url.replace("https:", "http:"), `${url}/v1`, url.replace(/\{\w+\}/, "other")];
      return urls.map((next) => ({
        at,
        detail: next,
        sentence: `The server ${url} is ${next}.`,
        edits: [{ at, set: next }],
      }));
    }),
};

const variable: Operator = {
  name: "server.default",
  does: "Changes the default of a variable in a server's address.",
  find: ({ document }) =>
    servers(document).flatMap(({ at: holder, node: { variables } }) =>
      entriesAt([...holder, "variables"], variables).map(([name, { at, node }]) => ({
        at: [...at, "default"],
        sentence: `${name} of a server is "${node.default}s" instead of "${node.default}".`,
        edits: [{ at: [...at, "default"], set: `${node.default}s` }],
      })),
    ),
};

const noServer: Operator = {
  name: "server.remove",
  does: "Deletes a server; an operation that has its own then uses the document's.",
  find: ({ document }) =>
    servers(document).map(({ at, node: { url } }) => ({
      at,
      sentence: `The server ${url} is gone.`,
      edits: [{ at, remove: true }],
    })),
};

const moreServers: Operator = {
  name: "server.add",
  does: "Adds a server that nobody documents.",
  find: ({ document }) => {
    const at: Path = ["document", "servers", document.servers.length];
    const server: Server = { url: "https://other.example", description: "Another one." };
    return [{ at, sentence: "There is one more server.", edits: [{ at, set: server }] }];
  },
};

function servers(document: Subject["document"]): Place<Server>[] {
  const own = entriesAt(["document", "paths"], document.paths).flatMap(([, { at, node }]) =>
    (node.servers ?? []).map((server, index) => ({
      at: [...at, "servers", index] as Path,
      node: server,
    })),
  );
  const all = document.servers.map((node, index) => ({
    at: ["document", "servers", index] as Path,
    node,
  }));
  return [...all, ...own];
}

/** What becomes of servers. */
export const serverOperators: Operator[] = [address, variable, noServer, moreServers];
