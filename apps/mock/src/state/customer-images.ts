import { randomUUID } from "node:crypto";
import type { ParameterValues } from "@image-apis/http-contract";
import type { Json } from "@image-apis/spec";
import type { capillary } from "@image-apis/types";
import { canonical } from "./canonical.ts";
import { type CustomerSeed, documentedCustomers, requireWithinLimits } from "./customer-start.ts";
import { usualExample, usualExchanges } from "./documented-start.ts";
import { renamedFile } from "./renamed-file.ts";
import {
  type Outcome,
  type Refused,
  type Resource,
  refused,
  replace,
  type StatefulOperation,
} from "./resource.ts";
import { vendorTime } from "./vendor-time.ts";

type Schemas = capillary.components["schemas"];
type Stored = Omit<Schemas["CustomerImageFile"], "name">;

interface Customer {
  id: string;
  /** By name of the identifier. */
  identifiers: Record<string, string>;
  images: Stored[];
  /** Whether the images are the vendor's samples, which give way to the first upload. */
  hasSamples: boolean;
}

/**
 * The images of customers. An image's index is its position, so a delete renumbers those behind it.
 *
 * The start: every customer of a documented call is known, with the images that the documents show or presume. They
 * are samples: the first upload takes their place, so that five can be uploaded.
 */
export function customerImages(): Resource {
  const customers = new Map<string, Customer>();
  let sample: Schemas["CustomerImageFile"];

  const byId = ({ path }: ParameterValues) => customers.get(canonical(path.customerId ?? ""));
  const byIdentifier = ({ query }: ParameterValues) => {
    const [name = "", value = ""] = [query.identifierName, query.identifierValue].map(
      (it) => it?.[0],
    );
    return [...customers.values()].find(({ identifiers }) => identifiers[name] === value);
  };
  const lookupBy = (find: typeof byId) => (values: ParameterValues) =>
    find(values) === undefined ? unknownCustomer : undefined;

  /** The token is a path as the name is: `{folder}/{orgId}/{customerId}/{file}`. */
  const tokenOf = (id: string) => {
    const [organisation, owner] = sample.name.split("/");
    const own = sample.s3Token.replace(
      `/${organisation}/${owner}/`,
      () => `/${organisation}/${id}/`,
    );
    return renamedFile(own, randomUUID());
  };

  const stored = (id: string, bytes: number, now: Date): Stored => {
    const handle = randomUUID();
    return {
      ...sample,
      fileSize: String(bytes),
      fileHandle: handle,
      lastModified: vendorTime(now),
      latestVersion: 1,
      s3Token: tokenOf(id),
      version: 1,
    };
  };

  /** `{orgId}/{customerId}/{imageIndex}` */
  const fileOf = ({ id }: Customer, image: Stored, index: number) => {
    const [organisation] = sample.name.split("/");
    return { ...image, name: `${organisation}/${id}/${index}` };
  };

  const add = (find: typeof byId): StatefulOperation => ({
    lookup: lookupBy(find),
    run({ values, files, example, maxFiles, now }) {
      const customer = find(values);
      if (customer === undefined) return unknownCustomer;
      const kept = customer.hasSamples ? [] : customer.images;
      if (kept.length + files.length > maxFiles) {
        return refused(
          ["too-many-images"],
          `Customer ${customer.id} has ${kept.length} images, and ${maxFiles} at most; ${files.length} came.`,
        );
      }
      customer.images = [...kept, ...files.map(({ bytes }) => stored(customer.id, bytes, now))];
      customer.hasSamples = false;
      const body = example as unknown as Schemas["CustomerImagesAdded"];
      const data = customer.images
        .slice(kept.length)
        .map((image, at) => ({ ...body.data[0], file: fileOf(customer, image, kept.length + at) }));
      return usual({ ...body, data });
    },
  });

  return {
    api: "capillary",
    name: "customers",
    operations: {
      addCustomerImage: add(byId),
      addCustomerImageByIdentifier: add(byIdentifier),
      getCustomer: {
        lookup: lookupBy(byId),
        run({ values, example }) {
          const customer = byId(values);
          if (customer === undefined) return unknownCustomer;
          const { customerImage, ...body } = example as unknown as Schemas["Customer"];
          const id = Number(customer.id);
          if (!values.query.embed?.some((it) => it.split(",").includes("CUSTOMERIMAGE"))) {
            return usual({ ...body, id });
          }
          const images = customer.images.map((image, index) => {
            const file = fileOf(customer, image, index);
            const shown = customerImage?.[0];
            const signed = shown?.filePath?.replace(shown.file.s3Token, file.s3Token);
            return { ...shown, file, filePath: signed, secureFilePath: signed };
          });
          return usual({ ...body, id, customerImage: images });
        },
      },
      deleteCustomerImage: {
        lookup(values) {
          const customer = byId(values);
          return customer === undefined ? unknownCustomer : missingIndex(customer, values);
        },
        run({ values, example }) {
          const customer = byId(values);
          if (customer === undefined) return unknownCustomer;
          const indexes = indexesOf(values);
          customer.images = customer.images.filter((_, index) => !indexes.includes(index));
          customer.hasSamples = false;
          return { kind: "usual", body: example };
        },
      },
    },
    async start(documents, seed) {
      const next = new Map<string, Customer>();
      const shown = usualExample(
        documents.operation("getCustomer"),
      ) as unknown as Schemas["Customer"];
      const first = shown.customerImage?.[0];
      if (first === undefined) throw new Error("The example of getCustomer shows no image.");
      sample = first.file;
      const now = new Date();
      const start = () => replace(customers, next);
      if (seed !== undefined) {
        // The seed was checked against its schema.
        for (const customer of seed as unknown as CustomerSeed[]) {
          requireWithinLimits(documents, customer);
          const { id, identifiers = {}, images = [] } = customer;
          next.set(String(id), {
            id: String(id),
            identifiers,
            images: images.map(({ fileSize }) => stored(String(id), fileSize, now)),
            hasSamples: false,
          });
        }
        return start;
      }
      for (const [id, count] of documentedCustomers(documents)) {
        const images = Array.from({ length: count }, () =>
          stored(id, Number(sample.fileSize), now),
        );
        next.set(id, { id, identifiers: {}, images, hasSamples: true });
      }
      const documented = next.get(String(shown.id));
      if (documented === undefined) return start;
      documented.images = (shown.customerImage ?? []).map(({ file: { name: _, ...file } }) => file);
      for (const { request } of usualExchanges(
        documents.operation("addCustomerImageByIdentifier"),
      )) {
        const { identifierName, identifierValue } = request.query;
        documented.identifiers[String(identifierName)] = String(identifierValue);
      }
      return start;
    },
    snapshot: () =>
      [...customers.values()].map((customer) => ({
        id: Number(customer.id),
        identifiers: customer.identifiers,
        images: customer.images.map((image, index) => fileOf(customer, image, index) as Json),
      })),
  };
}

const unknownCustomer = refused(["customer-not-found"], "The state has no such customer.");

function missingIndex({ id, images }: Customer, values: ParameterValues): Refused | undefined {
  const missing = indexesOf(values).find((index) => index >= images.length);
  if (missing === undefined) return undefined;
  const why = `Customer ${id} has ${images.length} images; there is none at index ${missing}.`;
  return refused(["no-image-selected"], why);
}

function indexesOf({ query }: ParameterValues): number[] {
  return (query.image_ids ?? []).map(Number);
}

/** The cast only says that the object is JSON, which the interfaces of the wire types cannot say themselves. */
function usual(body: object): Outcome {
  return { kind: "usual", body: JSON.parse(JSON.stringify(body)) as Json };
}
