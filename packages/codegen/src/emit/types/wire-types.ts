import type { OpenApiDocument, OperationObject } from "@image-apis/spec";
import openapiTS, { addJSDocComment, astToString, type OpenAPI3 } from "openapi-typescript";
import ts from "typescript";
import { binaryKeyword, markBinaries } from "./binaries.ts";

/** Writes the types of every path, operation and component of a document. Files are `Uploadable` or `Blob`. */
export async function wireTypes(document: OpenApiDocument): Promise<string> {
  const source = markBinaries(document);
  const nodes = await openapiTS(source as unknown as OpenAPI3, {
    silent: true,
    // A default is what the server assumes, so the property stays optional for a client.
    defaultNonNullable: false,
    transform: (schema) => {
      const { type, format, [binaryKeyword]: binary } = schema as Record<string, unknown>;
      if (type === "integer" && format === "int64") return exactInteger();
      // A list of types comes by again, one type at a time, so that a null beside the file is kept.
      if (Array.isArray(type) || typeof binary !== "string") return undefined;
      return ts.factory.createTypeReferenceNode(binary);
    },
  });
  documentOperations(nodes, source);
  return astToString(nodes);
}

/** A number does not hold every int64: what lies beyond 2^53 travels as a bigint, both ways. */
function exactInteger(): ts.TypeNode {
  const { createUnionTypeNode, createKeywordTypeNode } = ts.factory;
  return createUnionTypeNode([
    createKeywordTypeNode(ts.SyntaxKind.NumberKeyword),
    createKeywordTypeNode(ts.SyntaxKind.BigIntKeyword),
  ]);
}

/** Puts an operation's text on the member of `operations` too; openapi-typescript writes it on `paths` only. */
function documentOperations(nodes: ts.Node[], document: OpenApiDocument): void {
  const texts = new Map(
    Object.values(document.paths)
      .flatMap((item) => Object.values(item) as Partial<OperationObject>[])
      .map((operation) => [operation.operationId, operation]),
  );
  for (const node of nodes) {
    if (!ts.isInterfaceDeclaration(node) || node.name.text !== "operations") continue;
    for (const member of node.members as ts.NodeArray<ts.PropertySignature>) {
      addJSDocComment(texts.get((member.name as ts.Identifier).text) ?? {}, member);
    }
  }
}
