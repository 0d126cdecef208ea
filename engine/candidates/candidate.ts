import type { Segment } from '../layout/lines.ts';
import type { AmountReadings } from '../normalise/amounts.ts';
import type { DateReading } from '../normalise/date-reading.ts';

/** A typed value found on a page. Candidates decide nothing: choosing is up to `resolve/`. */
interface Found {
  readonly segment: Segment;
  /** Word range in the segment; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
  /** Range in `segment.text`. */
  readonly textStart: number;
  readonly textEnd: number;
  /** As printed. */
  readonly text: string;
}

export interface AmountCandidate extends Found {
  readonly kind: 'amount';
  readonly negative: boolean;
  readonly readings: AmountReadings;
  /** The currency sign or code printed beside it. */
  readonly currency: string | undefined;
  /** `bare` is a whole number without currency, which needs a strong label to be an amount. */
  readonly form: 'decimal' | 'currency' | 'grouped' | 'bare';
}

export interface DateCandidate extends Found {
  readonly kind: 'date';
  readonly reading: DateReading;
}

export interface IdentifierCandidate extends Found {
  readonly kind: 'identifier';
  readonly value: string;
}

export interface IbanCandidate extends Found {
  readonly kind: 'iban';
  readonly value: string;
}

export interface TaxIdCandidate extends Found {
  readonly kind: 'tax_id';
  readonly value: string;
  /** Whether a known checksum matches; undefined if the format has none. */
  readonly valid: boolean | undefined;
}

export interface PhoneCandidate extends Found {
  readonly kind: 'phone';
  readonly value: string;
}

export interface TimeCandidate extends Found {
  readonly kind: 'time';
  /** `HH:MM`, 24 hours. */
  readonly value: string;
}

export type Candidate =
  | AmountCandidate
  | DateCandidate
  | IdentifierCandidate
  | IbanCandidate
  | TaxIdCandidate
  | PhoneCandidate
  | TimeCandidate;

export type CandidateKind = Candidate['kind'];

export function isKind<K extends CandidateKind>(
  kind: K,
): (candidate: Candidate) => candidate is Extract<Candidate, { kind: K }> {
  return (candidate): candidate is Extract<Candidate, { kind: K }> => candidate.kind === kind;
}
