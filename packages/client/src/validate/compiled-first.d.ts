/** The same as in `compiled.js`, but each validator ends at the first error. */
export { validators } from "./compiled.js";
