import { useRef } from 'preact/hooks';
import type { BrandingView } from '#core/contract/branding';
import type { OrganizationView } from '#core/contract/identity';
import { changeColor, putLogo, readBranding, removeLogo } from '../../api/branding.ts';
import { BrandMark } from '../../components/brand-mark.tsx';
import { LoadFrame } from '../../components/load-frame.tsx';
import { Section } from '../../components/section.tsx';
import { runAction } from '../../state/run-action.ts';
import { useLoad } from '../../state/use-load.ts';

const DEFAULT_COLOR = '#111827';

/** The logo and color that invited users see. */
export function BrandingSection({ organization }: { readonly organization: OrganizationView }) {
  const [branding, reload] = useLoad((signal) => readBranding(organization.id, signal));
  const picker = useRef<HTMLInputElement>(null);
  const change = (work: Promise<BrandingView>, done: string) => runAction(work, done, reload);
  const choose = (file: File | undefined) => {
    if (file) change(putLogo(organization.id, file), 'Logo updated.');
    if (picker.current) picker.current.value = '';
  };
  return (
    <Section title="Branding">
      <div class="card">
        <LoadFrame loaded={branding} what="the branding" onRetry={reload}>
          {(look) => (
            <div class="flex flex-col gap-4 p-5">
              <p class="text-ink-soft text-sm">Shown on invitation pages and in invitation mails.</p>
              <BrandMark name={organization.name} branding={look} />
              <div class="flex flex-wrap items-center gap-2">
                <label class="flex items-center gap-2 text-sm">
                  Colour
                  <input
                    type="color"
                    class="h-9 w-12 cursor-pointer rounded border border-line-strong bg-surface"
                    value={look.color ?? DEFAULT_COLOR}
                    onChange={({ currentTarget }) =>
                      change(changeColor(organization.id, currentTarget.value), 'Colour updated.')
                    }
                  />
                </label>
                {look.color !== null && (
                  <button
                    type="button"
                    class="button"
                    onClick={() => change(changeColor(organization.id, null), 'Colour reset.')}
                  >
                    Reset colour
                  </button>
                )}
                <button type="button" class="button" onClick={() => picker.current?.click()}>
                  {look.logo_url === null ? 'Upload logo' : 'Replace logo'}
                </button>
                <input
                  ref={picker}
                  type="file"
                  hidden
                  aria-label="Logo: PNG, JPEG or WebP"
                  accept="image/png,image/jpeg,image/webp"
                  onChange={({ currentTarget }) => choose(currentTarget.files?.[0])}
                />
                {look.logo_url !== null && (
                  <button
                    type="button"
                    class="button"
                    onClick={() => change(removeLogo(organization.id), 'Logo removed.')}
                  >
                    Remove logo
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
