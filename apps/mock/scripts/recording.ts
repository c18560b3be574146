/** `npm run pictures`: runs a few commands against a mock and draws what a terminal shows, as an animated SVG. */
import { execFile } from "node:child_process";
import { writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { startMock } from "../src/index.ts";

const repository = fileURLToPath(new URL("../../../", import.meta.url));
const file = fileURLToPath(new URL("../pictures/terminal.svg", import.meta.url));

/** What is shown in place of the free port that is really used. */
const shownUrl = "http://127.0.0.1:4010";
const columns = 110;
const lineHeight = 20;
const margin = 16;
const images = "spec/fixtures";

/** What is typed; `$M` is the mock. */
const lines = [
  `curl -su demo:demo -F file=@${images}/under-minimum.png $M/v2/customers/565039505/setImage`,
  `curl -su demo:demo -F file=@${images}/front.png -F file=@${images}/side.png -o /dev/null -w '%{http_code}\\n' $M/v2/customers/565039505/setImage`,
  `curl -su demo:demo -X DELETE "$M/v2/customers/565039505/deleteImage?image_ids=0"`,
  `curl -su demo:demo -X DELETE "$M/v2/customers/565039505/deleteImage?image_ids=1"`,
  `curl -su demo:demo -T ${images}/portrait.jpg -H 'Content-Type: image/jpeg' $M/api/v1/Person/123/Image`,
  `curl -su demo:demo -o /tmp/back.jpg -w '%{http_code} %{content_type} %{size_download} bytes\\n' $M/api/v1/Person/123/Image`,
  `curl -su demo:demo -H 'Prefer: delay=500, fault=429' "$M/v2/customers/565039505?source=INSTORE"`,
];

const mock = await startMock({ port: 0, stateful: true });
const shown: { text: string; kind: "typed" | "printed" | "gap" }[] = [
  { kind: "typed", text: `$ npx @image-apis/mock --stateful &` },
  { kind: "printed", text: `Mock: ${shownUrl}` },
  { kind: "typed", text: `$ M=${shownUrl}` },
];
try {
  for (const line of lines) {
    shown.push({ kind: "gap", text: "" }, ...wrapped(`$ ${line}`, "typed"));
    shown.push(...wrapped(await run(line), "printed"));
  }
} finally {
  await mock.close();
}
writeFileSync(file, drawing());

/** Runs a line as a shell does, so that what is shown can be typed. */
async function run(line: string): Promise<string> {
  const options = { cwd: repository, env: { ...process.env, M: mock.url } };
  const { stdout } = await promisify(execFile)("sh", ["-c", line], options);
  return stdout.trim();
}

/** A line as the terminal breaks it. */
function wrapped(text: string, kind: "typed" | "printed") {
  const pieces = text.match(new RegExp(`.{1,${columns}}`, "g")) ?? [""];
  return pieces.map((piece) => ({ kind, text: piece }));
}

/** Every line appears after those before it; without animation all are there. */
function drawing(): string {
  const height = shown.length * lineHeight + 2 * margin;
  const width = columns * 8.4 + 2 * margin;
  let seconds = 0;
  const texts = shown.map(({ text, kind }, at) => {
    seconds += kind === "typed" ? 0.7 : 0.15;
    const y = margin + (at + 0.75) * lineHeight;
    return `<text class="${kind}" x="${margin}" y="${y}" style="animation-delay:${seconds.toFixed(2)}s">${escaped(text)}</text>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" role="img" aria-label="Uploads, deletes and a fault against the mock">
<style>
rect { fill: #14171b }
text { font: 14px ui-monospace, Menlo, Consolas, monospace; fill: #9fd3a8; white-space: pre; animation: show 0.01s both }
.typed { fill: #e6e9ee }
@keyframes show { from { opacity: 0 } to { opacity: 1 } }
@media (prefers-reduced-motion: reduce) { text { animation: none } }
</style>
<rect width="100%" height="100%" rx="8"/>
${texts.join("\n")}
</svg>
`;
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);
}
