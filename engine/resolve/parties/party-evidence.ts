import type { PartyCandidate } from '../../candidates/party-block.ts';
import { foldText } from '../../normalise/fold-text.ts';
import type { ResolveContext } from '../base/context.ts';
import { letters, same } from './same-name.ts';

/** What a page says of its issuer and its recipient apart from captions and address blocks. */
export interface PartyEvidence {
  /** The recipient: greeted by name, or the only block while the issuer prints itself elsewhere. */
  isAddressed(party: PartyCandidate): boolean;
  /** Words for the holder of an account: on an invoice, who is to be paid. */
  isPayee(party: PartyCandidate): boolean;
}

/** A greeting and the surname in it, folded. */
const GREETING =
  /(?:^|\n)(?:sehr geehrter? (?:frau|herr)|liebe[r]? (?:frau|herr)?|dear (?:mrs?|ms|miss|dr|sir)?\.?|hi|hello|chere? (?:madame|monsieur)?|bonjour (?:madame|monsieur)?|estimad[oa] (?:sra?\.?)?|gentile (?:sig\.?r?a?)?|geachte (?:heer|mevrouw)?|beste|kjære|kaere|hej|ola|prezad[oa]|szanown[ya] pani?e?)\s+([\p{L}' .-]{2,40})[,!:\n]/gu;
const HOLDER =
  /holder|owner|beneficiary|payee|inhaber|zahlungsempfanger|titulaire|beneficiaire|titular|beneficiario|intestat|rekeninghouder|posiadacz|odbiorca|kontohaver|kontoinnehavare|tilinomistaja|\bsaaja\b|\bmottagare\b/;
/** A greeting of a word that is no name: "Dear customer". */
const NO_NAME = /^(?:customer|client|kunde|kundin|sir|madam|all|team|member|valued|damen|colleague)/;
/** Shorter parts of a name are initials. */
const LEAST_NAME = 3;

export function partyEvidence(found: readonly PartyCandidate[], context: ResolveContext): PartyEvidence {
  const greeted = greetedNames(context);
  const issuers = found.filter(({ source }) => source === 'sender_line').map(({ nameText }) => letters(nameText));
  const blocks = found.filter(({ source, page }) => source === 'block' && page === 1);
  const others = new Set(
    blocks.map(({ nameText }) => letters(nameText)).filter((name) => !issuers.some((issuer) => same(issuer, name))),
  );
  return {
    isAddressed: (party) => {
      if (party.source !== 'block') return false;
      const words = foldText(party.nameText).split(/[^\p{L}]+/u);
      if (greeted.some((name) => words.includes(name))) return true;
      const name = letters(party.nameText);
      return issuers.length > 0 && others.size === 1 && others.has(name);
    },
    isPayee: ({ label }) => label !== undefined && HOLDER.test(label.phrase),
  };
}

/** The last word of each name in a greeting. */
function greetedNames(context: ResolveContext): readonly string[] {
  const lines = context.pages[0]?.layout.lines ?? [];
  const text = lines.map(({ segments }) => segments.map((segment) => segment.text).join(' ')).join('\n');
  return [...`${foldText(text)}\n`.matchAll(GREETING)].flatMap((match) => {
    const name = (match[1] ?? '').trim();
    const last = name.split(/[^\p{L}]+/u).findLast((word) => word !== '') ?? '';
    return NO_NAME.test(name) || last.length < LEAST_NAME ? [] : [last];
  });
}
