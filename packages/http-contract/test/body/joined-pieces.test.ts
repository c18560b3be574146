import { expect, test } from "vitest";
import { JoinedPieces } from "../../src/index.ts";

test("small pieces become few, in their order among large ones", () => {
  const sizes = [1, 3000, 5, 70_000, 4096, 4095];
  const sent = Array.from({ length: 20_000 }, (_, at) =>
    Buffer.alloc(at < 60 ? (sizes[at % 6] ?? 1) : 1, at % 251),
  );
  const pieces = new JoinedPieces();

  for (const piece of sent) pieces.add(piece);

  expect(pieces.length).toBeLessThan(60);
  expect(pieces.joined().equals(Buffer.concat(sent))).toBe(true);
});

test("what was shifted away does not come again, and what follows it is whole", () => {
  const pieces = new JoinedPieces();
  const taken: Uint8Array[] = [];
  for (let at = 0; at < 1000; at += 1) {
    pieces.add(Buffer.from([at % 251]));
    if (at % 3 === 0) taken.push(pieces.shift() ?? new Uint8Array());
  }
  taken.push(pieces.joined());

  const sent = Array.from({ length: 1000 }, (_, at) => at % 251);
  expect([...Buffer.concat(taken)]).toEqual(sent);
});
