import type { Mail } from './mail.ts';

/** One message, as passed to a provider. */
export interface OutgoingMail extends Mail {
  /** Identical for all attempts, so that receivers can detect duplicates. */
  readonly id: string;
  /** Unix milliseconds. */
  readonly createdAt: number;
}

/** Delivers mails: accepts one message or rejects with `MailFailure`. */
export interface MailProvider {
  deliver(mail: OutgoingMail): Promise<void>;
}

export type MailFailureReason = 'unreachable' | 'timed_out' | 'insecure' | 'protocol' | 'refused' | 'unauthorized';

/** Reason why a mail was not accepted. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  constructor(
    readonly reason: MailFailureReason,
    /** True if retrying cannot succeed. */
    readonly permanent: boolean,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}
