import { expect, it } from "vitest";
import { administration } from "../src/folder/identity.ts";
import { Logins } from "../src/identity/logins.ts";
import { md5Form } from "../src/identity/password.ts";
import { WrongLogins } from "../src/identity/wrong-logins.ts";
import { openStore } from "./support/store.ts";

it("guessing is slowed down by user and address, and a right password is not looked at meanwhile", async () => {
  const { folder, close } = await openStore();
  const { accounts } = administration(folder);
  const right = md5Form(await accounts.add("guessed", "read"));
  const other = md5Form(await accounts.add("other", "read"));
  let now = 0;
  const logins = new Logins(accounts, new WrongLogins(() => now));
  for (let guess = 0; guess < 6; guess++) {
    expect(await logins.account("guessed", `${guess}`, "192.0.2.1")).toBeUndefined();
  }

  await expect(logins.account("guessed", right, "192.0.2.1")).rejects.toMatchObject({
    status: 429,
    message: "Too many wrong logins. Try again in a second.",
  });
  expect((await logins.account("other", other, "192.0.2.1"))?.name).toBe("other");
  expect((await logins.account("guessed", right, "192.0.2.2"))?.name).toBe("guessed");
  now = 1000;
  const third = md5Form(await accounts.renew("guessed"));
  expect((await logins.account("guessed", third, "192.0.2.1"))?.name).toBe("guessed");
  await close();
});

it("each wrong one doubles the wait, up to a minute, and a right one ends it", () => {
  let now = 0;
  const wrong = new WrongLogins(() => now);
  const waits = Array.from({ length: 14 }, () => {
    now += wrong.waitOf("user", "192.0.2.1");
    wrong.failed("user", "192.0.2.1");
    return wrong.waitOf("user", "192.0.2.1") / 1000;
  });
  expect(waits).toEqual([0, 0, 0, 0, 0, 1, 2, 4, 8, 16, 32, 60, 60, 60]);
  wrong.succeeded("user", "192.0.2.1");
  expect(wrong.waitOf("user", "192.0.2.1")).toBe(0);
});

it("no number of names makes it hold more than ten thousand", () => {
  const wrong = new WrongLogins(() => 0);
  const fail = (user: string) => {
    for (let count = 0; count < 6; count++) wrong.failed(user, "192.0.2.1");
  };
  fail("first");
  for (let user = 0; user < 9999; user++) wrong.failed(`${user}`, "192.0.2.1");
  expect(wrong.waitOf("first", "192.0.2.1")).toBe(1000);
  wrong.failed("one more", "192.0.2.1");
  expect(wrong.waitOf("first", "192.0.2.1")).toBe(0);
});
