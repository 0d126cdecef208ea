import { useRef } from 'preact/hooks';
import type { BrandingView } from '#core/contract/branding';
import type { OrganizationView } from '#core/contract/identity';
import { changeColor, putLogo, readBranding, removeLogo } from '../../api/branding.ts';
import { BrandMark } from '../../components/brand-mark.tsx';
import { FailurePanel } from '../../components/failure-panel.tsx';
import { showToast } from '../../state/toasts.ts';
import { useLoad } from '../../state/use-load.ts';
import { describeFailure } from '../../wording/describe-failure.ts';

const OWN_COLOR = '#111827';

/** How the organization looks to those it invites. */
export function BrandingSection({ organization }: { readonly organization: OrganizationView }) {
  const [branding, reload] = useLoad((signal) => readBranding(organization.id, signal));
  const picker = useRef<HTMLInputElement>(null);
  const change = (work: Promise<BrandingView>, done: string) =>
    void work
      .then(() => showToast(done))
      .catch((error: unknown) => showToast(describeFailure(error).detail, 'danger'))
      .finally(reload);
  const choose = (file: File | undefined) => {
    if (file) change(putLogo(organization.id, file), 'The logo is changed.');
    if (picker.current) picker.current.value = '';
  };
  return (
    <section aria-labelledby="branding">
      <h2 id="branding" class="mb-3 font-semibold text-lg">
        Branding
      </h2>
      <div class="card p-5">
        {branding.state === 'loading' && <div class="skeleton h-5" role="status" aria-label="Loading the branding" />}
        {branding.state === 'failed' && <FailurePanel failure={branding.failure} onRetry={reload} />}
        {branding.state === 'ready' && (
          <div class="flex flex-col gap-4">
            <p class="text-ink-soft text-sm">Shown on invitations, on the page and in the mail.</p>
            <BrandMark name={organization.name} branding={branding.value} />
            <div class="flex flex-wrap items-center gap-2">
              <label class="flex items-center gap-2 text-sm">
                Colour
                <input
                  type="color"
                  class="h-9 w-12 cursor-pointer rounded border border-line-strong bg-surface"
                  value={branding.value.color ?? OWN_COLOR}
                  onChange={({ currentTarget }) =>
                    change(changeColor(organization.id, currentTarget.value), 'The colour is changed.')
                  }
                />
              </label>
              {branding.value.color !== null && (
                <button
                  type="button"
                  class="button"
                  onClick={() => change(changeColor(organization.id, null), 'The colour is the plain one again.')}
                >
                  Plain colour
                </button>
              )}
              <button type="button" class="button" onClick={() => picker.current?.click()}>
                {branding.value.logo_url === null ? 'Choose a logo' : 'Change the logo'}
              </button>
              <input
                ref={picker}
                type="file"
                hidden
                aria-label="Logo: PNG, JPEG or WebP, at most 256 kB"
                accept="image/png,image/jpeg,image/webp"
                onChange={({ currentTarget }) => choose(currentTarget.files?.[0])}
              />
              {branding.value.logo_url !== null && (
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
      </div>
    </section>
  );
}
