import { type ApiError, apiErrorBrand } from "./api-error.ts";

/**
 * Whether something that was thrown is an `ApiError`. Unlike `instanceof`, it also knows the errors of another copy of
 * this package: two versions in one application, or the CommonJS and the ESM build side by side.
 */
export function isApiError(error: unknown): error is ApiError {
  return typeof error === "object" && error !== null && apiErrorBrand in error;
}
