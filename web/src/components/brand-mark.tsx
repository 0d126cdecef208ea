import type { BrandingView } from '#core/contract/branding';
import { inkOn } from '#core/domain/color';

const DEFAULT_COLOR = '#111827';

export interface BrandMarkProps {
  readonly name: string;
  readonly branding: BrandingView;
}

/** An organization's logo, or its initials on its brand colour. */
export function BrandMark({ name, branding }: BrandMarkProps) {
  const { color, logo_url } = branding;
  if (logo_url !== null) return <img src={logo_url} alt={name} class="h-12 max-w-56 self-start object-contain" />;
  const background = color ?? DEFAULT_COLOR;
  const initials = name
    .split(/\s+/)
    .slice(0, 2)
    .map((word) => [...word][0] ?? '')
    .join('')
    .toUpperCase();
  return (
    <span
      aria-hidden="true"
      class="grid size-12 place-items-center rounded-lg font-semibold text-lg"
      style={{ backgroundColor: background, color: inkOn(background) }}
    >
      {initials}
    </span>
  );
}
