/** Whose request is being handled: maps the id from API Gateway to the client that sent the request. */
export const createRequests = () => {
  const clients = new Map<string, string>();
  return {
    begin: (requestId: string, client: string): void => void clients.set(requestId, client),
    end: (requestId: string): void => void clients.delete(requestId),
    clientOf: (requestId: string): string | undefined => clients.get(requestId),
  };
};
export type Requests = ReturnType<typeof createRequests>;
