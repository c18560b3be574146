declare module "@joplin/turndown-plugin-gfm" {
  import type TurndownService from "turndown";
  /** Tables and the other additions of GitHub to Markdown. */
  export const gfm: TurndownService.Plugin;
}
