import { useState } from 'preact/hooks';
import { readAuditRetention } from '../../api/audit.ts';
import { mayUse } from '../../state/session.ts';
import { useLoad } from '../../state/use-load.ts';
import { describeFailure } from '../../wording/describe-failure.ts';
import { retentionWords } from './retention-days.ts';
import { RetentionDialog } from './retention-dialog.tsx';

/** Shows the retention of audit events, with a button to change it for users who may. */
export function RetentionPanel() {
  const [retention, reload] = useLoad(readAuditRetention);
  const [changing, setChanging] = useState(false);
  if (retention.state === 'loading') return null;
  if (retention.state === 'failed')
    return (
      <p class="text-danger text-sm" role="alert">
        {describeFailure(retention.failure).detail}
      </p>
    );
  const { days, own } = retention.value;
  return (
    <div class="flex flex-wrap items-center gap-x-4 gap-y-2 text-ink-soft text-sm">
      <p>
        Events are kept for {retentionWords(days)}
        {own ? '' : ' (default)'}.
      </p>
      {mayUse('organization.update') && (
        <button type="button" class="button" onClick={() => setChanging(true)}>
          Change retention
        </button>
      )}
      {changing && (
        <RetentionDialog
          days={days}
          onClose={() => setChanging(false)}
          onChanged={() => {
            setChanging(false);
            reload();
          }}
        />
      )}
    </div>
  );
}
