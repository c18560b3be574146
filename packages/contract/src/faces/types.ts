import { type Contract, operationFinder } from "@image-apis/conformance";
import { operations } from "@image-apis/spec";
import { cellOf } from "../cell.ts";
import type { Face } from "../face.ts";
import { constantDifferences } from "../types/constant-differences.ts";
import { type ExchangeFile, exchangeFile } from "../types/exchange-file.ts";
import { compile } from "../types/program.ts";
import { statementDifferences } from "../types/statement-differences.ts";
import { statements } from "../types/statements.ts";

/** The generated types to judge. */
export interface TypesSource {
  /** What the types of an API are imported from: a package entry, or an absolute path. */
  entry(api: string): string;
  /** Texts that stand in for files of the disk, by absolute path with `/`. */
  files: ReadonlyMap<string, string>;
}

/** The types as they are installed. */
export const installedTypes: TypesSource = {
  entry: (api) => `@image-apis/types/${api}`,
  files: new Map(),
};

/**
 * The generated types: one program holds every request and every response against them with `satisfies`, and their
 * constants say what the document says.
 */
export function typesFace(source: TypesSource = installedTypes): Face {
  return {
    name: "types",
    open(contract) {
      const operationOf = operationFinder(contract);
      const files = exchangeFiles(contract, source.entry(contract.api));
      const texts = new Map([...files].map(([id, { text }]) => [id, text]));
      const { program, fileOf } = compile(texts, source.files);
      return {
        check(exchange) {
          const operation = operationOf(exchange);
          const file = files.get(exchange.id);
          if (file === undefined) throw new Error(`${exchange.id} is not in the program.`);
          const compiled = fileOf(exchange.id);
          return cellOf([
            ...statementDifferences(program, compiled, file),
            ...constantDifferences(
              contract.document,
              operation,
              program.getTypeChecker(),
              compiled,
            ),
          ]);
        },
      };
    },
  };
}

/** The file of every exchange whose operation exists; `check` tells of the others. */
function exchangeFiles(contract: Contract, entry: string): Map<string, ExchangeFile> {
  const { document, exchanges } = contract;
  const byId = new Map(operations(document).map((it) => [it.operationId, it]));
  const files = new Map<string, ExchangeFile>();
  for (const exchange of exchanges) {
    const operation = byId.get(exchange.operationId);
    if (operation === undefined) continue;
    files.set(
      exchange.id,
      exchangeFile(entry, operation, statements(document, operation, exchange)),
    );
  }
  return files;
}
