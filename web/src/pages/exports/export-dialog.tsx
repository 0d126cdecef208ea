import { useLocation } from 'preact-iso';
import { EXPORT_FORMATS, EXPORT_LIMITS, type ExportFormat } from '#core/domain/exports';
import { createExport, type ExportRequest } from '../../api/exports.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { useForm } from '../../state/use-form.ts';
import { FORMAT_LABELS } from '../../wording/export-words.ts';

export interface ExportDialogProps {
  /** The documents: selected ones, or those that fit a filter. */
  readonly choice: Pick<ExportRequest, 'ids' | 'filter' | 'batch_id'>;
  readonly onClose: () => void;
}

const FORMATS = Object.keys(FORMAT_LABELS).filter(isFormat);

/** Format of an export. It is made in the background; the page of exports shows its progress. */
export function ExportDialog({ choice, onClose }: ExportDialogProps) {
  const { route } = useLocation();
  const { ids } = choice;
  const form = useForm({
    start: { format: 'xlsx', again: false },
    submit: async ({ format, again }) => {
      await createExport({ ...choice, format: isFormat(format) ? format : 'xlsx', include_exported: again });
      onClose();
      route('/exports');
    },
  });
  const tooMany = ids !== undefined && ids.length > EXPORT_LIMITS.ids;
  return (
    <FormDialog
      title="Export documents"
      action="Export"
      form={form}
      ready={!tooMany}
      onClose={onClose}
      aside={
        tooMany && (
          <p class="mr-auto text-danger text-sm">Select at most {EXPORT_LIMITS.ids} documents, or filter the list.</p>
        )
      }
    >
      <p class="text-ink-soft">{describe(choice)}</p>
      <SelectField
        label="Format"
        options={FORMATS.map((format) => [format, FORMAT_LABELS[format]] as const)}
        {...form.field('format')}
      />
      <label class="flex cursor-pointer items-start gap-2.5">
        <input
          type="checkbox"
          class="mt-1 size-4 accent-accent"
          checked={form.values.again}
          onChange={(event) => form.set({ again: event.currentTarget.checked })}
        />
        <span>
          Include documents that were exported before
          <span class="block text-ink-faint text-sm">Otherwise no document leaves twice.</span>
        </span>
      </label>
      <p class="text-ink-faint text-sm">Corrections and approvals of exported documents can no longer be undone.</p>
    </FormDialog>
  );
}

function describe({ ids, filter }: ExportDialogProps['choice']): string {
  if (ids !== undefined)
    return ids.length === 1 ? '1 selected document.' : `${ids.length.toLocaleString()} selected documents.`;
  const which = filter?.status === undefined ? 'All completed and approved documents' : 'All documents';
  return `${which} that the list shows now.`;
}

function isFormat(text: string): text is ExportFormat {
  return EXPORT_FORMATS.some((format) => format === text);
}
