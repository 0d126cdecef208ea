import { AppError } from '#core/platform/errors';
import { isBreached } from '#core/security/breach-lookup';
import { isCommonPassword } from '#core/security/common-password';
import { passwordLength } from '#core/security/password';
import type { RequestContext } from '../context.ts';
import { outboundFetch } from '../outbound-fetch.ts';

/**
 * Checks a new password: minimum length, not among the most common ones and, if a lookup is configured, not leaked
 * (NIST SP 800-63B). There are no rules on character classes.
 * @throws AppError `validation_failed` at `path`
 */
export async function checkNewPassword(
  context: RequestContext,
  password: string,
  path = 'json.password',
): Promise<void> {
  const { PASSWORD_MIN_LENGTH } = context.dependencies.settings;
  if (passwordLength(password) < PASSWORD_MIN_LENGTH)
    throw refused(path, `A password has at least ${PASSWORD_MIN_LENGTH} characters.`);
  if (isCommonPassword(password))
    throw refused(
      path,
      'This password is one of the most common ones. Choose one that nobody else uses, such as four unrelated words.',
    );
  if (await isKnownBreached(context, password))
    throw refused(
      path,
      'This password is on a list of leaked ones. Choose one that you use nowhere else, such as four unrelated words.',
    );
}

/** If the lookup fails, the password is accepted and the failure is logged. */
async function isKnownBreached({ dependencies }: RequestContext, password: string): Promise<boolean> {
  const { signInPolicy, settings, log } = dependencies;
  if (signInPolicy.breachLookupUrl === null) return false;
  try {
    return await isBreached(
      outboundFetch(dependencies),
      signInPolicy.breachLookupUrl,
      password,
      settings.BREACH_LOOKUP_MILLISECONDS,
    );
  } catch (error) {
    log.error('the list of leaked passwords could not be asked, the password passes', error);
    return false;
  }
}

const refused = (path: string, message: string): AppError =>
  new AppError('validation_failed', message, { errors: [{ path, message }] });
