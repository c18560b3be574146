export { clientData } from "./emit/client/client-data.ts";
export { validatorCode } from "./emit/validators.ts";
export { type GeneratedFolder, openGenerator } from "./files/generated.ts";
export { staleFiles, writeFolder } from "./files/write.ts";
