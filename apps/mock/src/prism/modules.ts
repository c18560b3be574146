import { createRequire, registerHooks } from "node:module";

/*
 * Prism makes texts up in English, but loads the words of 75 languages for it, which is a sixth of a start. While the
 * mock loads Prism, it gets the entry of the same package that has English alone: `faker` is the same object there.
 */

const english = registerHooks({
  resolve: (specifier, context, next) =>
    next(
      specifier === "@faker-js/faker" && context.parentURL?.includes("/@stoplight/prism-http/")
        ? "@faker-js/faker/locale/en"
        : specifier,
      context,
    ),
});

// Not `import`, which would run before the line above; the types are those an `import` would have.
const require = createRequire(import.meta.url);
const core = require("@stoplight/prism-core") as typeof import("@stoplight/prism-core");
const http = require("@stoplight/prism-http") as typeof import("@stoplight/prism-http");
english.deregister();

/** What the mock uses of Prism. */
export const { createLogger } = core;
export const { createInstance, getHttpOperationsFromSpec } = http;
