/** Run in packages/contract of a copy: a client team of the added API at work. It is compiled as well. */
import { answerWith, failWith } from "@image-apis/client/msw";
import {
  createShelfClient,
  type ShelfClient,
  shelfKey,
  VendorError,
} from "@image-apis/client/shelf";
import { validate, validateAnswers } from "@image-apis/client/validate";
import { startMock } from "@image-apis/mock";
import { fixture } from "@image-apis/spec";
import { setupServer } from "msw/node";

const mock = await startMock({ port: 0 });
const shelf: ShelfClient = createShelfClient({
  baseUrl: mock.url,
  auth: shelfKey("EXAMPLE"),
  fetch: (request) => validateAnswers(request, fetch),
});
const { bytes } = fixture("front.png");
const picture = new File([bytes], "front.png", { type: "image/png" });

const added = await shelf.addPicture({ albumId: "holidays", picture, title: "Front", position: 2 });
const page = await shelf.listPictures({ albumId: "holidays", page: 0, tags: ["sea", "sun"] });
const known = await shelf.getPicture({ pictureId: added.picture_id });
const deleted = await shelf.deletePicture({ pictureId: known.picture_id });
const small = new File([bytes.subarray(0, 100)], "small.png", { type: "image/png" });
const limit = await shelf
  .addPicture({ albumId: "holidays", picture: small, title: "Small" })
  .catch(String);

await mock.close();

// The documented address, which /msw answers for.
const documented = createShelfClient({ auth: shelfKey("EXAMPLE") });
const server = setupServer(failWith("shelf/addPicture", 31));
await server.listen({ onUnhandledFrame: "error" });
const refused = await documented
  .addPicture({ albumId: "holidays", picture, title: "Front" })
  .catch((error: unknown) => error);
server.use(answerWith("getPicture", "4XX-unknown"));
const unknown = await documented.getPicture({ pictureId: 8 }).catch((error: unknown) => error);
server.close();

// @ts-expect-error A title is required.
export const isTyped = () => shelf.addPicture({ albumId: "holidays", picture });

const failure = (error: unknown) =>
  error instanceof VendorError ? [error.status, error.code, error.message] : String(error);
console.log(
  JSON.stringify({
    added,
    page,
    known,
    deleted: deleted === undefined,
    limit,
    refused: failure(refused),
    unknown: failure(unknown),
    problems: validate("shelf/getPicture", 404, { problem: {} }).length,
  }),
);
