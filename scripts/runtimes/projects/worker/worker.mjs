import { browserCalls } from "../../src/browser-calls.mjs";

export default {
  async fetch(request) {
    const server = new URL(request.url).searchParams.get("server");
    try {
      return Response.json(await browserCalls(server));
    } catch (error) {
      return new Response(`${error.stack}\n${error.cause?.stack ?? error.cause}`);
    }
  },
};
