import { Random } from '../generator/random.ts';

/** Layout of one station's or rep firm's order. Programs differ in structure, not only in appearance. */
export interface AdProgram {
  readonly id: number;
  readonly kind: 'order' | 'invoice';
  /** Position of labels: beside their values, above in a row, above in two columns, or in a grid of boxes. */
  readonly head: 'pairs' | 'two-columns' | 'row-of-headings' | 'stacked' | 'boxes';
  readonly flight: 'range' | 'two-labels' | 'range-with-to';
  readonly parties: 'in-head' | 'block';
  /** True if the agency is printed before the advertiser. */
  readonly agencyFirst: boolean;
  readonly columns: 'weekly' | 'dated' | 'short';
  readonly sums: 'pairs-right' | 'pairs-left' | 'row-of-headings' | 'months';
  /** The sums are printed above the lines. */
  readonly sumsFirst: boolean;
  readonly landscape: boolean;
  readonly colon: boolean;
  readonly size: number;
}

/** Programs of one series; every fourth is held out, and its documents are never inspected. */
export const AD_PROGRAM_COUNT = 48;
const HELD_EVERY = 4;

export function isHeldOut(id: number): boolean {
  return id % HELD_EVERY === 0;
}

/** The program of an id, the same on every run. */
export function adProgramOf(id: number): AdProgram {
  const random = new Random(`ad program ${id}`);
  return {
    id,
    kind: random.chance(0.7) ? 'order' : 'invoice',
    head: random.pick(['pairs', 'two-columns', 'row-of-headings', 'stacked', 'boxes'] as const),
    flight: random.pick(['range', 'range', 'two-labels', 'range-with-to'] as const),
    parties: random.pick(['in-head', 'block'] as const),
    agencyFirst: random.chance(0.5),
    columns: random.pick(['weekly', 'dated', 'short'] as const),
    sums: random.pick(['pairs-right', 'pairs-left', 'row-of-headings', 'months'] as const),
    sumsFirst: random.chance(0.25),
    landscape: random.chance(0.4),
    colon: random.chance(0.6),
    size: random.pick([8, 9, 10]),
  };
}
