import { bodyLimits, type Operation, resolve, type Schema, serverUrl } from "@image-apis/spec";
import { addresses, link } from "../addresses.ts";
import type { Api } from "../api.ts";
import { codeList, type Html, html, joined, scrolling } from "../html.ts";
import type { Site } from "../site.ts";
import { limitPhrases } from "./limits.ts";
import { isBinary, typeName } from "./schema-words.ts";

/** The operations of one tag: what a reader thinks of as one service. */
interface Service {
  api: Api;
  name: string;
  operations: Operation[];
}

const rows: readonly [title: string, cell: (service: Service) => Html][] = [
  ["Part of", ({ api }) => html`${api.document.info.title}`],
  ["Operations", operationLinks],
  ["Host", hosts],
  ["Authentication", authentication],
  ["Request body", bodies],
  ["Limits", limits],
  ["Addressed by", addressing],
  ["Answer", answers],
];

/** What the services have in common and what not, read from the documents. */
export function comparison(site: Site): Html {
  const services = site.apis.flatMap(servicesOf);
  return scrolling(
    "The services compared",
    html`<table class="comparison">
<thead><tr><td></td>${services.map(({ name }) => html`<th scope="col">${name}</th>`)}</tr></thead>
<tbody>
${rows.map(
  ([title, cell]) =>
    html`<tr><th scope="row">${title}</th>${services.map((service) => html`<td>${cell(service)}</td>`)}</tr> `,
)}</tbody>
</table>`,
  );
}

function servicesOf(api: Api): Service[] {
  return api.document.tags.map(({ name }) => ({
    api,
    name,
    operations: api.operations.filter(({ tags }) => tags.includes(name)),
  }));
}

function operationLinks({ operations }: Service): Html {
  return lines(
    operations.map(
      ({ operationId, method }) =>
        html`${method.toUpperCase()} <a href="${link("", addresses.operation(operationId))}">${operationId}</a>`,
    ),
  );
}

function hosts({ operations }: Service): Html {
  return lines(
    operations.flatMap(({ servers: [server] }) =>
      server === undefined ? [] : [html`<code>${new URL(serverUrl(server)).host}</code>`],
    ),
  );
}

function authentication({ operations }: Service): Html {
  return lines(
    operations.flatMap(({ security }) =>
      security.length === 0
        ? [html`none`]
        : security.map((schemes) => html`${Object.keys(schemes).join(" with ")}`),
    ),
  );
}

function bodies({ operations }: Service): Html {
  return lines(
    operations.map(({ requestBody }) => codeList(Object.keys(requestBody?.content ?? {}))),
  );
}

function limits({ api, operations }: Service): Html {
  const media = operations.flatMap(({ requestBody }) => Object.values(requestBody?.content ?? {}));
  const found = media.flatMap((it) => Object.values(bodyLimits(api.document, it)));
  if (media.length > 0 && found.length === 0) return html`none published`;
  return lines(found.flatMap(limitPhrases).map((phrase) => html`${phrase}`));
}

/** What a caller must know to reach the thing: path and required query parameters. */
function addressing({ operations }: Service): Html {
  const places = { path: "in the path", query: "in the query" };
  return lines(
    Object.entries(places).flatMap(([place, words]) => {
      const names = operations.flatMap(({ parameters }) =>
        parameters.filter((it) => it.in === place && it.required).map(({ name }) => name),
      );
      return names.length === 0 ? [] : [html`${words}: ${codeList([...new Set(names)])}`];
    }),
  );
}

/** The shape of the successful answers. */
function answers({ api, operations }: Service): Html {
  return lines(
    operations.flatMap(({ responses }) =>
      Object.entries(responses)
        .filter(([status]) => status.startsWith("2"))
        .map(([status, { content }]) => {
          const [media] = Object.values(content ?? {});
          if (media?.schema === undefined) return html`${status}, no body`;
          const schema = resolve<Schema>(api.document, media.schema);
          if (isBinary(schema)) return html`the bytes of the image`;
          const names = Object.keys(schema.properties ?? {});
          return names.length === 0 ? html`a bare ${typeName(api.document, schema)}` : shape(names);
        }),
    ),
  );
}

function shape(names: readonly string[]): Html {
  const shown = names.slice(0, 4);
  return html`<code>{ ${shown.join(", ")}${names.length > shown.length && ", …"} }</code>`;
}

/** One below the other, each once; a dash where there is none. */
function lines(pieces: readonly Html[]): Html {
  const known = new Map(pieces.map((piece) => [JSON.stringify(piece), piece]));
  const shown = [...known.values()].filter(({ length }) => length > 0);
  return shown.length === 0 ? html`–` : joined(shown, html`<br />`);
}
