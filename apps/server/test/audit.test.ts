import { expect, it } from "vitest";
import { capillaryCalls, front } from "./support/capillary.ts";
import { basic, useServer } from "./support/server.ts";

const used = useServer();
const { send, server, inFolder } = used;
const { addImages, deleteImages } = capillaryCalls(used);

const audit = () =>
  inFolder(({ reader }) =>
    reader.all("select principal, action, subject, request_id from audit order by id"),
  );

it("every change is written down with who made it, and the id that the response has", async () => {
  const before = (await audit()).length;
  const added = await addImages(front);
  await deleteImages(0);
  const saver = await server().accounts.add("saver", "write");
  const saved = await send({
    method: "PUT",
    target: "/api/v1/Person/123/Image",
    headers: { ...basic("saver", saver), "Content-Type": "image/png" },
    body: front,
  });
  expect((await audit()).slice(before)).toEqual([
    {
      principal: "admin",
      action: "addCustomerImage",
      subject: "customer 565039505",
      request_id: added.headers["x-request-id"],
    },
    expect.objectContaining({ principal: "admin", action: "deleteCustomerImage" }),
    {
      principal: "saver",
      action: "savePersonImage",
      subject: "person 123",
      request_id: saved.headers["x-request-id"],
    },
  ]);
});

it("what is refused changes nothing, and leaves no line and no file", async () => {
  const files = () => inFolder(({ reader }) => reader.all("select key from blob").length);
  const [lines, kept] = [(await audit()).length, await files()];
  const six = Array.from({ length: 6 }, () => front);
  const refused = [
    await addImages(...six),
    await addImages(front, "not an image, and not ten kilobytes"),
    await deleteImages(99),
  ];
  expect(refused.map(({ status }) => status >= 400)).toEqual([true, true, true]);
  expect([(await audit()).length, await files()]).toEqual([lines, kept]);
});
