import { AppError } from '#core/platform/errors';
import { isCommonPassword } from '#core/security/common-password';
import { passwordLength } from '#core/security/password';
import type { RequestContext } from '../context.ts';

/**
 * The rules for a new password: long enough, and not among those everybody tries first (NIST SP 800-63B). No rules
 * about kinds of characters. @throws AppError `validation_failed` at `path`
 */
export function checkNewPassword({ dependencies }: RequestContext, password: string, path = 'json.password'): void {
  const { PASSWORD_MIN_LENGTH } = dependencies.settings;
  if (passwordLength(password) < PASSWORD_MIN_LENGTH)
    throw refused(path, `A password has at least ${PASSWORD_MIN_LENGTH} characters.`);
  if (isCommonPassword(password)) throw refused(path, 'This password is one of the most common ones. Choose another.');
}

const refused = (path: string, message: string): AppError =>
  new AppError('validation_failed', message, { errors: [{ path, message }] });
