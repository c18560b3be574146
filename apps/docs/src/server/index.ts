export { PortTakenError } from "./port-taken-error.ts";
export type { DocsServer, ServeOptions } from "./serve.ts";
export { serveDocs } from "./serve.ts";
export { siteFolder } from "./site-folder.ts";
