import type { MediaType } from "@image-apis/spec";

/** Media types that share a schema, so that its properties need saying once. */
export interface MediaTypeGroup {
  schema: MediaType["schema"];
  members: [name: string, media: MediaType][];
}

/** Groups the media types of a body by their schema, in the document's order. */
export function groupBySchema(content: Record<string, MediaType>): MediaTypeGroup[] {
  const groups = new Map<string, MediaTypeGroup>();
  for (const [name, media] of Object.entries(content)) {
    const key = JSON.stringify(media.schema ?? null);
    const group = groups.get(key) ?? { schema: media.schema, members: [] };
    group.members.push([name, media]);
    groups.set(key, group);
  }
  return [...groups.values()];
}
