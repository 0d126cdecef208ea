import { AUDIT_RETENTION_DAYS } from '#core/domain/input-limits';
import { changeAuditRetention } from '../../api/audit.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { TextField } from '../../components/text-field.tsx';
import { showToast } from '../../state/toasts.ts';
import { useForm } from '../../state/use-form.ts';
import { parseRetentionDays } from './retention-days.ts';

const BOUNDS = `${AUDIT_RETENTION_DAYS.min} to ${AUDIT_RETENTION_DAYS.max}`;

export interface RetentionDialogProps {
  readonly days: number;
  readonly onChanged: () => void;
  readonly onClose: () => void;
}

export function RetentionDialog({ days, onChanged, onClose }: RetentionDialogProps) {
  const form = useForm({
    start: { days: String(days) },
    check: (values): Readonly<Record<string, string>> =>
      parseRetentionDays(values.days) === null ? { days: `Enter a whole number of days, ${BOUNDS}.` } : {},
    submit: async () => {
      if (chosen === null) return;
      await changeAuditRetention(chosen);
      showToast(`Events will be kept for ${chosen} days.`);
      onChanged();
    },
  });
  const chosen = parseRetentionDays(form.values.days);
  return (
    <FormDialog title="Retention of audit events" action="Save" form={form} onClose={onClose}>
      <TextField
        label="Days"
        autofocus
        maxLength={String(AUDIT_RETENTION_DAYS.max).length}
        hint={`${BOUNDS} days`}
        {...form.field('days')}
      />
      {chosen !== null && chosen < days && (
        <p class="text-review text-sm" role="status">
          Events older than {chosen} days will be deleted permanently soon after you save. Export them first if you need
          them.
        </p>
      )}
    </FormDialog>
  );
}
