import { isId, type OrganizationId } from '../domain/id.ts';

/** A message on the webhook queue: the organization has deliveries to send. Holds no content. */
export interface WakeMessage {
  readonly v: 1;
  readonly organizationId: OrganizationId;
  readonly shard: string;
}

/** Null if it is no such message. */
export function parseWakeMessage(body: unknown): WakeMessage | null {
  if (typeof body !== 'object' || body === null) return null;
  const { v, organizationId, shard }: Readonly<Record<string, unknown>> = { ...body };
  if (v !== 1 || typeof shard !== 'string') return null;
  if (typeof organizationId !== 'string' || !isId('organization', organizationId)) return null;
  return { v, organizationId, shard };
}
