import type { IdempotencyRecord } from '../../domain/entities/idempotency-record.ts';

export type IdempotencyRecords = { get(id: string): Promise<IdempotencyRecord | null> };
