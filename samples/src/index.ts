import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** A language samples are written in. */
export interface Language {
  /** The name of every sample's file in it. */
  file: string;
  /** As a reader knows it. */
  title: string;
  /** How a highlighter knows it. */
  id: string;
  /** Whether the tests execute it; the others are text. */
  isRun: boolean;
}

/** The languages, in the order pages show them. */
export const languages: readonly Language[] = [
  { file: "curl.sh", title: "curl", id: "shell", isRun: true },
  { file: "client.ts", title: "TypeScript client", id: "typescript", isRun: true },
  { file: "fetch.ts", title: "fetch", id: "typescript", isRun: true },
  { file: "httpclient.cs", title: "C# HttpClient", id: "csharp", isRun: false },
  { file: "requests.py", title: "Python requests", id: "python", isRun: false },
];

/** One operation in one language. */
export interface Sample {
  language: Language;
  /** From the root of the repository. */
  path: string;
  text: string;
}

/** The samples of one operation. They all send the same request: that of one exchange. */
export interface SampleSet {
  operationId: string;
  /** The name of the exchange whose request they send. */
  exchange: string;
  samples: Sample[];
}

/** Where every sample looks for the API: the mock's usual address. */
export const sampleAddress = "http://127.0.0.1:4010";

/** Where every sample looks for its files, from the folder it is run in: the root of the repository. */
export const sampleFiles = "spec/fixtures";

const samplesRoot = new URL("../", import.meta.url);

/** The folder of an operation's samples on this disk. */
export function sampleFolder(operationId: string): string {
  return fileURLToPath(new URL(`${operationId}/`, samplesRoot));
}

/**
 * Every operation's samples, by operationId.
 *
 * @param root The folder of the samples; this repository's by default.
 * @throws Error where a language or `sample.json` is missing.
 */
export function loadSamples(root: URL = samplesRoot): Map<string, SampleSet> {
  const folders = readdirSync(root, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && isSample(root, entry.name))
    .map(({ name }) => name)
    .sort();
  return new Map(folders.map((name) => [name, sampleSet(root, name)]));
}

/** Whether a folder holds any file of a sample. */
function isSample(root: URL, folder: string): boolean {
  const files = ["sample.json", ...languages.map(({ file }) => file)];
  return files.some((file) => existsSync(new URL(`${folder}/${file}`, root)));
}

function sampleSet(root: URL, operationId: string): SampleSet {
  const read = (file: string) => {
    const address = new URL(`${operationId}/${file}`, root);
    if (!existsSync(address)) throw new Error(`samples/${operationId}/${file} is missing.`);
    return readFileSync(address, "utf8");
  };
  // The cast: the one property of a file that is written by hand; a wrong name is found by whoever looks it up.
  const { exchange } = JSON.parse(read("sample.json")) as { exchange: string };
  const samples = languages.map((language) => ({
    language,
    path: `samples/${operationId}/${language.file}`,
    text: read(language.file),
  }));
  return { operationId, exchange, samples };
}
