import { expect, it } from "vitest";
import { listen, PortTakenError } from "../../src/server.ts";

it("a port that is taken is an error of its own, which names no setting of the program around it", async () => {
  const first = await listen((_, response) => response.end(), { port: 0 });
  const port = Number(new URL(first.url).port);
  const second = listen((_, response) => response.end(), { port });

  await expect(second).rejects.toBeInstanceOf(PortTakenError);
  await expect(second).rejects.toMatchObject({
    port,
    message: `Port ${port} is taken. Give the number of a free one, or 0 for any.`,
  });
  await first.close();
});
