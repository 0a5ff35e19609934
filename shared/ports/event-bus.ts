/** An event for subscribers of the bus: names and times, never a secret. */
export type BusEvent = {
  id: string;
  type: string;
  at: string;
  userId: string;
  organizationId: string;
  actorId: string;
  ip: string;
  reason?: string | undefined;
  permissions?: string[] | undefined;
};

export type EventBus = { publish(event: BusEvent): Promise<void> };
