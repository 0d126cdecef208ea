import { ConfigurationError } from '#core/domain/configuration-error';

/** Address and credentials of a mail server. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /**
   * `implicit`: TLS from the first byte; `starttls`: upgraded before authentication; `none`: only for a server on this
   * machine.
   */
  readonly tls: 'implicit' | 'starttls' | 'none';
  readonly user: string | null;
  readonly password: string | null;
}

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '[::1]', 'localhost']);

/**
 * Parses `smtps://user:password@host:465` (implicit TLS) or `smtp://user:password@host:587` (STARTTLS, which the server
 * must offer). `?tls=none` is for a server on the same machine. @throws ConfigurationError for anything else
 */
export function readSmtpUrl(text: string): SmtpServer {
  if (!URL.canParse(text)) throw refused('must be a URL');
  const url = new URL(text);
  const implicit = url.protocol === 'smtps:';
  if (!implicit && url.protocol !== 'smtp:') throw refused('must begin with smtp:// or smtps://');
  const plain = url.searchParams.get('tls') === 'none';
  if (plain && (implicit || !LOOPBACK.has(url.hostname)))
    throw refused('may say tls=none only for a server on this machine');
  return {
    host: url.hostname,
    port: url.port === '' ? (implicit ? 465 : 587) : Number(url.port),
    tls: implicit ? 'implicit' : plain ? 'none' : 'starttls',
    user: url.username === '' ? null : decodeURIComponent(url.username),
    password: url.password === '' ? null : decodeURIComponent(url.password),
  };
}

const refused = (rule: string): ConfigurationError => new ConfigurationError('SMTP_URL', rule);
