/** What a server needs to read requests from the wire; forms are read by busboy, which the server installs. */
export { readJson } from "./body/json-body.ts";
export { type BodySource, type Reading, readBody } from "./body/read-body.ts";
export {
  type ContractListenerOptions,
  contractListener,
  readToEnd,
} from "./call/contract-listener.ts";
export { Connections, type OpenExchange } from "./listening/connections.ts";
export { corsHeaders, isPreflight, preflightHeaders } from "./listening/cors.ts";
export { type Listening, type ListenOptions, listen } from "./listening/listen.ts";
export { PortTakenError } from "./listening/port-taken-error.ts";
export { rawAnswer } from "./listening/raw-answer.ts";
export { sendRefusal } from "./listening/refused-request.ts";
export { answerToBug, sendAnswer } from "./listening/send-answer.ts";
