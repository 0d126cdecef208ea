import type { RuleView } from '#core/contract/rules';
import { formatAge } from '../../formatting/dates.ts';
import { nameOfUser } from '../../state/people-names.ts';
import { describeDemand, describeScope } from '../../wording/rule-words.ts';

export type RuleAction = 'edit' | 'versions' | 'archive';

const LABELS: Readonly<Record<RuleAction, string>> = { edit: 'Edit', versions: 'Versions', archive: 'Archive' };

export interface RuleRowProps {
  readonly rule: RuleView;
  readonly mayManage: boolean;
  readonly onTurn: () => void;
  readonly onOpen: (action: RuleAction) => void;
}

export function RuleRow({ rule, mayManage, onTurn, onOpen }: RuleRowProps) {
  const { name, definition, version, active, updated_at: updatedAt, created_by: author } = rule;
  const actions: readonly RuleAction[] = [
    ...(mayManage ? (['edit'] as const) : []),
    ...(version > 1 ? (['versions'] as const) : []),
    ...(mayManage ? (['archive'] as const) : []),
  ];
  return (
    <li class="flex flex-col gap-2 border-line border-b px-5 py-3.5 last:border-b-0">
      <div class="flex items-start gap-4">
        <div class={`min-w-0 flex-1 ${active ? '' : 'text-ink-soft'}`}>
          <p class="break-words font-medium">{name}</p>
          <p class="break-words text-sm">
            {describeDemand(definition)}. {describeScope(definition)}
          </p>
          <p class="break-words text-ink-soft text-sm">“{definition.message}”</p>
          <p class="text-ink-faint text-sm">
            Version {version} · {nameOfUser(author)} · {formatAge(updatedAt, Date.now())}
          </p>
        </div>
        {mayManage ? (
          <label class="flex min-h-9 shrink-0 cursor-pointer items-center gap-2 text-sm">
            <input type="checkbox" class="size-4 accent-accent" checked={active} onChange={onTurn} />
            {active ? 'On' : 'Off'}
            <span class="sr-only">: {name}</span>
          </label>
        ) : (
          <span class="shrink-0 text-ink-soft text-sm">{active ? 'On' : 'Off'}</span>
        )}
      </div>
      <div class="flex flex-wrap gap-2">
        {actions.map((each) => (
          <button
            key={each}
            type="button"
            class="button"
            aria-label={`${LABELS[each]}: ${name}`}
            onClick={() => onOpen(each)}
          >
            {LABELS[each]}
          </button>
        ))}
      </div>
    </li>
  );
}
