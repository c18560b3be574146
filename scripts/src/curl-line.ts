import {
  demoCredentials,
  type Exchange,
  isFilePart,
  type OpenApiDocument,
  type Operation,
  securityScheme,
  wireRequest,
} from "@image-apis/spec";

/** A curl command, on one line and for any shell, that sends an exchange's form to a server. */
export function curlLine(
  server: string,
  document: OpenApiDocument,
  operation: Operation,
  exchange: Exchange,
): string {
  const { target } = wireRequest(document, operation, exchange);
  const headers = exchange.request.security.flatMap((name) =>
    Object.entries(demoCredentials(securityScheme(document, name))),
  );
  const body = exchange.request.body;
  const parts = body !== undefined && "parts" in body ? body.parts : [];
  return [
    "curl",
    ...headers.map(([name, value]) => `-H "${name}: ${value}"`),
    ...parts.map((part) =>
      isFilePart(part)
        ? `-F "${part.name}=@spec/fixtures/${part.fixture}"`
        : `-F "${part.name}=${part.value}"`,
    ),
    `"${server}${target}"`,
  ].join(" ");
}
