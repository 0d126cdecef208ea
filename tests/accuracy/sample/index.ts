import { PDFDocument } from '@cantoo/pdf-lib';
import type { Truth } from '../../../scripts/score/truth.ts';
import { attachFacturX } from './factur-x.ts';
import { LAYOUTS } from './layouts/index.ts';
import { localeOf } from './locale.ts';
import { computeAmounts } from './spec.ts';
import { SAMPLE_SPECS } from './specs.data.ts';
import { truthOf, unprovableFields } from './truth-of.ts';

export interface Sample {
  readonly name: string;
  /** The PDF; the same bytes on every run. */
  readonly bytes: Uint8Array;
  readonly truth: Truth;
  /** Fields of a decoy that must not be `proved`. */
  readonly unprovable: readonly string[];
}

/** Names of all samples, in the order of `specs.data.ts`. */
export const SAMPLE_NAMES: readonly string[] = SAMPLE_SPECS.map((spec) => spec.name);

/** Draws one sample. Throws for an unknown name. */
export async function sampleInvoice(name: string): Promise<Sample> {
  const spec = SAMPLE_SPECS.find((candidate) => candidate.name === name);
  if (spec === undefined) throw new Error(`no sample ${name}; there are ${SAMPLE_NAMES.join(', ')}`);
  const document = await PDFDocument.create({ updateMetadata: false });
  const amounts = computeAmounts(spec);
  await LAYOUTS[spec.layout]({ document, spec, amounts, locale: localeOf(spec.locale) });
  if (spec.hybrid) await attachFacturX(document, spec, amounts);
  return { name, bytes: await document.save(), truth: truthOf(spec), unprovable: unprovableFields(spec) };
}
