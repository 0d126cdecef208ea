/** Values of the registration form. */
export interface RegistrationForm {
  readonly first_name: string;
  readonly last_name: string;
  readonly organization_name: string;
  readonly email: string;
  readonly password: string;
}

export const EMPTY_REGISTRATION: RegistrationForm = {
  first_name: '',
  last_name: '',
  organization_name: '',
  email: '',
  password: '',
};

/**
 * Returns messages about values that the server would reject, by field.
 *
 * @param minLength minimum password length in characters; null if unknown
 */
export function registrationMessages(
  form: RegistrationForm,
  minLength: number | null,
): Partial<Record<keyof RegistrationForm, string>> {
  const messages: Partial<Record<keyof RegistrationForm, string>> = {};
  if (form.first_name.trim() === '') messages.first_name = 'Enter your first name.';
  if (form.last_name.trim() === '') messages.last_name = 'Enter your last name.';
  if (form.organization_name.trim() === '') messages.organization_name = 'Enter the name of your organization.';
  if (!/^\S+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(form.email.trim()))
    messages.email = 'Enter an e-mail address, such as ada@example.com.';
  const length = [...form.password].length;
  if (length === 0) messages.password = 'Enter a password.';
  else if (minLength !== null && length < minLength)
    messages.password = `Use at least ${minLength} characters; this has ${length}.`;
  return messages;
}
