/** The logo: a page with one highlighted line. */
export function Logo({ class: classes = 'size-7' }: { readonly class?: string }) {
  return (
    <svg class={classes} viewBox="0 0 32 32" aria-hidden="true">
      <rect class="fill-ink" x="4" y="2" width="24" height="28" rx="4" />
      <rect class="fill-line-strong" x="9" y="8.5" width="13" height="2.5" rx="1.25" />
      <rect class="fill-highlighter" x="7.5" y="13.5" width="17" height="6.5" rx="1.5" />
      <rect fill="#1c1b19" x="10" y="15.7" width="9" height="2.2" rx="1.1" />
      <rect class="fill-line-strong" x="9" y="22.5" width="9" height="2.5" rx="1.25" />
    </svg>
  );
}
