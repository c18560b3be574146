/** `npm run mock`: the mock, which takes over every change below spec/. */
import { leanProcess } from "../src/command/lean-process.ts";

leanProcess();
await import("./serve-and-watch.ts");
