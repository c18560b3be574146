/** What `scripts/validators.ts` compiles the documents' schemas to, in `dist/validate/compiled.js`. */

/** A validator as Ajv makes it: false leaves what is wrong in `errors`. */
export interface CompiledValidator {
  (body: unknown): boolean;
  errors?: readonly { instancePath: string; message?: string; params: object }[] | null;
}

/** By operation, with its API, and status; `4XX` and `default` as they are. */
export declare const validators: Readonly<
  Record<string, Readonly<Record<string, CompiledValidator>>>
>;
