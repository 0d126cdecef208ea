import { sha256Hex } from './digest.ts';

/**
 * The hash chain of an organization's audit events: each record's hash covers its place, the hash before it and all it
 * tells, so that a record cannot be edited, taken out or moved without every later hash being wrong. Whoever could
 * write all of them anew is met by the head, which is kept apart (core/organization).
 */
export interface ChainLink {
  /** From 1; 0 stands for the place before the first record. */
  readonly sequence: number;
  /** SHA-256, 64 lower-case hex digits. */
  readonly hash: string;
}

/** What the first record follows. */
export const CHAIN_START: ChainLink = { sequence: 0, hash: '0'.repeat(64) };

/** What a record tells, in the names of the JSON-lines export. */
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

/** The link a record makes behind `previous`: SHA-256 over the canonical JSON of the record, its place and the hash before. */
export async function linkRecord(previous: ChainLink, record: ChainRecord): Promise<ChainLink> {
  const sequence = previous.sequence + 1;
  return { sequence, hash: await sha256Hex(canonicalJson({ ...record, sequence, previous_hash: previous.hash })) };
}

/** JSON with sorted names and without blanks (RFC 8785; our numbers are whole, so ECMAScript's form is the canonical one). */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const members = Object.entries(value)
    .filter(([, member]) => member !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, member]) => `${JSON.stringify(name)}:${canonicalJson(member)}`);
  return `{${members.join(',')}}`;
}
