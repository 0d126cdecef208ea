import type { PDFDocument } from '@cantoo/pdf-lib';
import type { Locale } from '../locale.ts';
import type { Amounts, SampleSpec } from '../spec.ts';

export interface LayoutInput {
  readonly document: PDFDocument;
  readonly spec: SampleSpec;
  readonly amounts: Amounts;
  readonly locale: Locale;
}
