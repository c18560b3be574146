/** `npm run mock`, which prints at its end which modules it has loaded. */
import { registerHooks } from "node:module";

const loaded: string[] = [];
registerHooks({
  load(url, context, next) {
    loaded.push(url);
    return next(url, context);
  },
});
process.on("exit", () => console.log(loaded.join("\n")));
await import("../../scripts/mock.ts");
