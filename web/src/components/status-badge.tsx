import type { DocumentStatus } from '#core/domain/document-status';
import { STATUS_LABELS } from '../wording/document-words.ts';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-paths.data.ts';

const LOOKS: Readonly<Record<DocumentStatus, readonly [icon: IconName, tone: string]>> = {
  received: ['clock', 'text-ink-soft bg-sunken'],
  queued: ['clock', 'text-ink-soft bg-sunken'],
  processing: ['retry', 'text-accent bg-accent-soft'],
  completed: ['check', 'text-proved bg-proved-soft'],
  needs_review: ['eye', 'text-review bg-review-soft'],
  failed: ['alert', 'text-danger bg-danger-soft'],
  approved: ['shield', 'text-proved bg-proved-soft'],
  rejected: ['close', 'text-ink-soft bg-sunken'],
};

export function StatusBadge({ status }: { readonly status: DocumentStatus }) {
  const [icon, tone] = LOOKS[status];
  return (
    <span class={`inline-flex h-6 items-center gap-1 whitespace-nowrap rounded-full px-2 font-medium text-xs ${tone}`}>
      <Icon name={icon} class={`size-3.5 ${status === 'processing' ? 'animate-spin' : ''}`} />
      {STATUS_LABELS[status]}
    </span>
  );
}
