/** Whether the platform's command key is ⌘ (Apple) instead of Ctrl. */
export function usesCommandKey(platform: string): boolean {
  return /^(mac|iphone|ipad|ipod)/i.test(platform);
}

export const onApple = usesCommandKey(globalThis.navigator?.platform ?? '');
