import { type CompiledApis, compileApis } from "@image-apis/http-contract";
import { apiNames, loadDocument, loadExchanges } from "@image-apis/spec";

/** Every API of the documents. */
export function documentedApis(): CompiledApis {
  return compileApis(
    apiNames().map((name) => ({
      name,
      document: loadDocument(name),
      exchanges: loadExchanges(name),
    })),
  );
}
