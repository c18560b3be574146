import { type createCapillaryClient, isApiError } from "@image-apis/client/capillary";
import { QueryClient } from "@tanstack/query-core";

/** The client repeats what may be repeated, so TanStack Query must not do it again: 3 attempts would become 12. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry: false, queryKeyHashFn: hashKey },
    mutations: { retry: false },
  },
});

/** Ids beyond 2^53 are bigints, which JSON, and with it the usual hash of a key, cannot hold. */
function hashKey(key: readonly unknown[]): string {
  return JSON.stringify(key, (_, value) => (typeof value === "bigint" ? `${value}n` : value));
}

/** The options of a query: give them to `useQuery` or `queryClient.fetchQuery`. */
export function customerImages(
  client: ReturnType<typeof createCapillaryClient>,
  customerId: number | bigint,
) {
  return {
    queryKey: ["customer", customerId, "images"] as const,
    queryFn: ({ signal }: { signal: AbortSignal }) =>
      client.getCustomer({ customerId, source: "INSTORE", embed: "CUSTOMERIMAGE", signal }),
  };
}

/** The options of a mutation: what was stored shows at once, and what may be stored is looked up as well. */
export function addCustomerImages(
  client: ReturnType<typeof createCapillaryClient>,
  customerId: number | bigint,
) {
  const show = () =>
    queryClient.invalidateQueries({ queryKey: ["customer", customerId, "images"] });
  return {
    mutationFn: (files: readonly File[]) => client.addCustomerImage({ customerId, files }),
    onSuccess: show,
    onError: (error: Error) => (isApiError(error) && error.mayBeStored ? show() : undefined),
  };
}
