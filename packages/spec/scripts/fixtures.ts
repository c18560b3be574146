/** Draws the committed fixtures again and writes their list. Run by hand: `pnpm --filter @image-apis/spec fixtures`. */
import { writeFileSync } from "node:fs";
import sharp, { type Sharp } from "sharp";
import { padPng } from "../src/fixtures.ts";

const folder = new URL("../../../spec/fixtures/", import.meta.url);
const kilobyte = 1024;
const megabyte = 1024 * kilobyte;

/** A picture with enough detail that no format squeezes it below the 10 KB minimum. */
function picture(seed: number): Sharp {
  const width = 128;
  const height = 128;
  const pixels = Buffer.alloc(width * height * 3);
  let state = seed;
  for (let i = 0; i < pixels.length; i++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    pixels[i] = (i * seed + (state >>> 25)) & 0xff;
  }
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

const small = await sharp({
  create: { width: 8, height: 8, channels: 3, background: "#3366cc" },
})
  .png()
  .toBuffer();

const files: Record<string, { mediaType: string; data: Buffer | Uint8Array }> = {
  "front.png": { mediaType: "image/png", data: await picture(7).png().toBuffer() },
  "side.png": { mediaType: "image/png", data: await picture(11).png().toBuffer() },
  "portrait.jpg": {
    mediaType: "image/jpeg",
    data: await picture(13).jpeg({ quality: 95 }).toBuffer(),
  },
  "portrait.gif": { mediaType: "image/gif", data: await picture(17).gif().toBuffer() },
  "portrait.tiff": {
    mediaType: "image/tiff",
    data: await picture(19).tiff({ compression: "lzw" }).toBuffer(),
  },
  "portrait.webp": {
    mediaType: "image/webp",
    data: await picture(23).webp({ quality: 95 }).toBuffer(),
  },
  "tiny.png": { mediaType: "image/png", data: small },
  "at-minimum.png": { mediaType: "image/png", data: padPng(small, 10 * kilobyte) },
  "under-minimum.png": { mediaType: "image/png", data: padPng(small, 10 * kilobyte - 1) },
  "text.png": {
    mediaType: "image/png",
    data: Buffer.from("This is text, whatever its name says.\n".repeat(320)),
  },
};

const list: Record<string, object> = {};
for (const [name, { mediaType, data }] of Object.entries(files)) {
  writeFileSync(new URL(name, folder), data);
  list[name] = { mediaType, bytes: data.length };
}
list["at-maximum.png"] = { mediaType: "image/png", bytes: 49 * megabyte, paddedFrom: "tiny.png" };
list["over-maximum.png"] = {
  mediaType: "image/png",
  bytes: 49 * megabyte + 1,
  paddedFrom: "tiny.png",
};
writeFileSync(new URL("fixtures.json", folder), `${JSON.stringify(list, null, 2)}\n`);
