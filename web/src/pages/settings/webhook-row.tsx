import type { WebhookView } from '#core/contract/webhooks';
import { formatAge, formatTime } from '../../formatting/dates.ts';
import { DISABLED_LABELS, EVENT_LABELS } from '../../wording/webhook-words.ts';

export type WebhookAction = 'deliveries' | 'test' | 'edit' | 'rotate' | 'disable' | 'enable' | 'delete';

const LABELS: Readonly<Record<WebhookAction, string>> = {
  deliveries: 'Deliveries',
  test: 'Send test',
  edit: 'Edit',
  rotate: 'Rotate secret',
  disable: 'Disable',
  enable: 'Enable',
  delete: 'Delete',
};

export interface WebhookRowProps {
  readonly webhook: WebhookView;
  readonly mayManage: boolean;
  readonly onOpen: (what: WebhookAction) => void;
}

export function WebhookRow({ webhook, mayManage, onOpen }: WebhookRowProps) {
  const { url, description, status, disabled_reason: reason } = webhook;
  const switching = status === 'active' ? 'disable' : 'enable';
  const actions: readonly WebhookAction[] = mayManage
    ? ['deliveries', 'test', 'edit', 'rotate', switching, 'delete']
    : ['deliveries'];
  return (
    <li class="flex flex-col gap-2 border-line border-b px-5 py-3.5 last:border-b-0">
      <div class="min-w-0">
        <p class="break-all font-medium">{url}</p>
        {description !== '' && <p class="break-words text-ink-soft text-sm">{description}</p>}
        {reason !== null && <p class="text-review text-sm">{DISABLED_LABELS[reason]}</p>}
        <p class="text-ink-faint text-sm">{factsOf(webhook).join(' · ')}</p>
      </div>
      <div class="flex flex-wrap gap-2">
        {actions.map((each) => (
          <button
            key={each}
            type="button"
            class="button"
            aria-label={`${LABELS[each]}: ${url}`}
            onClick={() => onOpen(each)}
          >
            {LABELS[each]}
          </button>
        ))}
      </div>
    </li>
  );
}

function factsOf({
  events,
  workspace_ids: workspaces,
  created_at: created,
  previous_secret_until: until,
}: WebhookView): readonly string[] {
  return [
    events === null ? 'all events' : events.map((each) => EVENT_LABELS[each].toLowerCase()).join(', '),
    ...(workspaces === null ? [] : [workspaces.length === 1 ? '1 workspace' : `${workspaces.length} workspaces`]),
    `created ${formatAge(created, Date.now())}`,
    ...(until !== null && Date.parse(until) > Date.now() ? [`old secret signs until ${formatTime(until)}`] : []),
  ];
}
