/** How the texts of the site are sent; without a charset a browser guesses one. */
const mediaTypes: Readonly<Record<string, string>> = {
  html: "text/html;charset=utf-8",
  md: "text/markdown;charset=utf-8",
  txt: "text/plain;charset=utf-8",
  yaml: "application/yaml;charset=utf-8",
  json: "application/json",
};

/** The media type of a text of the site; nothing for every other file. */
export function mediaTypeOf(path: string): string | undefined {
  return mediaTypes[path.slice(path.lastIndexOf(".") + 1)];
}
