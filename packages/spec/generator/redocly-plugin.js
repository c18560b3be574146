/**
 * Redocly names a bundled component after its file, so that two example files of one name would become
 * `200-uploaded` and `200-uploaded-2`. This preprocessor writes every referenced Example Object where it is
 * used: the key in `examples:` stays the file's stem, whatever other operations call theirs.
 */
function ExamplesInPlace() {
  return {
    ref: {
      leave(node, ctx, resolved) {
        if (ctx.type.name !== "Example" || resolved.node === undefined) return;
        delete node.$ref;
        Object.assign(node, structuredClone(resolved.node));
      },
    },
  };
}

export default function imageApisPlugin() {
  return {
    id: "image-apis",
    preprocessors: { oas3: { "examples-in-place": ExamplesInPlace } },
  };
}
