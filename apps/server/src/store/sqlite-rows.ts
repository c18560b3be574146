import type { Customer, CustomerImage, Person, RewardsFile, Rows } from "@image-apis/reference";
import type { Database, Row } from "../database/database.ts";
import { fileColumns, fileOf } from "./file-columns.ts";

/** The rows as one transaction sees them. */
export class SqliteRows implements Rows {
  readonly #database: Database;
  readonly #pathOf: (key: string) => string;

  constructor(database: Database, pathOf: (key: string) => string) {
    this.#database = database;
    this.#pathOf = pathOf;
  }

  async customer(id: string): Promise<Customer | undefined> {
    const found = this.#database.one("select has_samples from customer where id = ?", id);
    if (found === undefined) return undefined;
    const identifiers = this.#database
      .all("select name, value from customer_identifier where customer_id = ?", id)
      .map(({ name, value }) => [name, String(value)]);
    const images = this.#database.all(
      `select handle, token, version, modified_at, size, ${fileColumns}
       from customer_image where customer_id = ? order by position`,
      id,
    );
    return {
      id,
      identifiers: Object.fromEntries(identifiers),
      images: images.map((row) => this.#image(row)),
      hasSamples: found.has_samples === 1,
    };
  }

  async customerByIdentifier(name: string, value: string): Promise<Customer | undefined> {
    const found = this.#database.one(
      "select customer_id from customer_identifier where name = ? and value = ?",
      name,
      value,
    );
    return found && this.customer(String(found.customer_id));
  }

  async rewardsFile(name: string): Promise<RewardsFile | undefined> {
    const row = this.#database.one(
      `select version, handle, token, media_type, modified_at, ${fileColumns}
       from rewards_file where name = ?`,
      name,
    );
    if (row === undefined) return undefined;
    const upload = row.handle === null ? undefined : this.#upload(row);
    return { name, version: Number(row.version), upload };
  }

  async person(id: string): Promise<Person | undefined> {
    const row = this.#database.one(
      `select blob_id, created_at, updated_at, ${fileColumns} from person where id = ?`,
      id,
    );
    if (row === undefined) return undefined;
    const file = fileOf(row, this.#pathOf);
    if (file === undefined) return { id, image: undefined };
    const [created, updated] = [dateOf(row.created_at), dateOf(row.updated_at)];
    return { id, image: { blobId: Number(row.blob_id), created, updated, file } };
  }

  #image(row: Row): CustomerImage {
    return {
      handle: String(row.handle),
      token: String(row.token),
      version: Number(row.version),
      modified: dateOf(row.modified_at),
      size: Number(row.size),
      file: fileOf(row, this.#pathOf),
    };
  }

  #upload(row: Row): RewardsFile["upload"] {
    return {
      handle: String(row.handle),
      token: String(row.token),
      mediaType: String(row.media_type),
      modified: dateOf(row.modified_at),
      file: fileOf(row, this.#pathOf),
    };
  }
}

function dateOf(milliseconds: unknown): Date {
  return new Date(Number(milliseconds));
}
