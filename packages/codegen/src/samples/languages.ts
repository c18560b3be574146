import { client } from "./languages/client.ts";
import { csharp } from "./languages/csharp.ts";
import { curl } from "./languages/curl.ts";
import { fetchProgram } from "./languages/fetch.ts";
import { powershell } from "./languages/powershell.ts";
import { python } from "./languages/python.ts";
import type { SampleRequest } from "./request.ts";

/** The name of a language in this project. */
export type LanguageId = "curl" | "powershell" | "client" | "fetch" | "python" | "csharp";

/** A language samples are written in. */
export interface SampleLanguage {
  id: LanguageId;
  /** As a reader knows it. */
  title: string;
  /** How a highlighter knows it. */
  highlighter: string;
  /** How the names of its files end. */
  extension: string;
  /** The program that sends a request; undefined where the language has no words for it. */
  write(request: SampleRequest): string | undefined;
}

/** The languages, in the order pages show them. */
export const sampleLanguages: readonly SampleLanguage[] = [
  { id: "curl", title: "curl", highlighter: "shell", extension: ".sh", write: curl },
  {
    id: "powershell",
    title: "PowerShell",
    highlighter: "powershell",
    extension: ".ps1",
    write: powershell,
  },
  {
    id: "client",
    title: "TypeScript client",
    highlighter: "typescript",
    extension: ".client.ts",
    write: client,
  },
  {
    id: "fetch",
    title: "fetch",
    highlighter: "typescript",
    extension: ".fetch.ts",
    write: fetchProgram,
  },
  {
    id: "python",
    title: "Python requests",
    highlighter: "python",
    extension: ".py",
    write: python,
  },
  {
    id: "csharp",
    title: "C# HttpClient",
    highlighter: "csharp",
    extension: ".cs",
    write: csharp,
  },
];
