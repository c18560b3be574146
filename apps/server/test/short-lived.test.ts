import { expect, it } from "vitest";
import { capillaryCalls, front } from "./support/capillary.ts";
import { useServer } from "./support/server.ts";

const used = useServer({ addressSeconds: 0, tokenSeconds: 0 });
const { putFile } = capillaryCalls(used);

it("an address ends with its time", async () => {
  const { json } = await putFile("a.png", "image/png", front);
  const { pathname, search } = new URL(json().secureFilePath);
  expect((await used.send({ target: pathname + search })).status).toBe(403);
});
