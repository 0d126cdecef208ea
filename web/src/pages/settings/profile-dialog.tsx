import { useState } from 'preact/hooks';
import type { UserView } from '#core/contract/identity';
import { updateProfile } from '../../api/account.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextField } from '../../components/text-field.tsx';
import { loadSession } from '../../state/session.ts';
import { useSubmit } from '../../state/use-submit.ts';

const BROWSER = ['', 'As this browser does'] as const;

const LOCALES: readonly (readonly [string, string])[] = [
  BROWSER,
  ...['en-GB', 'en-US', 'de-DE', 'de-CH', 'fr-FR', 'it-IT', 'es-ES', 'nl-NL', 'pl-PL', 'pt-BR', 'ja-JP', 'zh-CN'].map(
    (tag) => [tag, new Intl.DisplayNames('en', { type: 'language' }).of(tag) ?? tag] as const,
  ),
];

const TIME_ZONES: readonly (readonly [string, string])[] = [
  BROWSER,
  ...Intl.supportedValuesOf('timeZone').map((name) => [name, name.replaceAll('_', ' ')] as const),
];

/** A value that was chosen through the API and is not in the list stays one. */
const withOwn = (options: typeof TIME_ZONES, own: string | null): typeof TIME_ZONES =>
  own === null || options.some(([value]) => value === own) ? options : [...options, [own, own]];

export function ProfileDialog({ user, onClose }: { readonly user: UserView; readonly onClose: () => void }) {
  const [first, setFirst] = useState(user.first_name);
  const [last, setLast] = useState(user.last_name);
  const [locale, setLocale] = useState(user.locale ?? '');
  const [zone, setZone] = useState(user.time_zone ?? '');
  const submission = useSubmit(async () => {
    await updateProfile({
      first_name: first,
      last_name: last,
      locale: locale === '' ? null : locale,
      time_zone: zone === '' ? null : zone,
    });
    await loadSession();
    onClose();
  });
  return (
    <FormDialog title="Your profile" action="Save" submission={submission} onClose={onClose}>
      <TextField
        label="First name"
        name="first_name"
        autocomplete="given-name"
        autofocus
        maxLength={100}
        value={first}
        onChange={setFirst}
        error={submission.messages['first_name']}
      />
      <TextField
        label="Last name"
        name="last_name"
        autocomplete="family-name"
        maxLength={100}
        value={last}
        onChange={setLast}
        error={submission.messages['last_name']}
      />
      <SelectField
        label="Dates and times are written as in"
        value={locale}
        options={withOwn(LOCALES, user.locale)}
        onChange={setLocale}
      />
      <SelectField label="Time zone" value={zone} options={withOwn(TIME_ZONES, user.time_zone)} onChange={setZone} />
    </FormDialog>
  );
}
