/** An audit action or a kind of target in words: `api_key.created` is "API key created". */
export function auditWords(name: string): string {
  const text = name.replaceAll('_', ' ').replace('.', ' ');
  const spelled = text.replace(/\b(?:api|mfa|totp|ip)\b/g, (word) => word.toUpperCase());
  return spelled.charAt(0).toUpperCase() + spelled.slice(1);
}

/** Pages that show a target; null for kinds that have none of their own. */
export function targetAddress(kind: string, id: string): string | null {
  switch (kind) {
    case 'document':
      return `/documents/${encodeURIComponent(id)}`;
    case 'template':
      return `/templates/${encodeURIComponent(id)}`;
    case 'user':
    case 'member':
    case 'membership':
    case 'role':
    case 'invitation':
    case 'workspace':
      return '/people';
    case 'api_key':
    case 'organization':
    case 'session':
    case 'passkey':
      return '/settings';
    default:
      return null;
  }
}
