import { hashedAsset } from "../assets.ts";
import type { SiteFile } from "../site-file.ts";
import { shippedScript } from "./build-docs.ts";
import { applyPatches } from "./patch.ts";
import { type RedocScript, redocScript } from "./script.ts";

/** What the reference pages load beside the files all pages share. */
export interface RedocAssets {
  script: RedocScript;
  /** Starts Redoc with the page's document. */
  boot: SiteFile;
  /** Our styles over Redoc's. */
  stylesheet: SiteFile;
}

export function redocAssets(): RedocAssets {
  const script = redocScript(shippedScript());
  const name = script.file.path.slice(script.file.path.lastIndexOf("/") + 1);
  const boot = hashedAsset("redoc-boot.js", (text) =>
    applyPatches("assets/redoc-boot.js", text, [
      {
        purpose: "import the script by its hashed name",
        find: "./redoc.js",
        replace: `./${name}`,
      },
    ]),
  );
  return { script, boot, stylesheet: hashedAsset("redoc.css") };
}
