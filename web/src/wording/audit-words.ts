import type { AuditEventView } from '#core/contract/audit';

/** An audit action or a kind of target in words: `api_key.created` is "API key created". */
export function auditWords(name: string): string {
  const text = name.replaceAll('_', ' ').replace('.', ' ');
  const spelled = text.replace(/\b(?:api|mfa|totp|ip)\b/g, (word) => word.toUpperCase());
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}

/** The page that shows a target; null where there is none, or the document is gone or out of reach. */
export function targetAddress({ kind, id, name }: AuditEventView['target']): string | null {
  switch (kind) {
    case 'document':
      return name === undefined ? null : `/documents/${encodeURIComponent(id)}`;
    case 'template':
      return `/templates/${encodeURIComponent(id)}`;
    case 'user':
    case 'member':
    case 'membership':
    case 'role':
    case 'invitation':
    case 'workspace':
      return '/people';
    case 'export':
      return '/exports';
    case 'webhook':
      return '/settings/organization';
    case 'api_key':
    case 'organization':
    case 'session':
    case 'passkey':
      return '/settings';
    default:
      return null;
  }
}
