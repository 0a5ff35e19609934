/** Replaces the SDK's event streams, which none of the services here use: the SDK loads them only when needed. */
const none = (): never => {
  throw new Error('This bundle has no event streams');
};

export const EventStreamSerde = none;
export const eventStreamSerdeProvider = none;
