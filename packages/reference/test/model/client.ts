import type { capillary, superoffice } from "@image-apis/types";
import { type AnyResponse, MemoryBytes, type StoredFile } from "../../src/index.ts";
import { type Body, type Called, form, raw } from "../support/reference.ts";
import type { Command, Seen } from "./model.ts";

type Added = capillary.components["schemas"]["CustomerImagesAdded"];
type Customer = capillary.components["schemas"]["Customer"];
type Stored = capillary.components["schemas"]["RewardsFileStored"];
type Info = superoffice.components["schemas"]["ImageInfo"];

/** A command as the reference gets it, its files stored. */
export interface Prepared {
  command: Command;
  body: Body;
}

/** Stores the files of a command: bodies arrive before their requests are carried out. */
export async function prepare({ file }: Called, command: Command): Promise<Prepared> {
  const bytes = (size: number) => file(Buffer.alloc(size, "x"), "image/png");
  switch (command.kind) {
    case "add":
      return { command, body: form(...(await Promise.all(command.sizes.map(bytes)))) };
    case "upload":
      if (command.size === undefined) return { command, body: none };
      return { command, body: raw(await bytes(command.size)) };
    case "save":
      return { command, body: raw(await file(command.content, "image/png")) };
    default:
      return { command, body: none };
  }
}

const none: Body = { kind: "none" };

/** Sends a command and reduces the response to what the model knows. */
export async function send(reference: Called, { command, body }: Prepared): Promise<Seen> {
  const response = await responseTo(reference, command, body);
  const { explanation } = response;
  return explanation === undefined
    ? seenIn(response, command)
    : { refused: explanation.condition ?? "" };
}

function responseTo({ operation }: Called, command: Command, body: Body): Promise<AnyResponse> {
  const handle = (id: string, path: object, query: Record<string, unknown> = {}) => {
    const texts = Object.entries(path).map(([name, value]) => [name, String(value)]);
    const lists = Object.entries(query).map(([name, it]) => [name, [it].flat().map(String)]);
    const values = {
      path: Object.fromEntries(texts),
      query: Object.fromEntries(lists),
      headers: {},
    };
    return operation(id).handle(values, body);
  };
  const source = "INSTORE";
  switch (command.kind) {
    case "add":
      return "id" in command.customer
        ? handle("addCustomerImage", { customerId: command.customer.id })
        : handle(
            "addCustomerImageByIdentifier",
            {},
            { source, identifierName: "email", identifierValue: command.customer.email },
          );
    case "delete":
      return handle(
        "deleteCustomerImage",
        { customerId: command.customer },
        { image_ids: command.indexes },
      );
    case "list":
      return handle(
        "getCustomer",
        { customerId: command.customer },
        { source, ...(command.isEmbedded && { embed: "CUSTOMERIMAGE" }) },
      );
    case "upload":
      return handle("uploadRewardsFile", { fileName: command.name });
    case "save":
      return handle("savePersonImage", { personId: command.person });
    case "get":
      return handle("getPersonImage", { personId: command.person });
    case "describe":
      return handle("getPersonImageInfo", { personId: command.person });
    case "remove":
      return handle("deletePersonImage", { personId: command.person });
  }
}

function seenIn({ body }: AnyResponse, { kind }: Command): Seen {
  switch (kind) {
    case "add": {
      const { data } = body as Added;
      return {
        added: data.map(({ file }) => [
          Number(file?.name.split("/").at(-1)),
          Number(file?.fileSize),
        ]),
      };
    }
    case "list": {
      const { customerImage } = body as Customer;
      const sizes = customerImage?.map(({ file }, at) => {
        // The name says the position at the time of reading.
        return file.name.endsWith(`/${at}`) ? Number(file.fileSize) : Number.NaN;
      });
      return { images: sizes ?? "not asked" };
    }
    case "upload": {
      const { file } = body as Stored;
      return { version: file.version, size: Number(file.fileSize) };
    }
    case "save":
      return { blobId: Number(body) };
    case "get":
      return { content: contentOf(body as StoredFile) };
    case "describe": {
      const { BlobId, BlobSize } = body as Info;
      return { described: { blobId: Number(BlobId), size: Number(BlobSize) } };
    }
    default:
      return "done";
  }
}

function contentOf({ bytes }: StoredFile): string {
  const content = bytes instanceof MemoryBytes ? bytes.content : undefined;
  return Buffer.from(content ?? []).toString();
}
