import { failOnDeadPlaces } from "./check/places.ts";
import type { Page } from "./page.ts";
import { disagreementsPage } from "./pages/disagreements.ts";
import { errorPage } from "./pages/error.ts";
import { errorsPage } from "./pages/errors.ts";
import { guidePage, guidesPage } from "./pages/guide.ts";
import { inferredPage } from "./pages/inferred.ts";
import { landingPage } from "./pages/landing.ts";
import { operationPage } from "./pages/operation.ts";
import { samplesPage } from "./pages/samples.ts";
import type { Site } from "./site.ts";

/**
 * Every page that needs no JavaScript, as data.
 *
 * @throws Error where a guide leads nowhere, with file and line.
 */
export function staticPages(site: Site): Page[] {
  const guides = site.guides.map((guide) => guidePage(site, guide));
  const pages = [
    landingPage(site),
    guidesPage(site),
    ...guides.map(({ page }) => page),
    ...site.apis.flatMap((api) =>
      api.operations.flatMap((operation) => [
        operationPage(site, api, operation),
        ...samplesPage(site, api, operation),
      ]),
    ),
    errorsPage(site),
    ...site.errors.map((error) => errorPage(site, error)),
    disagreementsPage(site),
    inferredPage(site),
  ];
  failOnDeadPlaces(
    pages,
    guides.flatMap(({ links }) => links),
  );
  return pages;
}
