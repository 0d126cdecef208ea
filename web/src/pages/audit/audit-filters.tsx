import { useEffect, useState } from 'preact/hooks';
import type { AuditFilter } from '../../api/audit.ts';
import { endOfDay } from '../../formatting/dates.ts';

/** Debounce delay before the search is sent. */
const PAUSE_MS = 250;

/** The filter that matches every event. */
export const ALL_EVENTS: AuditFilter = { q: '', actor: '', outcome: '', from: '', to: '' };

export interface AuditFiltersProps {
  readonly filter: AuditFilter;
  readonly onChange: (filter: AuditFilter) => void;
}

export function AuditFilters({ filter, onChange }: AuditFiltersProps) {
  const [typed, setTyped] = useState({ q: filter.q, actor: filter.actor });
  useEffect(() => {
    if (typed.q === filter.q && typed.actor === filter.actor) return;
    const timer = setTimeout(search, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const search = () => onChange({ ...filter, q: typed.q.trim(), actor: typed.actor.trim() });
  const searchOnEnter = ({ key, isComposing }: KeyboardEvent) => {
    if (key === 'Enter' && !isComposing) search();
  };
  const day = (value: string): string => (value === '' ? '' : new Date(`${value}T00:00:00`).toISOString());
  return (
    <search class="grid grid-cols-2 gap-2 lg:grid-cols-[1fr_1fr_9.5rem_13rem_14.5rem]">
      <input
        class="input"
        type="search"
        aria-label="Action or target id"
        placeholder="Action or target id"
        value={typed.q}
        onInput={({ currentTarget }) => setTyped({ ...typed, q: currentTarget.value })}
        onKeyDown={searchOnEnter}
      />
      <input
        class="input"
        type="search"
        aria-label="Actor id"
        placeholder="Actor id"
        value={typed.actor}
        onInput={({ currentTarget }) => setTyped({ ...typed, actor: currentTarget.value })}
        onKeyDown={searchOnEnter}
      />
      <select
        class="input col-span-2 lg:col-span-1"
        aria-label="Outcome"
        value={filter.outcome}
        onChange={({ currentTarget }) => onChange({ ...filter, outcome: outcomeOf(currentTarget.value) })}
      >
        <option value="">Any outcome</option>
        <option value="success">Succeeded</option>
        <option value="failure">Refused</option>
      </select>
      <DayField label="From" spoken="First day" onChange={(value) => onChange({ ...filter, from: day(value) })} />
      <DayField
        label="Through"
        spoken="Last day"
        onChange={(value) => onChange({ ...filter, to: value === '' ? '' : endOfDay(value) })}
      />
    </search>
  );
}

const outcomeOf = (value: string): AuditFilter['outcome'] => (value === 'success' || value === 'failure' ? value : '');

interface DayFieldProps {
  readonly label: string;
  readonly spoken: string;
  readonly onChange: (day: string) => void;
}

function DayField({ label, spoken, onChange }: DayFieldProps) {
  return (
    <label class="flex flex-col gap-1 text-ink-soft text-sm lg:flex-row lg:items-center lg:gap-2">
      {label}
      <input
        class="input min-w-0"
        type="date"
        aria-label={spoken}
        onChange={({ currentTarget }) => onChange(currentTarget.value)}
      />
    </label>
  );
}
