// The peer as its documentation sets it up.
import starlight from "@astrojs/starlight";
import { defineConfig } from "astro/config";
import starlightOpenAPI, { openAPISidebarGroups } from "starlight-openapi";

export default defineConfig({
  srcDir: "./starlight/src",
  // Its binding is found beside it only.
  vite: { ssr: { external: ["satteri"] } },
  integrations: [
    starlight({
      title: "Image APIs",
      plugins: [starlightOpenAPI([{ base: "api", schema: "./generated/openapi.json" }])],
      sidebar: openAPISidebarGroups,
    }),
  ],
});
