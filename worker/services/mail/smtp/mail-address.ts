import { ConfigurationError } from '#core/domain/configuration-error';

/** Configured sender: `Name <address>` or only an address. */
export interface MailAddress {
  readonly name: string | null;
  readonly address: string;
}

/** Parses a sender. @throws ConfigurationError for any other format: the Worker must refuse to serve */
export function readMailAddress(text: string): MailAddress {
  const [, name, framed] = /^([^<>]*)<([^<>]+)>$/.exec(text.trim()) ?? [];
  const address = (framed ?? text).trim();
  if (!isSafeAddress(address)) throw new ConfigurationError('MAIL_FROM', 'must be a mail address');
  return { name: name?.trim() || null, address };
}

/** Returns whether an address is safe in an envelope: a space, control character or bracket could end the command. */
export function isSafeAddress(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these characters must be rejected
  return address.length <= 320 && /^[^\s<>\u0000-\u001f\u007f]+@[^\s<>@\u0000-\u001f\u007f]+$/.test(address);
}
