import { loadModels, sampleAddress, sampleFiles, samplesOf } from "@image-apis/codegen";
import type { SamplesSource } from "../src/faces/samples.ts";

const sets = new Map(
  loadModels()
    .flatMap(samplesOf)
    .map((set) => [set.id, set]),
);

/** The samples of this repository. */
export const samples: SamplesSource = {
  address: sampleAddress,
  filesAt: sampleFiles,
  find({ id }) {
    const set = sets.get(id);
    return (
      set && {
        programs: set.samples.map(({ language, file, text }) => ({
          file,
          text,
          prints: language === "client" ? "value" : "body",
        })),
        writes: set.writes,
      }
    );
  },
};
