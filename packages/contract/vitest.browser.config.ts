export { default } from "../../vitest.browser.base.ts";
