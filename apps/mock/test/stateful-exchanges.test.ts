import {
  apiNames,
  type Exchange,
  fixture,
  fixturesOf,
  type Json,
  loadExchanges,
} from "@image-apis/spec";
import { describe, expect, test } from "vitest";
import { bodyValue, documentedValue, requestOf, stepsBefore } from "./support/exchanges.ts";
import { useMock } from "./support/mock.ts";
import { control } from "./support/send.ts";

const mock = useMock({ stateful: true });

describe.each(apiNames())("every documented exchange of %s holds with a state", (api) => {
  test.each(loadExchanges(api).map((exchange) => [exchange.id, exchange]))(
    "%s",
    async (_, exchange) => {
      await mock.send({ method: "POST", target: "/__mock/reset", headers: control });
      for (const step of stepsBefore(exchange)) {
        const before = await mock.send(await requestOf(step));
        expect(before.status, step.id).toBe(step.response.status);
      }

      const received = await mock.send(await requestOf(exchange));

      const { status, mediaType, example, fixture: image } = exchange.response;
      expect(received.status).toBe(status);
      expect(received.mediaType).toBe(mediaType);
      if (image !== undefined) expect(received.body.equals(fixture(image).bytes)).toBe(true);
      else if (example === undefined) expect(received.body).toHaveLength(0);
      else {
        const differences = compare(
          bodyValue(received.body, mediaType),
          documentedValue(exchange),
          rulesOf(exchange),
        );
        expect(differences).toEqual([]);
      }
    },
  );
});

type Rule = (value: Json, owner: Record<string, Json>) => boolean;

const isUuid: Rule = (value) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(String(value));
const isVersion: Rule = (value) => Number.isInteger(value) && (value === -1 || Number(value) >= 1);
/** Within a minute, in the vendor's zone; or the documented sample's own time. */
const isVendorTime: Rule = (value) =>
  isRecent(`${String(value).replace(" ", "T")}+05:30`) || value === "2025-04-21 03:01:43";
const isTime: Rule = (value) => isRecent(String(value)) || value === "2025-04-21T03:01:43Z";
const isToken: Rule = (value) => /^\w+\/\d+\/[\w/-]+(\.\w+)?$/.test(String(value));
const isSigned: Rule = (value) => /^(https|s3):\/\/\S+$/.test(String(value));

/** What is not compared by value, by property: each has a rule of its own. */
const properties: Record<string, Rule> = {
  fileHandle: isUuid,
  file_handle: isUuid,
  lastModified: isVendorTime,
  last_modified: isVendorTime,
  latestVersion: (value, owner) => isVersion(value, owner) && value === owner.version,
  latest_version: (value, owner) => isVersion(value, owner) && value === owner.version,
  version: isVersion,
  s3Token: isToken,
  s3_token: isToken,
  s3_url: (value, { s3_token }) => isSigned(value, {}) && String(value).includes(String(s3_token)),
  filePath: isSigned,
  secureFilePath: isSigned,
  CreatedDate: isTime,
  UpdatedDate: isTime,
  BlobId: (value) => Number.isInteger(value) && Number(value) >= 1,
};

/** The rules that depend on what the exchange sent or found. */
function rulesOf(exchange: Exchange): Record<string, Rule> {
  const sizes = sizesOf(exchange);
  const isSize: Rule = (value) => sizes.includes(Number(value));
  return {
    ...properties,
    fileSize: isSize,
    BlobSize: isSize,
    OriginalSize: isSize,
    // Customer images are named by their index, other files by the path.
    name: (value) =>
      exchange.operationId === "uploadRewardsFile"
        ? value === exchange.request.path.fileName
        : /^100737\/565039505\/[0-4]$/.test(String(value)),
  };
}

/** The sizes of everything that was uploaded, of the samples, and of an image that was there from the start. */
function sizesOf(exchange: Exchange): number[] {
  const bodies = [...stepsBefore(exchange), exchange].map(({ request }) => request.body);
  const names = bodies.flatMap(fixturesOf);
  const isUpload = exchange.request.body !== undefined;
  const uploaded = names.map((name) => fixture(name).bytes.length);
  if (uploaded.length > 0) return uploaded;
  return isUpload ? [] : [0, 18_039, fixture("front.png").bytes.length];
}

/** Where a received value is not the documented one, and no rule lets it be another. */
function compare(value: Json, documented: Json, rules: Record<string, Rule>, at = ""): string[] {
  if (Array.isArray(documented)) {
    if (!Array.isArray(value)) return [`${at} is not a list`];
    // The vendor prints one item for two files, so every item is held against the one printed.
    const [item] = documented;
    if (item === undefined) return value.length === 0 ? [] : [`${at} is not empty`];
    if (value.length === 0) return [`${at} is empty`];
    return value.flatMap((it, index) => compare(it, item, rules, `${at}/${index}`));
  }
  if (documented !== null && typeof documented === "object") {
    if (value === null || typeof value !== "object" || Array.isArray(value))
      return [`${at} is not an object`];
    const names = new Set([...Object.keys(value), ...Object.keys(documented)]);
    return [...names].flatMap((name) => {
      const mine = value[name];
      const theirs = documented[name];
      if (mine === undefined || theirs === undefined) return [`${at}/${name} is only on one side`];
      const rule = rules[name];
      if (rule === undefined || typeof theirs === "object") {
        return compare(mine, theirs, rules, `${at}/${name}`);
      }
      return rule(mine, value) ? [] : [`${at}/${name} is ${mine}, which breaks its rule`];
    });
  }
  // A bare number is the id of a blob.
  if (at === "" && typeof documented === "number") {
    return Number.isInteger(value) && Number(value) >= documented ? [] : [`the id is ${value}`];
  }
  return value === documented ? [] : [`${at} is ${value}, documented as ${documented}`];
}

function isRecent(time: string): boolean {
  return Math.abs(Date.now() - Date.parse(time)) < 60_000;
}
