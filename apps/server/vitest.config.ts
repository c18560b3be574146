// @boundaries-ignore Every package is tested by the same settings, which stand at the root.
import base from "../../vitest.base.ts";

export default base;
