import { useState } from 'preact/hooks';
import { changeAuditRetention } from '../../api/audit.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { showToast } from '../../state/toasts.ts';
import { useSubmit } from '../../state/use-submit.ts';
import { parseRetentionDays, RETENTION_DAYS } from './retention-days.ts';

export interface RetentionDialogProps {
  readonly days: number;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

export function RetentionDialog({ days, onChanged, onClose }: RetentionDialogProps) {
  const [typed, setTyped] = useState(String(days));
  const [unfit, setUnfit] = useState(false);
  const chosen = parseRetentionDays(typed);
  const submission = useSubmit(async () => {
    setUnfit(chosen === null);
    if (chosen === null) return;
    await changeAuditRetention(chosen);
    showToast(`Events are kept for ${chosen} days from now on.`);
    onChanged();
  });
  const bounds = `${RETENTION_DAYS.min} to ${RETENTION_DAYS.max}`;
  return (
    <FormDialog title="How long events are kept" action="Save" submission={submission} onClose={onClose}>
      <TextField
        label="Days"
        name="days"
        autocomplete="off"
        autofocus
        maxLength={4}
        hint={`${bounds} days`}
        value={typed}
        onChange={setTyped}
        error={unfit && chosen === null ? `Enter a whole number of days, ${bounds}.` : submission.messages['days']}
      />
      {chosen !== null && chosen < days && (
        <p class="text-review text-sm" role="status">
          Events older than {chosen} days are deleted for good, soon after you save. Export them first if you need them.
        </p>
      )}
    </FormDialog>
  );
}
