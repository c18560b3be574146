export type { Weather } from "./faults/disturbance.ts";
export type { BrokenConnection, Fault } from "./faults/fault.ts";
export type { Latency } from "./faults/latency.ts";
export { PortTakenError } from "./port-taken-error.ts";
export type { Api } from "./served-operation.ts";
export type { Mock, MockOptions } from "./start-mock.ts";
export { startMock } from "./start-mock.ts";
