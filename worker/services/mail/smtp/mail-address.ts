import { ConfigurationError } from '#core/domain/configuration-error';

/** Sender as configured: `Name <address>` or an address alone. */
export interface MailAddress {
  readonly name: string | null;
  readonly address: string;
}

/** @throws ConfigurationError for anything that is no such form: the Worker must not start serving then */
export function readMailAddress(text: string): MailAddress {
  const [, name, framed] = /^([^<>]*)<([^<>]+)>$/.exec(text.trim()) ?? [];
  const address = (framed ?? text).trim();
  if (!isSafeAddress(address)) throw new ConfigurationError('MAIL_FROM', 'must be a mail address');
  return { name: name?.trim() || null, address };
}

/** No blank, control character or bracket can stand in an envelope address: each could end the command. */
export function isSafeAddress(address: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get in
  return address.length <= 320 && /^[^\s<>\u0000-\u001f\u007f]+@[^\s<>@\u0000-\u001f\u007f]+$/.test(address);
}
