import { createHash, randomInt } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import { startChild } from "./child.ts";
import { breakOffUntilGone, type Told, type Upload, uploadUntilGone } from "./clients.ts";
import { type Found, judgeFolder } from "./oracle.ts";

/** What all rounds came to. */
export interface Kills extends Found {
  rounds: number;
  /** Uploads that were answered. */
  answered: number;
}

/** Persons of the documents, and names of rewards files. */
const subjects = [
  "person 123",
  "rewards file a.png",
  "rewards file b.png",
  "rewards file c.png",
] as const;

/**
 * Kills a server in the middle of uploads, some of which break off by themselves, and judges what it leaves, again and
 * again over one folder.
 *
 * @param data an empty folder.
 * @param afterRound is told of every round.
 */
export async function killRounds(
  data: string,
  rounds: number,
  afterRound: (found: Found) => void = () => {},
): Promise<Kills> {
  const all: Told[] = subjects.map((subject) => ({
    subject,
    answered: undefined,
    underWay: new Set(),
    uploads: 0,
  }));
  const total: Kills = { rounds, answered: 0, swept: 0, lost: [], orphaned: [] };
  let password = "";
  for (let round = 0; round < rounds; round++) {
    const server = await startChild(data);
    password = /password {2}(\S+)/.exec(server.printed)?.[1] ?? password;
    const before = all.reduce((sum, { uploads }) => sum + uploads, 0);
    const ended = Promise.all([
      ...all.map((told) => uploadUntilGone(server.url, uploadTo(told.subject, password), told)),
      breakOffUntilGone(server.url, uploadTo(subjects[0], password)),
    ]);
    // Before the first answer as well as after many, and anywhere in what is under way then.
    const wanted = before + randomInt(12);
    await Promise.race([untilAnswered(all, wanted), ended]);
    await setTimeout(randomInt(150));
    await server.kill();
    await ended;
    total.answered += all.reduce((sum, { uploads }) => sum + uploads, 0) - before;
    const found = await judgeFolder(data, all);
    total.swept += found.swept;
    total.lost.push(...found.lost);
    total.orphaned.push(...found.orphaned);
    afterRound(found);
  }
  return total;
}

async function untilAnswered(all: readonly Told[], wanted: number): Promise<void> {
  while (all.reduce((sum, { uploads }) => sum + uploads, 0) < wanted) await setTimeout(3);
}

function uploadTo(subject: string, password: string): Upload {
  const basic = (text: string) => `Basic ${Buffer.from(`admin:${text}`).toString("base64")}`;
  const [kind = "", ...words] = subject.split(" ");
  const name = words.at(-1) ?? "";
  if (kind === "person") {
    return { method: "PUT", path: `/api/v1/Person/${name}/Image`, authorization: basic(password) };
  }
  const md5 = createHash("md5").update(password).digest("hex");
  const path = `/api_gateway/file-service/rewards/${name}`;
  return { method: "POST", path, authorization: basic(md5) };
}
