import { useEffect, useState } from 'preact/hooks';
import type { MemberView } from '#core/contract/members';
import { DOCUMENT_TYPES, type DocumentType, isDocumentType } from '#core/domain/document-types';
import { VALUE_LIMITS } from '#core/domain/value-limits';
import { listAllMembers } from '../../api/people.ts';
import { assignDocument } from '../../api/review.ts';
import { FormDialog } from '../../components/form-dialog.tsx';
import { SelectField } from '../../components/select-field.tsx';
import { TextArea } from '../../components/text-area.tsx';
import { showFailure, showToast } from '../../state/toasts.ts';
import { useForm } from '../../state/use-form.ts';
import { TYPE_LABELS } from '../../wording/document-words.ts';
import { POSTPONE_CHOICES, postponeUntil } from './postpone-times.ts';

interface DialogProps {
  readonly onClose: () => void;
}

export function RejectDialog({ onClose, onReject }: DialogProps & { readonly onReject: (reason: string) => void }) {
  const form = useForm({
    start: { reason: '' },
    check: ({ reason }) => {
      if (reason.trim() === '') return { reason: 'Say why, for whoever sent it.' };
      return reason.length > VALUE_LIMITS.rejectionReason
        ? { reason: `At most ${VALUE_LIMITS.rejectionReason} characters.` }
        : ({} as Record<string, string>);
    },
    submit: async ({ reason }) => {
      onClose();
      onReject(reason.trim());
    },
  });
  return (
    <FormDialog title="Reject the document" action="Reject" danger form={form} onClose={onClose}>
      <TextArea label="Reason" {...form.field('reason')} />
    </FormDialog>
  );
}

export function AssignDialog({
  documentId,
  assigneeId,
  onClose,
}: DialogProps & { readonly documentId: string; readonly assigneeId: string | null }) {
  const [members, setMembers] = useState<readonly MemberView[]>([]);
  useEffect(() => {
    const stop = new AbortController();
    listAllMembers(stop.signal).then(setMembers, (failure: unknown) => !stop.signal.aborted && showFailure(failure));
    return () => stop.abort();
  }, []);
  const form = useForm({
    start: { user_id: assigneeId ?? '' },
    submit: async ({ user_id }) => {
      await assignDocument(documentId, user_id === '' ? null : user_id);
      const name = members.find((member) => member.user_id === user_id)?.email;
      showToast(name === undefined ? 'Assigned to nobody.' : `Assigned to ${name}.`);
      onClose();
    },
  });
  const options = members.map(
    ({ user_id, first_name, last_name, email }) => [user_id, `${first_name} ${last_name} (${email})`] as const,
  );
  return (
    <FormDialog title="Assign the document" action="Assign" form={form} onClose={onClose}>
      <SelectField label="To" options={[['', 'Nobody'], ...options]} {...form.field('user_id')} />
    </FormDialog>
  );
}

export function PostponeDialog({
  onClose,
  onPostpone,
}: DialogProps & { readonly onPostpone: (until: string) => void }) {
  const form = useForm({
    start: { until: POSTPONE_CHOICES[0].key as string },
    submit: async ({ until }) => {
      onClose();
      onPostpone(postponeUntil(until, new Date()).toISOString());
    },
  });
  return (
    <FormDialog title="Postpone the document" action="Postpone" form={form} onClose={onClose}>
      <SelectField
        label="Until"
        options={POSTPONE_CHOICES.map(({ key, label }) => [key, label] as const)}
        {...form.field('until')}
      />
    </FormDialog>
  );
}

export function TypeDialog({
  type,
  onClose,
  onType,
}: DialogProps & { readonly type: DocumentType; readonly onType: (type: DocumentType) => void }) {
  const form = useForm({
    start: { document_type: type as string },
    submit: async ({ document_type }) => {
      onClose();
      if (isDocumentType(document_type) && document_type !== type) onType(document_type);
    },
  });
  return (
    <FormDialog title="Change the document type" action="Read again" form={form} onClose={onClose}>
      <SelectField
        label="Document type"
        options={DOCUMENT_TYPES.map((each) => [each, TYPE_LABELS[each]] as const)}
        {...form.field('document_type')}
      />
      <p class="text-ink-soft text-sm">The document is read again as this type. Values that you confirmed stay.</p>
    </FormDialog>
  );
}
