import { ConfigurationError, parseJsonVariable } from '../domain/configuration-error.ts';

/** An identity provider configured by the deployment, available to users of any organization. */
export interface IdentityProvider {
  /** Used in URLs and in linked identities, for example `google`. Lower-case letters, digits and dashes. */
  readonly id: string;
  /** `oidc` uses discovery. `github` is OAuth 2.0 without ID tokens, so the user is read from its API. */
  readonly kind: 'oidc' | 'github';
  /** Label of the button. */
  readonly name: string;
  /** OpenID Connect issuer, or the URL of the GitHub server. */
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
}

const VARIABLE = 'IDENTITY_PROVIDERS';
const ID = /^[a-z0-9-]{1,32}$/;

/**
 * Reads `IDENTITY_PROVIDERS`, a secret: JSON `[{"id", "kind"?, "name", "issuer"?, "client_id", "client_secret"}]`.
 * Google: `https://accounts.google.com`. Microsoft: `https://login.microsoftonline.com/TENANT-ID/v2.0`.
 * @throws ConfigurationError if an entry is incomplete: a half-configured provider is worse than none
 */
export function readIdentityProviders(json: string | undefined): readonly IdentityProvider[] {
  if (json === undefined || json === '') return [];
  const parsed = parseJsonVariable(VARIABLE, json);
  if (!Array.isArray(parsed)) throw refused('must be a list');
  const providers = parsed.map(readProvider);
  if (new Set(providers.map(({ id }) => id)).size < providers.length) throw refused('names an id twice');
  return providers;
}

function readProvider(entry: unknown): IdentityProvider {
  const given: Readonly<Record<string, unknown>> = typeof entry === 'object' && entry !== null ? { ...entry } : {};
  const text = (name: string, otherwise?: string): string => {
    const value = given[name] ?? otherwise;
    if (typeof value !== 'string' || value === '') throw refused(`has an entry without ${name}`);
    return value;
  };
  const id = text('id');
  const kind = text('kind', 'oidc');
  if (!ID.test(id)) throw refused('has an id that is not made of lower-case letters, digits and dashes');
  if (kind !== 'oidc' && kind !== 'github') throw refused('has a kind other than oidc and github');
  const issuer = text('issuer', kind === 'github' ? 'https://github.com' : undefined);
  if (!URL.canParse(issuer)) throw refused(`has an issuer that is no URL, at ${id}`);
  return { id, kind, name: text('name', id), issuer, clientId: text('client_id'), clientSecret: text('client_secret') };
}

const refused = (rule: string): ConfigurationError => new ConfigurationError(VARIABLE, rule);
