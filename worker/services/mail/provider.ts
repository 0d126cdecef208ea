import type { Mail } from './mail.ts';

/** One message as a provider takes it. */
export interface OutgoingMail extends Mail {
  /** Stays the same over all attempts, so that receivers can tell a repetition. */
  readonly id: string;
  /** Unix milliseconds. */
  readonly createdAt: number;
}

/** What hands mails to the world: takes one message or rejects with `MailFailure`. */
export interface MailProvider {
  deliver(mail: OutgoingMail): Promise<void>;
}

export type MailFailureReason = 'unreachable' | 'timed_out' | 'insecure' | 'protocol' | 'refused' | 'unauthorized';

/** Why a mail was not taken. */
export class MailFailure extends Error {
  override readonly name = 'MailFailure';
  constructor(
    readonly reason: MailFailureReason,
    /** True when another attempt would end the same way. */
    readonly permanent: boolean,
    message: string,
    options?: { readonly cause?: unknown },
  ) {
    super(message, options);
  }
}
