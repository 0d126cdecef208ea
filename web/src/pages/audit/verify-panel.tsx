import { useState } from 'preact/hooks';
import type { AuditVerification } from '#core/contract/audit';
import { verifyAuditChain } from '../../api/audit.ts';
import { Icon } from '../../components/icon.tsx';
import { describeFailure } from '../../wording/describe-failure.ts';

type Verdict =
  | { readonly state: 'not-asked' }
  | { readonly state: 'running'; readonly checked: number }
  | { readonly state: 'done'; readonly checked: number; readonly last: AuditVerification }
  | { readonly state: 'failed'; readonly text: string };

/** Verifies the hash chain on the server, slice by slice, and shows the outcome. */
export function VerifyPanel() {
  const [verdict, setVerdict] = useState<Verdict>({ state: 'not-asked' });
  const verify = async () => {
    let checked = 0;
    let cursor: string | null = null;
    setVerdict({ state: 'running', checked });
    try {
      for (;;) {
        const slice: AuditVerification = await verifyAuditChain(cursor);
        checked += slice.checked;
        cursor = slice.next_cursor;
        if (cursor === null) return setVerdict({ state: 'done', checked, last: slice });
        setVerdict({ state: 'running', checked });
      }
    } catch (error) {
      setVerdict({ state: 'failed', text: describeFailure(error).detail });
    }
  };
  return (
    <div class="flex min-w-0 flex-wrap items-center gap-x-4 gap-y-2 sm:flex-1">
      <button
        type="button"
        class="button"
        aria-disabled={verdict.state === 'running'}
        onClick={() => verdict.state !== 'running' && void verify()}
      >
        <Icon name="shield" /> Verify the chain
      </button>
      <p role="status" class={`flex-1 text-sm ${verdict.state === 'not-asked' ? 'hidden sm:block' : 'min-w-60'}`}>
        <Outcome verdict={verdict} />
      </p>
    </div>
  );
}

function Outcome({ verdict }: { readonly verdict: Verdict }) {
  switch (verdict.state) {
    case 'not-asked':
      return <span class="text-ink-soft">Recomputes the hash of every event.</span>;
    case 'running':
      return <span class="text-ink-soft">{verdict.checked} events recomputed…</span>;
    case 'failed':
      return <span class="text-danger">{verdict.text}</span>;
    case 'done': {
      const { last, checked } = verdict;
      if (last.break === null)
        return (
          <span class="text-proved">
            Intact: {checked} events recomputed, none edited, missing or moved.
            {last.purged_through_sequence !== null &&
              ` Events up to ${last.purged_through_sequence} were deleted by retention.`}
          </span>
        );
      return (
        <span class="text-danger">
          Broken at position {last.break.sequence} ({last.break.kind}): {last.break.detail}
        </span>
      );
    }
  }
}
