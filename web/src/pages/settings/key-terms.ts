import type { ApiKeyView, CreateApiKeyBody, UpdateApiKeyBody } from '#core/contract/api-keys';
import { PERMISSIONS, type Permission } from '#core/domain/permissions';
import { endOfDay } from '../../formatting/dates.ts';

/** The values of the API key form, named like the fields of the request. */
export interface KeyTerms {
  readonly name: string;
  readonly permissions: ReadonlySet<Permission>;
  /** Networks separated by commas, spaces or lines; empty allows any. */
  readonly allowed_networks: string;
  /** Empty for no restriction. */
  readonly workspace_id: string;
  /** Last day of validity, `YYYY-MM-DD`; empty for a key that does not expire. Set on creation only. */
  readonly expires_at: string;
}

/** Enough for a program that uploads documents and reads results. Anything more has to be chosen. */
const DEFAULT_PERMISSIONS: readonly Permission[] = ['documents.read', 'documents.create'];

export function newTerms(held: readonly Permission[]): KeyTerms {
  const permissions = new Set(DEFAULT_PERMISSIONS.filter((each) => held.includes(each)));
  return { name: '', permissions, allowed_networks: '', workspace_id: '', expires_at: '' };
}

export function termsOf(key: ApiKeyView): KeyTerms {
  return {
    name: key.name,
    permissions: new Set(key.permissions),
    allowed_networks: (key.allowed_networks ?? []).join(', '),
    workspace_id: key.workspace_id ?? '',
    expires_at: '',
  };
}

export function creationOf(terms: KeyTerms): CreateApiKeyBody {
  const networks = networksOf(terms);
  return {
    name: terms.name.trim(),
    permissions: permissionsOf(terms),
    ...(networks.length === 0 ? {} : { allowed_networks: networks }),
    ...(terms.workspace_id === '' ? {} : { workspace_id: terms.workspace_id }),
    ...(terms.expires_at === '' ? {} : { expires_at: endOfDay(terms.expires_at) }),
  };
}

/** The fields that differ from the key, so that concurrent edits of different fields do not overwrite each other. */
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
    ...(terms.workspace_id === before.workspace_id
      ? {}
      : { workspace_id: terms.workspace_id === '' ? null : terms.workspace_id }),
  };
}

const networksOf = (terms: KeyTerms): string[] => terms.allowed_networks.split(/[\s,]+/).filter((each) => each !== '');

const permissionsOf = ({ permissions }: KeyTerms): Permission[] => PERMISSIONS.filter((each) => permissions.has(each));
