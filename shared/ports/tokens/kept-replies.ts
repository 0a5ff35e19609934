import type { KeptReply } from '../../domain/entities/kept-reply.ts';

export type KeptReplies = { get(id: string): Promise<KeptReply | null> };
