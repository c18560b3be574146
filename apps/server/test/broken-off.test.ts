import { readdirSync, readlinkSync } from "node:fs";
import { connect } from "node:net";
import { eventually } from "@image-apis/testing/eventually";
import { expect, it } from "vitest";
import { checkFolder } from "../src/folder/check.ts";
import { front } from "./support/capillary.ts";
import { useServer } from "./support/server.ts";

const { server, send, admin, inFolder } = useServer();

/** Sends the head of an upload and a part of its body, then goes away. */
function breakOff(bytes: number): Promise<void> {
  const { hostname, port } = new URL(server().url);
  return new Promise((resolve, reject) => {
    const socket = connect({ host: hostname, port: Number(port) }, () => {
      const head = [
        "PUT /api/v1/Person/123/Image HTTP/1.1",
        "Host: localhost",
        `Authorization: ${admin().Authorization}`,
        "Content-Type: image/png",
        "Content-Length: 40000000",
        "\r\n",
      ].join("\r\n");
      socket.write(head);
      socket.write(Buffer.concat([front, Buffer.alloc(bytes)]), () => socket.destroy());
    });
    socket.once("error", reject);
    socket.once("close", () => resolve());
  });
}

/** On Linux, the names of the files that this process still holds open where uploads arrive. */
function openUploads(): string[] {
  if (process.platform !== "linux") return [];
  return readdirSync("/proc/self/fd").flatMap((descriptor) => {
    try {
      const name = readlinkSync(`/proc/self/fd/${descriptor}`);
      return /\/image-apis-server-.*(incoming\/|\(deleted\))/.test(name) ? name : [];
    } catch {
      // The descriptor that listed the others is closed by now.
      return [];
    }
  });
}

it("an upload that breaks off leaves no file, no note and no open descriptor, however far it was", async () => {
  const image = "/api/v1/Person/123/Image";
  const headers = { ...admin(), "Content-Type": "image/png" };
  expect((await send({ method: "PUT", target: image, headers, body: front })).status).toBe(200);
  for (let round = 0; round < 4; round++) {
    await Promise.all([0, 1000, 700_000, 3_000_000, 9_000_000].map(breakOff));
  }

  await eventually(() =>
    inFolder(async (folder) => {
      expect(folder.reader.all("select key from blob where state <> 'live'")).toEqual([]);
      expect(await checkFolder(folder, { bytes: true })).toMatchObject({
        missing: [],
        damaged: [],
        orphaned: [],
      });
    }),
  );
  await eventually(() => expect(openUploads()).toEqual([]));
  const { body } = await send({ target: image, headers: admin() });
  expect(body.equals(front)).toBe(true);
});
