/**
 * Compares this site with Redoc as it comes and with other ways to show the same document: weight, time until a reader
 * can use the page, what axe finds, and requests to other hosts. Prints a Markdown table. On a busy machine only the
 * ratios mean something. A number as argument is the count of rounds.
 */
import { launchBrowser } from "@image-apis/testing/browser";
import { median } from "../median.ts";
import { buildPeers, ours, oursInRedoc, peers, redoc } from "./peers.ts";
import { serveFolder } from "./server.ts";
import { axeFindings, firstVisit, repeatedBytes, type VisitCost } from "./visits.ts";

const rounds = Number(process.argv[2] ?? 5);
const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

buildPeers();
const browser = await launchBrowser();
const hosts = await Promise.all(peers.map(({ folder }) => serveFolder(folder)));
const urlOf = (index: number) => hosts[index]?.url ?? "";

const visits = peers.map((): VisitCost[] => []);
for (let round = 0; round < rounds; round++) {
  for (const [index, peer] of peers.entries()) {
    visits[index]?.push(await firstVisit(browser, urlOf(index), peer));
  }
}
const of = (index: number, measure: (visit: VisitCost) => number) =>
  median((visits[index] ?? []).map(measure));
const base = of(peers.indexOf(redoc), ({ ready }) => ready);

console.log(
  "| page | first visit, KB gzip | of it scripts | first paint | ready, of Redoc's | axe, four views | other hosts asked |",
);
console.log("|---|--:|--:|--:|--:|--:|---|");
for (const [index, peer] of peers.entries()) {
  const foreign = new Set((visits[index] ?? []).flatMap((visit) => [...visit.foreign]));
  const cells = [
    peer.name,
    kilobytes(of(index, ({ bytes }) => bytes)),
    kilobytes(of(index, ({ scriptBytes }) => scriptBytes)),
    (of(index, ({ paint }) => paint) / base).toFixed(2),
    (of(index, ({ ready }) => ready) / base).toFixed(2),
    await axeFindings(browser, urlOf(index), peer),
    foreign.size === 0 ? "none" : [...foreign].sort().join(", "),
  ];
  console.log(`| ${cells.join(" | ")} |`);
}

for (const peer of [ours, oursInRedoc]) {
  const bytes = await repeatedBytes(browser, urlOf(peers.indexOf(peer)), peer);
  console.log(`\n${peer.name}, a repeated visit: ${kilobytes(bytes)} KB`);
}
await browser.close();
await Promise.all(hosts.map((host) => host.close()));
