import type { UserView } from '#core/contract/identity';
import { updateProfile } from '../../api/account.ts';
import { PersonNameFields } from '../../components/account-fields.tsx';
import { FormDialog } from '../../components/form-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { loadSession } from '../../state/session.ts';
import { useForm } from '../../state/use-form.ts';

const BROWSER = ['', 'Use the browser’s setting'] as const;

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

/** Keeps a value that was set through the API and is not in the list. */
const withOwn = (options: typeof TIME_ZONES, own: string | null): typeof TIME_ZONES =>
  own === null || options.some(([value]) => value === own) ? options : [...options, [own, own]];

export function ProfileDialog({ user, onClose }: { readonly user: UserView; readonly onClose: () => void }) {
  const form = useForm({
    start: {
      first_name: user.first_name,
      last_name: user.last_name,
      locale: user.locale ?? '',
      time_zone: user.time_zone ?? '',
    },
    submit: async ({ first_name, last_name, locale, time_zone }) => {
      await updateProfile({ first_name, last_name, locale: locale || null, time_zone: time_zone || null });
      await loadSession();
      onClose();
    },
  });
  return (
    <FormDialog title="Edit profile" action="Save" form={form} onClose={onClose}>
      <PersonNameFields field={form.field} />
      <SelectField label="Date and time format" options={withOwn(LOCALES, user.locale)} {...form.field('locale')} />
      <SelectField label="Time zone" options={withOwn(TIME_ZONES, user.time_zone)} {...form.field('time_zone')} />
    </FormDialog>
  );
}
