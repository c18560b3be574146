import { bundleApis, bundleFolder, copyFixtures, repositoryRoot } from "../generator/index.ts";

const folder = bundleFolder(repositoryRoot);
copyFixtures(repositoryRoot, folder);
await bundleApis(repositoryRoot, folder);
