import { sha256Hex } from './digest.ts';

/**
 * The hash chain of an organization's audit events. Each record's hash covers its position, the previous hash and its
 * whole content, so that editing, removing or moving a record invalidates all later hashes. Rewriting the entire chain
 * is detected by the head, which is stored separately (core/organization).
 */
export interface ChainLink {
  /** From 1; 0 is the position before the first record. */
  readonly sequence: number;
  /** SHA-256, 64 lower-case hex digits. */
  readonly hash: string;
}

/** Predecessor of the first record. */
export const CHAIN_START: ChainLink = { sequence: 0, hash: '0'.repeat(64) };

/** Content of a record, with the names of the JSON Lines export. */
export interface ChainRecord {
  readonly id: string;
  readonly organization_id: string;
  readonly actor_kind: string;
  readonly actor_id: string;
  readonly impersonator_id: string | null;
  readonly action: string;
  readonly target_kind: string;
  readonly target_id: string;
  readonly outcome: string;
  readonly ip: string | null;
  readonly user_agent: string | null;
  readonly request_id: string;
  /** The parsed `{field: [old, new]}`. */
  readonly changes: unknown;
  /** Unix milliseconds. */
  readonly occurred_at: number;
}

/**
 * Returns the link of a record after `previous`: SHA-256 over the canonical JSON of the record, its position and the
 * previous hash.
 */
export async function linkRecord(previous: ChainLink, record: ChainRecord): Promise<ChainLink> {
  const sequence = previous.sequence + 1;
  return { sequence, hash: await sha256Hex(canonicalJson({ ...record, sequence, previous_hash: previous.hash })) };
}

/**
 * Serializes JSON canonically, with sorted keys and no whitespace (RFC 8785). Our numbers are integers, for which
 * ECMAScript's format is canonical.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
