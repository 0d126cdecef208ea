import { isLabelText } from '../../candidates/labels.ts';
import { cleanName, type PartyCandidate } from '../../candidates/party-block.ts';
import { isCountry, LEGAL_FORM } from '../../candidates/party-words.ts';
import { isTypeTitle } from '../../classify/classify.ts';
import type { Span } from '../../layout/lines.ts';
import { foldText } from '../../normalise/fold-text.ts';
import type { ResolveContext } from '../base/context.ts';
import { letterheadLines } from './letterhead.ts';
import type { PartyEvidence } from './party-evidence.ts';
import { foldedPage, isRepeated, letters, lettersOf, same } from './same-name.ts';
import { STATEMENTS } from './statements.ts';

export interface RankedParty {
  readonly party: PartyCandidate;
  readonly nameText: string;
  readonly score: number;
  readonly addressScore: number;
  readonly rule: string;
}

/** Hand-set evidence for a name, in place of a learned scorer. */
const SOURCE_SCORE: Readonly<Record<PartyCandidate['source'], number>> = {
  label: 0.8,
  sender_line: 0.8,
  window: 0.2,
  block: 0.6,
  line: 0.42,
};
/** The payee is not always the sender. */
const REMITTANCE = /remit|pay|cheque|check/;
const LEGAL_BONUS = 0.12;
const DOMAIN_BONUS = 0.16;
/** Bonus if the name also appears in the return address. */
const SENDER_BONUS = 0.25;
/** Bonus for the first line of the document, if it is a letterhead. */
const HEAD_BONUS = 0.2;
const TOP_BONUS = 0.1;
const LARGE_BONUS = 0.1;
const REPEATED_BONUS = 0.06;
const OTHER_PAGE_COST = 0.15;
const BESIDE_COST = 0.2;
const CUSTOMER_COST = 0.6;
/** Scores of the holder of the account to pay to, and of a bank named there. */
const PAYEE_SCORE = 0.7;
const BANK_SCORE = 0.45;
/** The holder of an account, by caption, on a statement of it. */
const HOLDER_SCORE = 0.93;
/** Cost in words. */
const COMPARE_COST = 10;

/** Ranks the possible senders of the document. */
export function rankVendors(
  found: readonly PartyCandidate[],
  context: ResolveContext,
  recipients: readonly RankedParty[],
  evidence: PartyEvidence,
): RankedParty[] {
  const domains = domainsOf(context);
  const head = foldedPage(context);
  const size = bodySize(context);
  const senders = lettersOf(found.filter(({ source }) => source === 'sender_line').map(({ nameText }) => nameText));
  const buyers = lettersOf(recipients.map(({ nameText }) => nameText));
  const bankScore = (party: PartyCandidate) => (evidence.isPayee(party) ? PAYEE_SCORE : BANK_SCORE);
  const taken = new Set(recipients.flatMap(({ party }) => [party.name, ...party.address].map((span) => span?.segment)));
  const pool = [
    ...found.filter(
      (party) =>
        !isSide(party, 'customer') &&
        !isSide(party, 'ship_to') &&
        !isAccountHolder(party, context, evidence) &&
        !isBankOfTrade(party, context, evidence),
    ),
    ...letterheadLines(context),
  ];
  return pool
    .filter((party) => party.source === 'label' || party.name === undefined || !taken.has(party.name.segment))
    .map((party) => {
      // Each is compared with the senders and searched for on the page.
      context.pace.count(COMPARE_COST);
      const nameText = vendorName(party);
      let score = SOURCE_SCORE[party.source];
      if (party.source === 'label')
        score = isSide(party, 'vendor') ? (REMITTANCE.test(party.label?.phrase ?? '') ? 0.66 : 0.86) : bankScore(party);
      if (LEGAL_FORM.test(nameText)) score += LEGAL_BONUS;
      if (domains.some((domain) => matchesDomain(nameText, domain))) score += DOMAIN_BONUS;
      if (isTop(party.name, context)) score += party.source === 'line' ? HEAD_BONUS : TOP_BONUS;
      if ((party.name?.segment.size ?? 0) > size * 1.35) score += LARGE_BONUS;
      if (isRepeated(nameText, head)) score += REPEATED_BONUS;
      const own = letters(nameText);
      if (party.source !== 'sender_line' && senders.some((sender) => same(sender, own))) score += SENDER_BONUS;
      if (party.page > 1) score -= OTHER_PAGE_COST;
      // A block that only its neighbour makes one is rather the recipient.
      if (party.source === 'block' && !party.hasPostal) score -= BESIDE_COST;
      if (buyers.some((buyer) => same(buyer, own))) score -= CUSTOMER_COST;
      return { party, nameText, score: Math.min(0.97, score), addressScore: score, rule: `vendor/${party.source}` };
    })
    .filter((ranked) => ranked.score > 0.3 && plausible(ranked.nameText))
    .sort((a, b) => b.score - a.score || order(a.party, b.party));
}

/** Ranks the possible recipients. */
export function rankCustomers(
  found: readonly PartyCandidate[],
  context: ResolveContext,
  evidence: PartyEvidence,
  vendorName?: string,
): RankedParty[] {
  return found
    .filter((party) => party.source !== 'sender_line' && !isSide(party, 'vendor'))
    .filter((party) => !isSide(party, 'vendor_bank_label') || isAccountHolder(party, context, evidence))
    .map((party) => {
      const nameText = party.nameText;
      let score = party.source === 'label' ? customerLabelScore(party) : party.source === 'window' ? 0.86 : 0.55;
      if (isAccountHolder(party, context, evidence)) score = HOLDER_SCORE;
      if (party.source === 'block' && isUpper(party, context) && !isFooter(party, context)) score += 0.12;
      if (LEGAL_FORM.test(nameText)) score += 0.03;
      if (party.hasPostal) score += 0.04;
      if (party.page > 1) score -= OTHER_PAGE_COST;
      if (vendorName !== undefined && same(letters(nameText), letters(vendorName))) score -= CUSTOMER_COST;
      return {
        party,
        nameText,
        score: Math.min(0.97, score),
        addressScore: party.hasPostal ? score : 0,
        rule: `customer/${party.source}`,
      };
    })
    .filter((ranked) => ranked.score > 0.3 && plausible(ranked.nameText))
    .sort((a, b) => b.score - a.score || order(a.party, b.party));
}

function customerLabelScore(party: PartyCandidate): number {
  const label = party.label;
  if (label === undefined) return 0.5;
  // An "attention" line names a person at the recipient.
  if (ATTENTION.test(label.phrase)) return 0.6;
  if (label.roles.includes('customer'))
    return (label.phrase.includes('name') ? 0.96 : 0.9) * Math.max(0.85, label.strength);
  return label.roles.includes('ship_to') ? 0.6 : 0.3;
}

const ATTENTION = /^(?:attn|attention|for the attention of|a l attention de)$/;

/** On a statement, the holder of the account is who receives it; elsewhere, who is to be paid. */
function isAccountHolder(party: PartyCandidate, { documentType }: ResolveContext, evidence: PartyEvidence): boolean {
  return STATEMENTS.has(documentType) && party.source === 'label' && evidence.isPayee(party);
}

/** The bank of an account to pay to is no party of an invoice. */
function isBankOfTrade(party: PartyCandidate, { documentType }: ResolveContext, evidence: PartyEvidence): boolean {
  return !STATEMENTS.has(documentType) && isSide(party, 'vendor_bank_label') && !evidence.isPayee(party);
}

function isSide(party: PartyCandidate, role: 'vendor' | 'customer' | 'ship_to' | 'vendor_bank_label'): boolean {
  return party.label?.roles[0] === role;
}

/** Cuts a name after its legal form: "Example SAS au capital de ..." */
function vendorName(party: PartyCandidate): string {
  const text = party.nameText;
  const form = LEGAL_FORM.exec(text);
  if (form === null) return text;
  const behind = text.slice(form.index + form[0].length);
  if (text.split(' ').length <= 6 && !NOT_OF_NAME.test(foldText(behind))) return text;
  return cleanName(text.slice(0, form.index + form[0].length));
}

/** What follows a legal form and is no part of the name: a house number, a department. */
const NOT_OF_NAME =
  /^[\s.,)]*(?:\d{1,5}[a-z]?\s+\p{L}|(?:abteilung|abt|department|dept|division|service comptabilite|servizio|departamento|afdeling|buchhaltung|accounts (?:payable|receivable)|accounting)\b)/u;

function plausible(name: string): boolean {
  if (name === '') return true;
  const letters = name.replace(/[^\p{L}]/gu, '').length;
  return (
    !isLabelText(name) &&
    !isTypeTitle(name) &&
    !isCountry(foldText(name).trim()) &&
    !NOT_A_NAME.test(foldText(name)) &&
    /\p{L}{2}/u.test(name.replace(new RegExp(LEGAL_FORM, 'gu'), '')) &&
    letters >= 2 &&
    letters >= name.replace(/\s/g, '').length * 0.5 &&
    name.split(' ').length <= 10 &&
    !/@|www\.|https?:|^[([{]/.test(name)
  );
}

/** Printed headings and thanks that are not names, folded. */
const NOT_A_NAME =
  /\b(?:summary|description|returnable|thank you|thanks|welcome|receipt|copy|duplicate|original|reprint|statement)\b/;

/** Second-level names of e-mail and web addresses, without public mail hosts. */
function domainsOf(context: ResolveContext): string[] {
  const domains = new Set<string>();
  for (const page of context.pages.slice(0, 2)) {
    for (const word of page.layout.page.words) {
      const match = /(?:@|www\.|https?:\/\/(?:www\.)?)([a-z0-9.-]+)\.[a-z]{2,}/i.exec(word.text);
      const name = match?.[1]?.toLowerCase().split('.').at(-1);
      if (
        name !== undefined &&
        name.length > 2 &&
        !/^(?:gmail|yahoo|hotmail|outlook|gmx|web|co|com|mail|aol|icloud|live|t-online)$/.test(name)
      )
        domains.add(name.replace(/-/g, ''));
    }
  }
  return [...domains];
}

function matchesDomain(name: string, domain: string): boolean {
  const folded = foldText(name).replace(/[^a-z0-9]/g, '');
  if (folded.length < 3) return false;
  if (folded.startsWith(domain) || domain.startsWith(folded)) return true;
  const words = foldText(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 3);
  return words.some((word) => domain.includes(word));
}

function isTop(name: Span | undefined, context: ResolveContext): boolean {
  return name !== undefined && name.segment.page === 1 && name.segment.line <= 1 && context.pages.length > 0;
}

function isUpper(party: PartyCandidate, context: ResolveContext): boolean {
  const height = context.pages[party.page - 1]?.layout.page.height ?? 1;
  return (party.name?.segment.box[1] ?? height) < height * 0.42;
}

function isFooter(party: PartyCandidate, context: ResolveContext): boolean {
  const height = context.pages[party.page - 1]?.layout.page.height ?? 1;
  return (party.name?.segment.box[1] ?? 0) > height * 0.82;
}

function bodySize(context: ResolveContext): number {
  const sizes = (context.pages[0]?.layout.page.words ?? []).map((word) => word.size).sort((a, b) => a - b);
  return sizes[Math.floor(sizes.length / 2)] ?? 10;
}

function order(a: PartyCandidate, b: PartyCandidate): number {
  const [x, y] = [a.name?.segment, b.name?.segment];
  return (x?.page ?? 0) - (y?.page ?? 0) || (x?.line ?? 0) - (y?.line ?? 0) || (x?.place ?? 0) - (y?.place ?? 0);
}
