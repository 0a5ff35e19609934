type Handler = (args: never) => Promise<unknown>;
/** The part of an SDK client that is needed here, whatever the service. */
type Client = {
  middlewareStack: {
    add(
      middleware: <H extends Handler>(next: H, context: { clientName?: string; commandName?: string }) => H,
      options: { step: 'initialize'; name: string },
    ): void;
  };
};

/**
 * Records on each error of a client which call failed (`DynamoDB GetItem`), for the log: the SDK's errors do not say
 * it, and the stack of a broken connection begins within Node. The names are strings in the SDK, so minifying does not
 * change them.
 */
export const notingCalls = <C extends Client>(client: C): C => {
  client.middlewareStack.add(
    (next, { clientName = '', commandName = '' }) => {
      const noting = async (args: never): Promise<unknown> => {
        try {
          return await next(args);
        } catch (error) {
          const awsCall = `${clientName.replace(/Client$/, '')} ${commandName.replace(/Command$/, '')}`;
          throw error instanceof Error ? Object.assign(error, { awsCall }) : error;
        }
      };
      return noting as typeof next;
    },
    { step: 'initialize', name: 'noteCall' },
  );
  return client;
};
