import type { Candidate, TaxIdCandidate } from '../../candidates/candidate.ts';
import { isKind } from '../../candidates/candidate.ts';
import type { PartyCandidate } from '../../candidates/party-block.ts';
import { spanText } from '../../layout/lines.ts';
import { type Choice, type Choices, choiceOf } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import type { Scored } from '../labelled/label-signals.ts';
import { rankLabelled } from '../labelled/labelled.ts';

/** Words in a label that mark a number as the customer's, folded. */
const CUSTOMER_WORD = /\b(?:client|customer|your|ihre|kunden?|buyer|cliente|nabywcy|klant|uw)\b/i;

/**
 * Resolves the tax numbers of vendor and customer. A checksum proves the digits but not the owner: a number is proved
 * only if its position or label identifies the owner and no other number claims the same. A document's only number
 * could be the customer's: it is assigned to the issuer, but not proved.
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
  const places: Places = {
    customer,
    vendor,
    phrases: phrasesOf(context),
    heightOf: (candidate) => context.pages[candidate.segment.page - 1]?.layout.page.height ?? 1,
  };
  const owners = new Map(usable.map((candidate) => [candidate, ownerOf(candidate, places)]));
  const stated = usable.filter((candidate) => owners.get(candidate) === 'vendor');
  const open = usable.filter((candidate) => owners.get(candidate) === 'open');
  // A number without an identified owner is the issuer's, or the customer's if the issuer's is known.
  const customers = [
    ...usable.filter((candidate) => owners.get(candidate) === 'customer'),
    ...(stated.length > 0 ? open : []),
  ];
  const vendors = stated.length > 0 ? stated : open;
  // True if every number has an owner by its position or label, and each side has exactly one.
  const settled = stated.length === 1 && open.length === 0 && customers.length === 1;
  const vendorId = vendors[0];
  if (vendorId !== undefined)
    choices.set(
      'vendor_tax_id',
      taxIdChoice('vendor_tax_id', vendorId, stated.length === 1 && (customers.length === 0 || settled)),
    );
  const customerId = customers[0];
  if (customerId !== undefined)
    choices.set('customer_tax_id', taxIdChoice('customer_tax_id', customerId, customers.length === 1 && settled));
  for (const [name, party] of [
    ['vendor_tax_id', vendor],
    ['customer_tax_id', customer],
  ] as const) {
    const stated = choices.has(name) ? undefined : ofSection(name, party);
    if (stated !== undefined) choices.set(name, stated);
  }
  if (!choices.has('vendor_tax_id')) {
    const national = rankLabelled(
      { name: 'vendor_tax_id', kind: 'identifier', roles: [['tax_id', 1]], floor: 0.55 },
      context,
    )
      .filter((scored) => !standsAtCustomer(scored, places))
      .find(
        (scored) =>
          scored.value.replace(/\D/g, '').length >= 7 &&
          scored.links.some((link) => !CUSTOMER_WORD.test(link.label.phrase)),
      );
    const link = national?.links[0];
    if (national !== undefined && link !== undefined) {
      choices.set(
        'vendor_tax_id',
        choiceOf({
          value: national.value,
          spans: [link.candidate],
          score: national.score * 0.85,
          rule: `label:${link.label.phrase}/${link.relation}`,
        }),
      );
    }
  }
  return choices;
}

/** A number of a form that is not known here, under the key of a section. */
function ofSection(name: string, party: PartyCandidate | undefined): Choice | undefined {
  if (party?.taxId === undefined) return undefined;
  const value = spanText(party.taxId).trim();
  if (value.length > LONGEST_NUMBER || value.replace(/\D/g, '').length < LEAST_DIGITS) return undefined;
  return choiceOf({ value, spans: [party.taxId], score: 0.8, rule: `party:${name}` });
}

/** Tax numbers of the world have so many digits and signs. */
const LEAST_DIGITS = 7;
const LONGEST_NUMBER = 24;

function dedupe(found: readonly TaxIdCandidate[]): TaxIdCandidate[] {
  const byValue = new Map<string, TaxIdCandidate>();
  for (const candidate of found) {
    const key = candidate.value.replace(/[^A-Z0-9]/g, '');
    if (!byValue.has(key)) byValue.set(key, candidate);
  }
  return [...byValue.values()];
}

/**
 * Determines the owner of a number by the words of its label, else by the nearer party block; a number in the footer is
 * the issuer's.
 */
function ownerOf(candidate: Candidate, places: Places): 'customer' | 'vendor' | 'open' {
  const phrases = places.phrases.get(candidate) ?? [];
  if (isOf(candidate, places.customer)) return 'customer';
  if (isOf(candidate, places.vendor)) return 'vendor';
  if (CUSTOMER_WORD.test(candidate.segment.text) || phrases.some((phrase) => CUSTOMER_WORD.test(phrase)))
    return 'customer';
  if (candidate.segment.box[1] > places.heightOf(candidate) * FOOTER_FROM) return 'vendor';
  const toCustomer = distance(candidate, places.customer);
  const toVendor = distance(candidate, places.vendor);
  const near = candidate.segment.size * 8;
  if (toCustomer < near && toCustomer < toVendor) return 'customer';
  return toVendor < near ? 'vendor' : 'open';
}

/** A key in the party's own section leads to the number. */
function isOf(candidate: Candidate, party: PartyCandidate | undefined): boolean {
  const own = party?.taxId;
  return (
    own !== undefined && own.segment === candidate.segment && own.start <= candidate.start && candidate.start < own.end
  );
}

/** The footer begins at this share of the page height. */
const FOOTER_FROM = 0.82;

/** A national number without a prefix belongs to the block it is printed in. */
function standsAtCustomer({ links }: Scored, places: Places): boolean {
  const candidate = links[0]?.candidate;
  return candidate !== undefined && ownerOf(candidate, places) === 'customer';
}

interface Places {
  readonly customer: PartyCandidate | undefined;
  readonly vendor: PartyCandidate | undefined;
  /** Label phrases that lead to a candidate. */
  readonly phrases: ReadonlyMap<Candidate, readonly string[]>;
  heightOf(candidate: Candidate): number;
}

function phrasesOf(context: ResolveContext): Map<TaxIdCandidate, string[]> {
  const phrases = new Map<TaxIdCandidate, string[]>();
  for (const { candidate, label, relation } of context.links.get('tax_id') ?? []) {
    if (candidate.kind !== 'tax_id' || relation === 'below') continue;
    phrases.set(candidate, [...(phrases.get(candidate) ?? []), label.phrase, label.segment.text]);
  }
  return phrases;
}

function distance(candidate: Candidate, party: PartyCandidate | undefined): number {
  const last = party?.address.at(-1)?.segment ?? party?.name?.segment;
  if (last === undefined || last.page !== candidate.segment.page) return Number.POSITIVE_INFINITY;
  const dy = candidate.segment.box[1] - last.box[3];
  const dx = Math.abs(candidate.segment.box[0] - last.box[0]);
  return (dy < -last.size * 4 ? 1000 : Math.abs(dy)) + dx;
}

/** Whether a candidate stands in the block of `party`: close below it, and closer than to `other`. */
export function isNearer(
  candidate: Candidate,
  party: PartyCandidate | undefined,
  other: PartyCandidate | undefined,
): boolean {
  const own = distance(candidate, party);
  return own < BLOCK_LINES * candidate.segment.size && own < distance(candidate, other);
}

/** Height of what follows an address in its block, in letter heights. */
const BLOCK_LINES = 8;

function taxIdChoice(name: string, candidate: TaxIdCandidate, alone: boolean): Choice {
  const valid = candidate.valid === true;
  const value = candidate.value.trim();
  return {
    value,
    spans: [candidate],
    score: candidate.valid === false ? 0.75 : 0.9,
    rule: valid ? 'tax_id:checksum' : 'tax_id:form',
    alternatives: [],
    checks: valid ? [`tax_id:${name}`] : [],
    proof: valid && alone,
    ambiguous: false,
  };
}
