import { useRef } from 'preact/hooks';
import type { BrandingView } from '#core/contract/branding';
import type { OrganizationView } from '#core/contract/identity';
import { changeColor, putLogo, readBranding, removeLogo } from '../../api/branding.ts';
import { BrandMark } from '../../components/brand-mark.tsx';
import { LoadFrame } from '../../components/load-frame.tsx';
import { Section } from '../../components/section.tsx';
import { runAction } from '../../state/run-action.ts';
import { useLoad } from '../../state/use-load.ts';

const OWN_COLOR = '#111827';

/** How the organization looks to those it invites. */
export function BrandingSection({ organization }: { readonly organization: OrganizationView }) {
  const [branding, reload] = useLoad((signal) => readBranding(organization.id, signal));
  const picker = useRef<HTMLInputElement>(null);
  const change = (work: Promise<BrandingView>, done: string) => runAction(work, done, reload);
  const choose = (file: File | undefined) => {
    if (file) change(putLogo(organization.id, file), 'The logo is changed.');
    if (picker.current) picker.current.value = '';
  };
  return (
    <Section title="Branding">
      <div class="card">
        <LoadFrame loaded={branding} what="the branding" onRetry={reload}>
          {(look) => (
            <div class="flex flex-col gap-4 p-5">
              <p class="text-ink-soft text-sm">Shown on invitations, on the page and in the mail.</p>
              <BrandMark name={organization.name} branding={look} />
              <div class="flex flex-wrap items-center gap-2">
                <label class="flex items-center gap-2 text-sm">
                  Colour
                  <input
                    type="color"
                    class="h-9 w-12 cursor-pointer rounded border border-line-strong bg-surface"
                    value={look.color ?? OWN_COLOR}
                    onChange={({ currentTarget }) =>
                      change(changeColor(organization.id, currentTarget.value), 'The colour is changed.')
                    }
                  />
                </label>
                {look.color !== null && (
                  <button
                    type="button"
                    class="button"
                    onClick={() => change(changeColor(organization.id, null), 'The colour is the plain one again.')}
                  >
                    Plain colour
                  </button>
                )}
                <button type="button" class="button" onClick={() => picker.current?.click()}>
                  {look.logo_url === null ? 'Choose a logo' : 'Change the logo'}
                </button>
                <input
                  ref={picker}
                  type="file"
                  hidden
                  aria-label="Logo: PNG, JPEG or WebP, at most 256 kB"
                  accept="image/png,image/jpeg,image/webp"
                  onChange={({ currentTarget }) => choose(currentTarget.files?.[0])}
                />
                {look.logo_url !== null && (
                  <button
                    type="button"
                    class="button"
                    onClick={() => change(removeLogo(organization.id), 'The logo is taken away.')}
                  >
                    Remove the logo
                  </button>
                )}
              </div>
            </div>
          )}
        </LoadFrame>
      </div>
    </Section>
  );
}
