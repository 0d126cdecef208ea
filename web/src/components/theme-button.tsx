import { chooseTheme, nextTheme, type Theme, theme } from '../state/theme.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.data.ts';

const LOOKS: Readonly<Record<Theme, readonly [icon: IconName, label: string]>> = {
  system: ['system', 'Theme: system. Switch to light'],
  light: ['sun', 'Theme: light. Switch to dark'],
  dark: ['moon', 'Theme: dark. Switch to system'],
};

export function ThemeButton() {
  const [icon, label] = LOOKS[theme.value];
  return (
    <button
      type="button"
      class="button button-quiet button-icon"
      aria-label={label}
      title={label}
      onClick={() => chooseTheme(nextTheme(theme.value))}
    >
      <Icon name={icon} />
    </button>
  );
}
