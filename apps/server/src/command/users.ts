import { Command, Option } from "commander";
import { SigningKeys } from "../addresses/signing-keys.ts";
import { type DataFolder, openFolder } from "../folder/data-folder.ts";
import { administration } from "../folder/identity.ts";
import { type Role, roles } from "../identity/accounts.ts";
import { type TokenKind, tokenKinds } from "../identity/tokens.ts";
import { dataOption, wholeNumber } from "./options.ts";

/** `image-apis-server user …`; a server that runs takes over every change at once. */
export function userCommand(): Command {
  const user = new Command("user").description("Adds, lists and removes users and tills.");
  user
    .command("add <name>")
    .description("Adds a user and prints the password, which is kept nowhere.")
    .addOption(dataOption())
    .addOption(new Option("--role <role>", "what the user may do").choices(roles).default("write"))
    .action((name: string, { data, role }: { data: string; role: Role }) =>
      withFolder(data, async (folder) => {
        const password = await administration(folder).accounts.add(name, role);
        console.log(`user      ${name}\nrole      ${role}\npassword  ${password}`);
      }),
    );
  user
    .command("password <name>")
    .description("Gives a user a new password and ends the tokens of the user.")
    .addOption(dataOption())
    .action((name: string, { data }: { data: string }) =>
      withFolder(data, async (folder) => {
        console.log(`password  ${await administration(folder).accounts.renew(name)}`);
      }),
    );
  user
    .command("remove <name>")
    .description("Removes a user with its tokens.")
    .addOption(dataOption())
    .action((name: string, { data }: { data: string }) =>
      withFolder(data, (folder) => administration(folder).accounts.remove(name)),
    );
  user
    .command("list")
    .description("Lists users with their roles.")
    .addOption(dataOption())
    .action(({ data }: { data: string }) =>
      withFolder(data, async (folder) => {
        for (const { name, role } of administration(folder).accounts.list()) {
          console.log(`${role}\t${name}`);
        }
      }),
    );
  return user;
}

/** `image-apis-server token add`. */
export function tokenCommand(): Command {
  const token = new Command("token").description("Issues tokens of users.");
  token
    .command("add <user>")
    .description("Issues a token and prints it; only its hash is kept.")
    .addOption(dataOption())
    .addOption(
      new Option("--kind <kind>", "what it is sent as").choices(tokenKinds).makeOptionMandatory(),
    )
    .addOption(
      new Option("--days <number>", "how long it is good")
        .default(30)
        .argParser((text) => wholeNumber(text, 1, 3650)),
    )
    .action((user: string, { data, kind, days }: { data: string; kind: TokenKind; days: number }) =>
      withFolder(data, async (folder) => {
        const { tokens } = administration(folder);
        const issued = await tokens.issue(kind, user, days * 24 * 3600);
        console.log(`token  ${issued.token}`);
        if (issued.companion !== undefined) console.log(`xsrf   ${issued.companion}`);
      }),
    );
  return token;
}

/** `image-apis-server keys rotate`. */
export function keyCommand(): Command {
  const keys = new Command("keys").description("Changes the keys that sign addresses.");
  keys
    .command("rotate")
    .description("Signs with a new key from now on; addresses that were signed stay good.")
    .addOption(dataOption())
    .option("--only", "end every address that was signed before")
    .action(({ data, only }: { data: string; only?: boolean }) =>
      withFolder(data, (folder) => new SigningKeys(folder).rotate(only)),
    );
  return keys;
}

async function withFolder(
  data: string,
  work: (folder: DataFolder) => Promise<void>,
): Promise<void> {
  const folder = await openFolder(data, { isExclusive: false });
  try {
    await work(folder);
  } finally {
    await folder.close();
  }
}
