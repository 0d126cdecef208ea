import type { FieldState } from '#core/domain/result';
import type { IconName } from '../components/icon-paths.data.ts';

export interface FieldStateWords {
  readonly label: string;
  readonly icon: IconName;
  readonly meaning: string;
}

export const FIELD_STATE_WORDS: Readonly<Record<FieldState, FieldStateWords>> = {
  proved: {
    label: 'Proved',
    icon: 'shield',
    meaning: 'Confirmed by an independent check: a checksum, matching sums, or an embedded e-invoice.',
  },
  supported: { label: 'Supported', icon: 'check', meaning: 'Read clearly, and nothing contradicts it.' },
  needs_review: { label: 'Needs review', icon: 'eye', meaning: 'Please review this value.' },
  confirmed: { label: 'Confirmed', icon: 'person-check', meaning: 'Entered or accepted by a person or a program.' },
};
