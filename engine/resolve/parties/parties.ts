import { isLabelText, type LabelRole, rolesAtStart } from '../../candidates/labels.ts';
import { findParties } from '../../candidates/parties.ts';
import type { PartyCandidate } from '../../candidates/party-block.ts';
import { spanText } from '../../layout/lines.ts';
import { type Choice, type Choices, choiceOf } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import type { Signal } from '../base/signals.ts';
import { isCorroborated } from './corroboration.ts';
import { resolveIban } from './iban.ts';
import { partyEvidence } from './party-evidence.ts';
import { type RankedParty, rankCustomers, rankVendors } from './party-scores.ts';
import { foldedPage } from './same-name.ts';
import { STATEMENTS } from './statements.ts';
import { isNearer, resolveTaxIds } from './tax-ids.ts';

/** Resolves vendor and customer with their details. The vendor is chosen first; the customer must differ. */
export function resolveParties(context: ResolveContext): Choices {
  const choices: Choices = new Map();
  const statement = STATEMENTS.has(context.documentType);
  const found = context.pages.slice(0, PARTY_PAGES).flatMap((page) => findParties(page));
  context.pace.count(found.length);
  const letterhead = statementLetterhead(found, context);
  const evidence = partyEvidence(found, context);
  const customers = rankCustomers(found, context, evidence, letterhead?.nameText);
  // Only an identified recipient rules out a vendor; an unlabelled block may be either.
  const recipients = customers.filter(
    ({ party }) => party !== letterhead && (isRecipient(party, context) || evidence.isAddressed(party)),
  );
  const vendors = rankVendors(found, context, recipients, evidence);
  put(choices, 'vendor', statement ? vendors.filter(isNamed) : vendors, context);
  const vendorName = vendors[0]?.nameText;
  const buyers = rankCustomers(found, context, evidence, vendorName);
  put(choices, 'customer', statement ? buyers.filter(isNamed) : buyers, context);
  for (const [name, choice] of resolveTaxIds(context, vendors[0]?.party, buyers[0]?.party)) choices.set(name, choice);
  const id = customers.find((party) => party.party.id !== undefined)?.party.id;
  if (id !== undefined) choices.set('customer_id', { ...plain(spanText(id), 0.85, 'party:number'), spans: [id] });
  const supplied = found.find((party) => party.label?.roles.includes('service_address'));
  const place = supplied === undefined ? undefined : serviceAddress(supplied);
  if (place !== undefined) choices.set('service_address', place);
  const iban = resolveIban(context);
  if (iban !== undefined) choices.set('vendor_iban', iban);
  const phone = resolvePhone(context, vendors[0]?.party, buyers[0]?.party);
  if (phone !== undefined) choices.set('vendor_phone', phone);
  return choices;
}

/** Names of banks and account holders consist of words: two letters, a page number or a table heading are not names. */
function isNamed({ nameText }: RankedParty): boolean {
  return nameText === '' || (/\p{L}{3}/u.test(nameText) && !/#|^page \d|^[^(]*\)/i.test(nameText));
}

/** On a statement the only address block is the holder's: the bank prints its own name in its letterhead. */
function isRecipient(party: PartyCandidate, context: ResolveContext): boolean {
  if (party.source === 'label' || party.source === 'window') return true;
  return party.source === 'block' && STATEMENTS.has(context.documentType);
}

/** Of two address blocks on a statement, the upper one is the bank's letterhead. */
function statementLetterhead(found: readonly PartyCandidate[], context: ResolveContext): PartyCandidate | undefined {
  if (!STATEMENTS.has(context.documentType)) return undefined;
  const height = context.pages[0]?.layout.page.height ?? 0;
  const top = (party: PartyCandidate) => party.name?.segment.box[1] ?? Number.POSITIVE_INFINITY;
  const blocks = found
    .filter((party) => party.source === 'block' && party.page === 1 && top(party) < height * HEAD_SHARE)
    .toSorted((a, b) => top(a) - top(b));
  return blocks.length > 1 ? blocks[0] : undefined;
}

/** Letterhead and address window are in this upper part of a page. */
const HEAD_SHARE = 0.42;

/** Parties are on the first pages; later pages repeat them. */
const PARTY_PAGES = 2;

function put(
  choices: Choices,
  side: 'vendor' | 'customer',
  ranked: readonly RankedParty[],
  context: ResolveContext,
): void {
  const named = ranked.find((party) => party.nameText !== '');
  if (named?.party.name !== undefined) {
    choices.set(`${side}_name`, {
      ...plain(named.nameText, named.score, `party:${named.rule}`),
      spans: named.party.nameTail === undefined ? [named.party.name] : [named.party.name, named.party.nameTail],
      alternatives: ranked
        .filter((other) => other.nameText !== '' && other.nameText !== named.nameText)
        .slice(0, 3)
        .map((other) => ({ value: other.nameText, confidence: Math.round(other.score * 400) / 1000 })),
      signals: partySignals(named, ranked, context),
    });
  }
  const sameName = (other: RankedParty) => named !== undefined && fold(other.nameText) === fold(named.nameText);
  const addresses = ranked.filter((party) => isAddress(party.party.addressText));
  // The address of another party by name is nobody's here.
  const addressed =
    addresses.find(sameName) ??
    addresses.find((party) => party.addressScore > 0.5 && (party.nameText === '' || named === undefined)) ??
    addresses.find((party) => party.addressScore > 0.5);
  if (addressed !== undefined) {
    choices.set(`${side}_address`, {
      ...plain(
        addressed.party.addressText,
        addressed.party.hasPostal ? addressed.score : addressed.score * 0.7,
        `party:${addressed.rule}`,
      ),
      spans: addressed.party.address,
      signals: [...partySignals(addressed, [], context), ...(addressed.party.goesOn ? ['goes_on' as const] : [])],
    });
  }
}

/** A party that only its position identifies, and rivals of the same kind. */
function partySignals(ranked: RankedParty, all: readonly RankedParty[], context: ResolveContext): readonly Signal[] {
  const { party, nameText } = ranked;
  const isNamed = party.source === 'label' || party.source === 'sender_line' || party.source === 'window';
  const rivals = all.filter(
    (other) => other.party.source === party.source && other.nameText !== '' && other.nameText !== nameText,
  );
  return [
    ...(isNamed || isCorroborated(ranked, foldedPage(context)) ? [] : ['no_caption' as const]),
    ...(rivals.length > 1 ? ['alternatives' as const] : []),
  ];
}

/** Numbers and codes alone are a table cell, not an address. */
function isAddress(text: string): boolean {
  if (isLabelText(text) || rolesAtStart(text).some((role) => NO_PLACES.has(role))) return false;
  return /\p{L}{4}/u.test(text) || (/\p{L}{3}/u.test(text) && text.includes(' '));
}

/** What begins with these labels is a number or a way to reach somebody. */
const NO_PLACES: ReadonlySet<LabelRole> = new Set([
  'tax_id',
  'registration',
  'iban',
  'bic',
  'email',
  'fax',
  'invoice_number',
]);

/** The supply address of electricity, gas or water, with or without a name above it. */
function serviceAddress(party: PartyCandidate): Choice | undefined {
  if (party.addressText !== '')
    return { ...plain(party.addressText, 0.85, 'party:service_address'), spans: party.address };
  if (party.name === undefined || !/\d/.test(party.nameText)) return undefined;
  return { ...plain(party.nameText, 0.7, 'party:service_address'), spans: [party.name] };
}

function fold(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

function plain(value: string, score: number, rule: string): Choice {
  return choiceOf({ value, spans: [], score, rule });
}

/** A number in the customer's block is not the issuer's. */
function resolvePhone(
  context: ResolveContext,
  vendor: PartyCandidate | undefined,
  customer: PartyCandidate | undefined,
): Choice | undefined {
  const links = (context.links.get('phone') ?? []).filter(
    ({ candidate, relation }) =>
      candidate.kind === 'phone' && relation !== 'below' && !isNearer(candidate, customer, vendor),
  );
  const best = links[0];
  if (best === undefined || best.candidate.kind !== 'phone') return undefined;
  return { ...plain(best.candidate.value, 0.7, 'label:phone'), spans: [best.candidate] };
}
