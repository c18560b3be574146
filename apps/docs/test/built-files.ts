import { readdirSync } from "node:fs";
import { siteFolder } from "../src/server/site-folder.ts";

/**
 * Every file and folder that the build writes, from the root of the site and with `/`. A release puts its proof beside
 * them, which is a page of the contract and looked at there.
 */
export const builtFiles = readdirSync(siteFolder(), { recursive: true, encoding: "utf8" })
  .map((name) => name.replaceAll("\\", "/"))
  .filter((name) => name.split("/")[0] !== "proof");
