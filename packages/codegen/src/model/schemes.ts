import { type OpenApiDocument, type SecurityScheme, toPointer } from "@image-apis/spec";
import type { OperationModel, SchemeModel, TokenModel } from "./model.ts";
import { camelCase } from "./names.ts";
import { SupportError } from "./support-error.ts";

/**
 * Every security scheme.
 *
 * @throws SupportError For a kind of scheme that no credential can be made for.
 */
export function schemeModels(
  document: OpenApiDocument,
  operations: readonly OperationModel[],
): SchemeModel[] {
  return Object.entries(document.components.securitySchemes ?? {}).map(([name, scheme]) =>
    schemeModel(name, scheme, operations),
  );
}

function schemeModel(
  scheme: string,
  it: SecurityScheme,
  operations: readonly OperationModel[],
): SchemeModel {
  const pointer = toPointer(["components", "securitySchemes", scheme]);
  const rest = {
    scheme,
    secrets: it["x-ms-client-name"],
    username: it["x-fern-basic"]?.username?.name ?? "username",
    password: it["x-fern-basic"]?.password?.name ?? "password",
    cookie: it["x-cookie"],
    token: tokenModel(scheme, it, operations, pointer),
    text: (it.description ?? "").trim(),
  };
  const maker = it["x-ms-client-name"] ?? camelCase(scheme);
  if (it.type === "apiKey") return { ...rest, maker, kind: it.in, name: it.name, prefix: "" };
  if (it.type !== "http") {
    const message = `The security scheme ${scheme} has the type ${(it as { type: string }).type}, which is not supported. Describe it as http or apiKey, as it travels.`;
    throw new SupportError(pointer, message);
  }
  const kind = it.scheme.toLowerCase();
  if (kind === "basic") {
    return { ...rest, maker: "basicAuth", kind: "basic", name: "Authorization", prefix: "Basic " };
  }
  const prefix = kind === "bearer" ? "Bearer " : `${it.scheme} `;
  return { ...rest, maker, kind: "header", name: "Authorization", prefix };
}

function tokenModel(
  scheme: string,
  { "x-token-operation": token }: SecurityScheme,
  operations: readonly OperationModel[],
  pointer: string,
): TokenModel | undefined {
  if (token === undefined) return undefined;
  const operation = operations.find(({ operationId }) => operationId === token.operationId);
  if (operation === undefined) {
    const message = `The security scheme ${scheme} gets its token with ${token.operationId}, which is not an operation.`;
    throw new SupportError(pointer, message);
  }
  const fields = (operation.body?.properties ?? []).map(({ option }) => option);
  return { name: camelCase(scheme), ...token, fields };
}
