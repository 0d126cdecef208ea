import type { ApiKeyView, CreateApiKeyBody, UpdateApiKeyBody } from '#core/contract/api-keys';
import { PERMISSIONS, type Permission } from '#core/domain/permissions';
import { endOfDay } from '../../formatting/dates.ts';

/** What the form of a key holds, as it is typed. */
export interface KeyTerms {
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
  /** Networks by commas, spaces or lines; empty: from anywhere. */
  readonly networks: string;
  /** Empty: wherever its creator reaches. */
  readonly workspaceId: string;
  /** The last day it works, `YYYY-MM-DD`; empty: no end. Only when it is made. */
  readonly lastDay: string;
}

/** What a program that hands documents in and takes results out needs; more is a decision. */
const USUAL: readonly Permission[] = ['documents.read', 'documents.create'];

export function newTerms(held: readonly Permission[]): KeyTerms {
  const permissions = new Set(USUAL.filter((each) => held.includes(each)));
  return { name: '', permissions, networks: '', workspaceId: '', lastDay: '' };
}

export function termsOf(key: ApiKeyView): KeyTerms {
  return {
    name: key.name,
    permissions: new Set(key.permissions),
    networks: (key.allowed_networks ?? []).join(', '),
    workspaceId: key.workspace_id ?? '',
    lastDay: '',
  };
}

export function creationOf(terms: KeyTerms): CreateApiKeyBody {
  const networks = networksOf(terms);
  return {
    name: terms.name.trim(),
    permissions: permissionsOf(terms),
    ...(networks.length === 0 ? {} : { allowed_networks: networks }),
    ...(terms.workspaceId === '' ? {} : { workspace_id: terms.workspaceId }),
    ...(terms.lastDay === '' ? {} : { expires_at: endOfDay(terms.lastDay) }),
  };
}

/** Only what differs from the key: two people who change different things do not undo each other. */
export function changeOf(key: ApiKeyView, terms: KeyTerms): UpdateApiKeyBody {
  const before = termsOf(key);
  const networks = networksOf(terms);
  const permissions = permissionsOf(terms);
  return {
    ...(terms.name.trim() === before.name ? {} : { name: terms.name.trim() }),
    ...(permissions.join() === permissionsOf(before).join() ? {} : { permissions }),
    ...(networks.join() === networksOf(before).join()
      ? {}
      : { allowed_networks: networks.length === 0 ? null : networks }),
    ...(terms.workspaceId === before.workspaceId
      ? {}
      : { workspace_id: terms.workspaceId === '' ? null : terms.workspaceId }),
  };
}

const networksOf = ({ networks }: KeyTerms): string[] => networks.split(/[\s,]+/).filter((each) => each !== '');

const permissionsOf = ({ permissions }: KeyTerms): Permission[] => PERMISSIONS.filter((each) => permissions.has(each));
