import type { OutgoingBody, SentFile } from "../transport/outgoing-body.ts";
import { openBody } from "./open-body.ts";

/** A body that somebody else wrote, as it is. */
export function wholeBody(bytes: Blob, headers: Headers, files: readonly SentFile[]): OutgoingBody {
  return {
    contentType: headers.get("content-type") ?? bytes.type,
    isForm: false,
    size: bytes.size,
    files,
    replayable: true,
    open: (signal, ...listeners) => openBody("", [{ bytes }], signal, ...listeners),
  };
}
