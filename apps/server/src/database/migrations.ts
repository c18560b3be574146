import type { Database } from "./database.ts";

/**
 * What brings a database from one version to the next, in order. A step that has been released is never changed.
 * A file's columns are there in three tables: `file_key` is `null` for a file of which only the facts are known.
 */
const migrations: readonly string[] = [
  `
  create table blob (
    key text primary key,
    state text not null check (state in ('pending', 'live', 'dead')),
    created_at integer not null
  ) strict;
  create index blob_not_live on blob (state) where state <> 'live';

  create table customer (
    id text primary key,
    has_samples integer not null
  ) strict;
  create table customer_identifier (
    name text not null,
    value text not null,
    customer_id text not null references customer (id),
    primary key (name, value)
  ) strict;
  create index customer_identifier_customer on customer_identifier (customer_id);
  create table customer_image (
    customer_id text not null references customer (id),
    position integer not null,
    handle text not null,
    token text not null,
    version integer not null,
    modified_at integer not null,
    size integer not null,
    file_size integer,
    file_sha256 text,
    file_media_type text,
    file_key text references blob (key),
    primary key (customer_id, position)
  ) strict;
  create index customer_image_token on customer_image (token);
  create index customer_image_file on customer_image (file_key);

  create table rewards_file (
    name text primary key,
    version integer not null,
    handle text,
    token text,
    media_type text,
    modified_at integer,
    file_size integer,
    file_sha256 text,
    file_media_type text,
    file_key text references blob (key)
  ) strict;
  create index rewards_file_token on rewards_file (token);
  create index rewards_file_file on rewards_file (file_key);

  create table person (
    id text primary key,
    blob_id integer,
    created_at integer,
    updated_at integer,
    file_size integer,
    file_sha256 text,
    file_media_type text,
    file_key text references blob (key)
  ) strict;
  create index person_file on person (file_key);

  create table counter (name text primary key, value integer not null) strict;

  create table account (
    name text primary key,
    role text not null check (role in ('read', 'write', 'admin')),
    password text not null,
    version integer not null,
    created_at integer not null
  ) strict;
  create table token (
    hash text primary key,
    kind text not null,
    account text not null references account (name) on delete cascade,
    companion text,
    expires_at integer not null
  ) strict;
  create index token_account on token (account);
  create index token_expiry on token (expires_at);
  create table signing_key (
    id integer primary key autoincrement,
    secret text not null,
    created_at integer not null
  ) strict;

  create table audit (
    id integer primary key autoincrement,
    at integer not null,
    principal text not null,
    action text not null,
    subject text not null,
    request_id text not null
  ) strict;

  create table import_progress (
    source text primary key,
    bytes integer not null,
    lines integer not null
  ) strict;
  `,
];

/**
 * Brings a database to the newest version.
 *
 * @throws Error for one that a newer version of this program has written.
 */
export async function migrate(database: Database): Promise<void> {
  await database.transaction(() => {
    const from = versionOf(database);
    if (from > migrations.length) {
      throw new Error(
        `The data is of version ${from}; this program knows versions up to ${migrations.length}. Use the newer program.`,
      );
    }
    if (from === migrations.length) return;
    for (const step of migrations.slice(from)) database.script(step);
    database.script(`pragma user_version = ${migrations.length}`);
  });
}

function versionOf(database: Database): number {
  return Number(database.one("pragma user_version")?.user_version ?? 0);
}
