/** In place of the SDK's event streams, which none of the services here speaks: the SDK asks for them only by need. */
const none = (): never => {
  throw new Error('This bundle has no event streams');
};

export const EventStreamSerde = none;
export const eventStreamSerdeProvider = none;
