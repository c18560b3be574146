/** Reads every body to its end: as fast as Node can take an upload. */
import { createServer } from "node:http";

createServer((request, response) => {
  request.on("end", () => response.end("{}"));
  request.resume();
}).listen(Number(process.argv[2]), "127.0.0.1");
