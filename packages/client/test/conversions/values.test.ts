import { apiNames, loadDocument, operations, responseExamples } from "@image-apis/spec";
import type { components } from "@image-apis/types/capillary";
import { describe, expect, test } from "vitest";
import {
  capillaryZone,
  customer,
  customerImageName,
  customerImagesAdded,
  customerImagesAddedBody,
  customerImagesDeleted,
  hasExpired,
  imageInfo,
  imageInfoBody,
  rewardsFileStored,
  rewardsFileStoredBody,
} from "../../src/custom/index.ts";

type Schemas = components["schemas"];

/** A fresh copy of a documented body. */
function documented<Body>(operationId: string, key: string): Body {
  const example = apiNames()
    .flatMap((api) => operations(loadDocument(api)))
    .filter((operation) => operation.operationId === operationId)
    .flatMap(responseExamples)
    .find((one) => one.key === key)?.example;
  if (example === undefined) throw new Error(`${operationId} has no example ${key}.`);
  // The cast: the caller names the schema of the example.
  return example.value as Body;
}

const added = () => documented<Schemas["CustomerImagesAdded"]>("addCustomerImage", "200-uploaded");
const stored = () => documented<Schemas["RewardsFileStored"]>("uploadRewardsFile", "200-uploaded");

describe("numbers and booleans", () => {
  test("a size is a number and a status is a boolean", () => {
    const [result] = customerImagesAdded(added()).data;
    expect(result?.file.fileSize).toBe(18039);
    expect(result?.status).toBe(true);
    expect(result?.file.latestVersion).toBe(-1);
    const body = documented<Schemas["CustomerImagesDeleted"]>("deleteCustomerImage", "200-deleted");
    expect(customerImagesDeleted(body).data[0]?.status).toBe(true);
  });

  test("a size that some samples leave out stays left out", () => {
    const body = added();
    delete body.data[0]?.file.fileSize;
    const converted = customerImagesAdded(body);
    expect(converted.data[0]?.file).not.toHaveProperty("fileSize");
    expect(customerImagesAddedBody(converted)).toEqual(body);
  });

  test("what no document mentions passes through", () => {
    const body = { ...added(), extra: { kept: true } };
    expect(customerImagesAdded(body)).toMatchObject({ extra: { kept: true } });
  });

  test.each(["", "18 KB", "-1", "1e3", "99999999999999999999", 18039])(
    "the size %j is an error that names its place, not a wrong number",
    (fileSize) => {
      const body = added();
      Object.assign(body.data[0]?.file ?? {}, { fileSize });
      expect(() => customerImagesAdded(body)).toThrow(/^data\[0\]\.file\.fileSize: /);
    },
  );

  test("a status that is neither word is an error", () => {
    const body = added();
    Object.assign(body.data[0] ?? {}, { status: "TRUE" });
    expect(() => customerImagesAdded(body)).toThrow('data[0].status: "TRUE" is neither');
  });

  test("a body that is not an object, or a list that is none, is an error", () => {
    expect(() => customerImagesAdded(null as never)).toThrow("The body: an object was expected");
    expect(() => customerImagesAdded({ data: {} } as never)).toThrow("data: a list was expected");
  });
});

describe("dates", () => {
  test("a file's date is read in the zone that the documented evidence shows", () => {
    // The evidence: this answer was signed at 03:40:59Z, to the second five and a half hours before.
    expect(stored().file.last_modified).toBe("2024-05-08 09:10:59");
    expect(capillaryZone).toBe("+05:30");
    expect(rewardsFileStored(stored()).file.last_modified).toEqual(
      new Date("2024-05-08T03:40:59Z"),
    );
  });

  test.each([
    ["Z", "2025-04-21T03:01:43.000Z"],
    ["+05:30", "2025-04-20T21:31:43.000Z"],
    ["-03:30", "2025-04-21T06:31:43.000Z"],
  ] as const)("the zone %s can be chosen, there and back", (zone, moment) => {
    const converted = customerImagesAdded(added(), { zone });
    expect(converted.data[0]?.file.lastModified.toISOString()).toBe(moment);
    expect(customerImagesAddedBody(converted, { zone })).toEqual(added());
  });

  test.each(["IST", "+5:30", "+24:00", "+05:60"])("the zone %s is refused", (zone) => {
    expect(() => customerImagesAdded(added(), { zone: zone as "Z" })).toThrow(RangeError);
  });

  test.each(["2025-02-30 00:00:00", "2025-04-21", "2025-04-21T03:01:43", "yesterday", "", null])(
    "%j is an error, not another date",
    (lastModified) => {
      const body = added();
      Object.assign(body.data[0]?.file ?? {}, { lastModified });
      expect(() => customerImagesAdded(body)).toThrow(/^data\[0\]\.file\.lastModified: /);
    },
  );

  test("an invalid date cannot be written", () => {
    const converted = customerImagesAdded(added());
    Object.assign(converted.data[0]?.file ?? {}, { lastModified: new Date(Number.NaN) });
    expect(() => customerImagesAddedBody(converted)).toThrow("lastModified: the date is invalid");
  });

  test("SuperOffice's dates carry their zone; one that does not needs the option", () => {
    const at = (CreatedDate: string) => ({ CreatedDate });
    const moment = new Date("2025-04-21T03:01:43Z");
    expect(imageInfo(at("2025-04-21T05:01:43+02:00")).CreatedDate).toEqual(moment);
    expect(() => imageInfo(at("2025-04-21T05:01:43"))).toThrow("CreatedDate: ");
    expect(imageInfo(at("2025-04-21T05:01:43"), { zone: "+02:00" }).CreatedDate).toEqual(moment);
    expect(() => imageInfo(at("21 April 2025"))).toThrow("is not a date and time");
    expect(imageInfoBody({ CreatedDate: new Date("2025-04-21T03:01:43.5Z") })).toEqual(
      at("2025-04-21T03:01:43.500Z"),
    );
  });
});

test.each([
  "2025-02-30T00:00:00Z",
  "2025-13-01T00:00:00Z",
  "2025-04-21T24:00:00Z",
  "2025-04-21T03:01:60Z",
  "2025-04-21T03:01:43+99:00",
  "2025-04-21T03:01:43+05:60",
])("the moment %s is an error, not another moment", (CreatedDate) => {
  expect(() => imageInfo({ CreatedDate })).toThrow(/^CreatedDate: .* is not a date and time\.$/);
});

test.each([null, "2025-04-21T03:01:43Z", 7])("%j cannot be written as a date", (value) => {
  const date = value as unknown as Date;
  expect(() => imageInfoBody({ CreatedDate: date })).toThrow("CreatedDate: a Date was expected");
  const converted = customerImagesAdded(added());
  Object.assign(converted.data[0]?.file ?? {}, { lastModified: date });
  expect(() => customerImagesAddedBody(converted)).toThrow(
    "data[0].file.lastModified: a Date was expected",
  );
});

test.each([null, "true", 1])("%j cannot be written as a status", (status) => {
  const converted = customerImagesAdded(added());
  Object.assign(converted.data[0] ?? {}, { status });
  expect(() => customerImagesAddedBody(converted)).toThrow(
    "data[0].status: a boolean was expected",
  );
});

test.each([null, "https://storage.example", { href: null }])(
  "%j cannot be written as a link",
  (secureFilePath) => {
    const converted = rewardsFileStored(stored());
    Object.assign(converted, { secureFilePath });
    expect(() => rewardsFileStoredBody(converted)).toThrow(
      "secureFilePath.href: a text was expected",
    );
  },
);

test.each(["lastModified", "fileSize"])("a %s that is null is named, not guessed", (field) => {
  const body = added();
  Object.assign(body.data[0]?.file ?? {}, { [field]: null });
  expect(() => customerImagesAdded(body)).toThrow(
    `data[0].file.${field}: a text was expected, not null.`,
  );
});

describe("signed links", () => {
  const signed =
    "https://storage.example/a.png?X-Amz-Date=20240508T034059Z&X-Amz-Expires=3600&X-Amz-Signature=EXAMPLE";

  test("a link says when it was signed and when it expires", () => {
    const link = rewardsFileStored({ ...stored(), secureFilePath: signed }).secureFilePath;
    expect(link).toEqual({
      href: signed,
      signedAt: new Date("2024-05-08T03:40:59Z"),
      lifetimeSeconds: 3600,
      expiresAt: new Date("2024-05-08T04:40:59Z"),
    });
    expect(hasExpired(link, new Date("2024-05-08T04:40:58Z"))).toBe(false);
    expect(hasExpired(link, new Date("2024-05-08T04:40:59Z"))).toBe(true);
    expect(hasExpired(link)).toBe(true);
  });

  test("a link that says its lifetime alone has no expiry to invent", () => {
    const body = documented<Schemas["Customer"]>("getCustomer", "200-with-images");
    const link = customer(body).customerImage?.[0]?.secureFilePath;
    expect(link).toMatchObject({ lifetimeSeconds: 3599, expiresAt: undefined });
    expect(link && hasExpired(link)).toBe(false);
  });

  test.each(["", "not an address", "https://{host}/{path}"])(
    "%j is kept as it is, without an expiry",
    (href) => {
      const link = rewardsFileStored({ ...stored(), secureFilePath: href }).secureFilePath;
      expect(link).toMatchObject({ href, expiresAt: undefined });
    },
  );
});

describe("the name of a stored image", () => {
  test("holds the index that deleteCustomerImage takes", () => {
    const name = added().data[0]?.file.name ?? "";
    expect(customerImageName(name)).toEqual({
      orgId: 100737,
      customerId: 565039505,
      imageIndex: 0,
    });
  });

  test("holds a customer's id exactly, however long", () => {
    expect(customerImageName("1/9007199254740993/4").customerId).toBe(9007199254740993n);
  });

  test.each(["", "100737/565039505", "a/b/c", "1/2/3/4"])("%j is an error", (name) => {
    expect(() => customerImageName(name)).toThrow(TypeError);
  });
});
