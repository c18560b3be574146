import { fileURLToPath } from "node:url";
import { bundleApis } from "../build/bundle.ts";

const repository = fileURLToPath(new URL("../../", import.meta.url));
await bundleApis(repository, `${repository}spec/dist`);
