import type { TaxIdCandidate } from '../candidates/candidate.ts';
import { isKind } from '../candidates/candidate.ts';
import type { PartyCandidate } from '../candidates/parties.ts';
import type { Choice, Choices } from './choice.ts';
import type { ResolveContext } from './context.ts';
import { rankLabelled } from './labelled.ts';

/** Words in a label that say whose number it is, folded. */
const CUSTOMER_WORD = /\b(?:client|customer|your|ihre|kunden?|buyer|cliente|nabywcy|klant|uw)\b/i;

/**
 * Vendor's and customer's tax numbers. A checksum proves the digits, not whose they are: a number is proved only
 * when it is the one valid number on the document, or when a label names its owner.
 */
export function resolveTaxIds(
  context: ResolveContext,
  vendor: PartyCandidate | undefined,
  customer: PartyCandidate | undefined,
): Choices {
  const found = context.pages.flatMap((page) => [...page.candidates.values()].flat().filter(isKind('tax_id')));
  const labelled = new Set((context.links.get('tax_id') ?? []).map((link) => link.candidate));
  const usable = dedupe(found.filter((candidate) => labelled.has(candidate) || candidate.valid === true));
  const choices: Choices = new Map();
  const customers = usable.filter((candidate) => nearer(candidate, customer, vendor) === 'customer');
  const vendors = usable.filter((candidate) => !customers.includes(candidate));
  const vendorId = vendors[0];
  if (vendorId !== undefined)
    choices.set(
      'vendor_tax_id',
      toChoice('vendor_tax_id', vendorId, found, vendors.length === 1 && customers.length === 0),
    );
  const customerId = customers[0];
  if (customerId !== undefined) choices.set('customer_tax_id', toChoice('customer_tax_id', customerId, found, false));
  if (vendorId === undefined) {
    const national = rankLabelled(
      { name: 'vendor_tax_id', kind: 'identifier', roles: [['tax_id', 1]], floor: 0.55 },
      context,
    ).find(
      (scored) =>
        scored.value.replace(/\D/g, '').length >= 7 &&
        scored.links.some((link) => !CUSTOMER_WORD.test(link.label.phrase)),
    );
    const link = national?.links[0];
    if (national !== undefined && link !== undefined) {
      choices.set('vendor_tax_id', {
        value: national.value,
        spans: [link.candidate],
        score: national.score * 0.85,
        rule: `label:${link.label.phrase}/${link.relation}`,
        alternatives: [],
        checks: [],
        proof: false,
        ambiguous: false,
      });
    }
  }
  return choices;
}

function dedupe(found: readonly TaxIdCandidate[]): TaxIdCandidate[] {
  const byValue = new Map<string, TaxIdCandidate>();
  for (const candidate of found) {
    const key = candidate.value.replace(/[^A-Z0-9]/g, '');
    if (!byValue.has(key)) byValue.set(key, candidate);
  }
  return [...byValue.values()];
}

/** Whose number it is: by the words of its line, else by the nearer party block. */
function nearer(
  candidate: TaxIdCandidate,
  customer: PartyCandidate | undefined,
  vendor: PartyCandidate | undefined,
): 'customer' | 'vendor' {
  if (CUSTOMER_WORD.test(candidate.segment.text)) return 'customer';
  const toCustomer = distance(candidate, customer);
  const toVendor = distance(candidate, vendor);
  const height = candidate.segment.size * 8;
  return toCustomer < height && toCustomer < toVendor ? 'customer' : 'vendor';
}

function distance(candidate: TaxIdCandidate, party: PartyCandidate | undefined): number {
  const last = party?.address.at(-1)?.segment ?? party?.name?.segment;
  if (last === undefined || last.page !== candidate.segment.page) return Number.POSITIVE_INFINITY;
  const dy = candidate.segment.box[1] - last.box[3];
  const dx = Math.abs(candidate.segment.box[0] - last.box[0]);
  return (dy < -last.size * 4 ? 1000 : Math.abs(dy)) + dx;
}

function toChoice(name: string, candidate: TaxIdCandidate, all: readonly TaxIdCandidate[], alone: boolean): Choice {
  const valid = candidate.valid === true;
  const value = candidate.value.trim();
  return {
    value,
    spans: all.filter((other) => other.value === candidate.value).slice(0, 3),
    score: candidate.valid === false ? 0.75 : 0.9,
    rule: valid ? 'tax_id:checksum' : 'tax_id:form',
    alternatives: [],
    checks: valid ? [`tax_id:${name}`] : [],
    proof: valid && alone,
    ambiguous: false,
  };
}
