/** Whether the command key of this platform is ⌘ instead of Ctrl. */
export const onApple = /^(mac|iphone|ipad|ipod)/i.test(globalThis.navigator?.platform ?? '');
