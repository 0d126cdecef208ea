import { useState } from 'preact/hooks';
import type { AdministratedJob, AdministratedJobQuery } from '#core/contract/administration';
import { listTroubledJobs } from '../../api/administration.ts';
import { ListCard } from '../../components/page-list.tsx';
import { formatAge, formatTime } from '../../formatting/dates.ts';
import { usePages } from '../../state/use-pages.ts';

type Problem = AdministratedJobQuery['kind'];

const KINDS: readonly (readonly [Problem, string])[] = [
  ['stuck', 'Stuck'],
  ['failed', 'Failed'],
];
const NONE: Readonly<Record<Problem, string>> = {
  stuck: 'No job is stuck.',
  failed: 'No job has failed.',
};

/** Jobs that are stuck or have failed, without anything about their documents' content. */
export function JobsSection() {
  const [kind, setKind] = useState<Problem>('stuck');
  const pages = usePages((cursor, signal) => listTroubledJobs(kind, cursor, signal), kind);
  return (
    <section aria-label="Jobs" class="flex flex-col gap-3">
      <div class="flex flex-wrap items-center gap-2">
        {KINDS.map(([name, label]) => (
          <button key={name} type="button" class="button" aria-pressed={name === kind} onClick={() => setKind(name)}>
            {label}
          </button>
        ))}
        <span class="flex-1" />
        <button type="button" class="button" onClick={pages.reload}>
          Refresh
        </button>
      </div>
      <ListCard pages={pages} what="the jobs" empty={{ icon: 'check', title: 'No problems', text: NONE[kind] }}>
        {(job) => <JobRow key={job.id} job={job} />}
      </ListCard>
    </section>
  );
}

function JobRow({ job }: { readonly job: AdministratedJob }) {
  const { id, status, attempts, error_code: code, updated_at: updated } = job;
  return (
    <li class="flex flex-wrap items-baseline gap-x-4 gap-y-1 border-line border-b px-5 py-3 last:border-b-0">
      <div class="min-w-0 flex-1 basis-64">
        <p class="font-medium">
          {code ?? status} <span class="font-normal text-ink-soft text-sm">after {attemptCount(attempts)}</span>
        </p>
        <p class="break-all font-mono text-ink-faint text-xs">
          {id} · {job.document_id} · {job.organization_id}
        </p>
      </div>
      <time class="text-ink-faint text-sm" dateTime={updated} title={formatTime(updated)}>
        {formatAge(updated, Date.now())}
      </time>
    </li>
  );
}

const attemptCount = (attempts: number): string => (attempts === 1 ? '1 attempt' : `${attempts} attempts`);
