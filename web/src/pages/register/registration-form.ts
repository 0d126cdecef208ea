/** What registering asks for, and what can be said about it before the server is asked. */
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

/** The server's default (PASSWORD_MIN_LENGTH); the server has the last word. */
export const PASSWORD_MIN_LENGTH = 8;

/** One message per field that cannot be right; none means: let the server decide. */
export function registrationMessages(form: RegistrationForm): Partial<Record<keyof RegistrationForm, string>> {
  const messages: Partial<Record<keyof RegistrationForm, string>> = {};
  if (form.first_name.trim() === '') messages.first_name = 'Enter your first name.';
  if (form.last_name.trim() === '') messages.last_name = 'Enter your last name.';
  if (form.organization_name.trim() === '') messages.organization_name = 'Enter the name of your organization.';
  if (!/^\S+@[^\s@.]+(?:\.[^\s@.]+)+$/.test(form.email.trim()))
    messages.email = 'Enter an e-mail address, such as ada@example.com.';
  const length = [...form.password].length;
  if (length < PASSWORD_MIN_LENGTH)
    messages.password = `Use at least ${PASSWORD_MIN_LENGTH} characters; this has ${length}.`;
  return messages;
}
