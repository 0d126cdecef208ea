import { ICON_PATHS, type IconName } from './icon-paths.data.ts';

export interface IconProps {
  readonly name: IconName;
  readonly class?: string;
}

/** A decorative icon; controls with only an icon need a label. */
export function Icon({ name, class: classes = 'size-4' }: IconProps) {
  return (
    <svg
      class={`${classes} shrink-0`}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      <path d={ICON_PATHS[name]} />
    </svg>
  );
}
