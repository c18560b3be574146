/** What a caller sees of a response, as far as the model says what it must be. */
export type Seen =
  | { refused: string }
  | { added: [index: number, size: number][] }
  | { images: number[] | "not asked" }
  | { version: number; size: number }
  | { blobId: number }
  | { content: string }
  | { described: { blobId: number; size: number } }
  | "done";

/** One request of a client. */
export type Command =
  | { kind: "add"; customer: Name; sizes: number[] }
  | { kind: "delete"; customer: number; indexes: number[] }
  | { kind: "list"; customer: number; isEmbedded: boolean }
  | { kind: "upload"; name: string; size: number | undefined }
  | { kind: "save"; person: number; content: string }
  | { kind: "get"; person: number }
  | { kind: "describe"; person: number }
  | { kind: "remove"; person: number };

/** A customer by id, or by e-mail address. */
export type Name = { id: number } | { email: string };

export const customers = [1, 2] as const;
export const persons = [1, 2, 3] as const;

export function emailOf(id: number): string {
  return `${id}@example.com`;
}

/** The simplest thing that the reference must agree with: lists and numbers. */
export class Model {
  readonly #images = new Map<number, number[]>(customers.map((id) => [id, []]));
  readonly #versions = new Map<string, number>();
  readonly #persons = new Map<number, { blobId: number; content: string } | undefined>(
    persons.map((id) => [id, undefined]),
  );
  #lastBlobId: number;

  constructor(lastBlobId: number) {
    this.#lastBlobId = lastBlobId;
  }

  answer(command: Command): Seen {
    switch (command.kind) {
      case "add":
        return this.#add(command.customer, command.sizes);
      case "delete":
        return this.#delete(command.customer, command.indexes);
      case "list": {
        const images = this.#images.get(command.customer);
        if (images === undefined) return { refused: "customer-not-found" };
        return { images: command.isEmbedded ? [...images] : "not asked" };
      }
      case "upload": {
        const version = (this.#versions.get(command.name) ?? 0) + 1;
        this.#versions.set(command.name, version);
        return { version, size: command.size ?? 0 };
      }
      case "save": {
        if (!this.#persons.has(command.person)) return { refused: "invalid-person-id" };
        this.#lastBlobId += 1;
        this.#persons.set(command.person, { blobId: this.#lastBlobId, content: command.content });
        return { blobId: this.#lastBlobId };
      }
      case "get": {
        const image = this.#persons.get(command.person);
        return image === undefined ? { refused: "no-stored-image" } : { content: image.content };
      }
      case "describe": {
        if (!this.#persons.has(command.person)) return { refused: "person-not-found" };
        const image = this.#persons.get(command.person);
        if (image === undefined) return { refused: "no-stored-image" };
        return { described: { blobId: image.blobId, size: image.content.length } };
      }
      case "remove": {
        if (!this.#persons.has(command.person)) return { refused: "person-not-found" };
        this.#persons.set(command.person, undefined);
        return "done";
      }
    }
  }

  #add(name: Name, sizes: number[]): Seen {
    const id = "id" in name ? name.id : customers.find((it) => emailOf(it) === name.email);
    const images = id === undefined ? undefined : this.#images.get(id);
    if (images === undefined) return { refused: "customer-not-found" };
    if (images.length + sizes.length > 5) return { refused: "too-many-images" };
    const added = sizes.map((size): [number, number] => [images.push(size) - 1, size]);
    return { added };
  }

  #delete(customer: number, indexes: number[]): Seen {
    const images = this.#images.get(customer);
    if (images === undefined) return { refused: "customer-not-found" };
    if (indexes.some((it) => it >= images.length)) return { refused: "no-image-selected" };
    this.#images.set(
      customer,
      images.filter((_, at) => !indexes.includes(at)),
    );
    return "done";
  }
}
