import type { Identity } from '#core/contract/identity';
import { mayUse, signOut } from '../state/session.ts';
import { showFailure } from '../state/toasts.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.data.ts';
import { ThemeButton } from './theme-button.tsx';

/** `popover` closes it on Escape and on clicks elsewhere. */
export function AccountMenu({ identity }: { readonly identity: Identity }) {
  const { user, organization } = identity;
  const initials = `${user.first_name.charAt(0)}${user.last_name.charAt(0)}`.toUpperCase();
  const leave = () => signOut().catch(showFailure);
  return (
    <>
      <button
        type="button"
        popovertarget="account-menu"
        class="grid size-8 shrink-0 cursor-pointer place-items-center rounded-full bg-ink font-semibold text-canvas text-xs"
        aria-label={`${initials}, account of ${user.first_name} ${user.last_name}`}
      >
        {initials}
      </button>
      <div
        id="account-menu"
        popover="auto"
        class="fixed inset-auto top-14 right-3 m-0 w-64 rounded-xl border border-line bg-surface p-0 text-ink shadow-float"
      >
        <div class="border-line border-b px-4 py-3">
          <p class="font-semibold">
            {user.first_name} {user.last_name}
          </p>
          <p class="truncate text-ink-soft text-sm">{user.email}</p>
          <p class="mt-1 truncate text-ink-faint text-sm">
            {organization.name} · {organization.role_name}
          </p>
        </div>
        {/* On narrow screens these links are here instead of in the header. */}
        <div class="sm:hidden">
          {mayUse('documents.export') && <MenuLink href="/exports" icon="download" label="Exports" />}
          <MenuLink href="/docs" icon="document" label="API" />
          <div class="flex items-center justify-between border-line border-b py-1 pr-2 pl-4">
            Theme <ThemeButton />
          </div>
        </div>
        {mayUse('audit.read') && <MenuLink href="/audit" icon="shield" label="Audit log" />}
        {user.system_administrator && <MenuLink href="/administration" icon="system" label="Server administration" />}
        <button
          type="button"
          class="flex w-full cursor-pointer items-center gap-2 rounded-b-xl px-4 py-3 text-left hover:bg-sunken"
          onClick={() => void leave()}
        >
          <Icon name="sign-out" /> Sign out
        </button>
      </div>
    </>
  );
}

function MenuLink({ href, icon, label }: { readonly href: string; readonly icon: IconName; readonly label: string }) {
  return (
    <a
      href={href}
      class="flex items-center gap-2 border-line border-b px-4 py-3 hover:bg-sunken"
      onClick={() => document.getElementById('account-menu')?.hidePopover()}
    >
      <Icon name={icon} /> {label}
    </a>
  );
}
