import { LEGAL_FORM } from '../../candidates/party-words.ts';
import { foldText } from '../../normalise/fold-text.ts';
import type { RankedParty } from './party-scores.ts';
import { isRepeated } from './same-name.ts';

/** Host names of mail addresses and web pages, folded. */
const HOST = /(?:@|www\.|https?:\/\/)([a-z0-9][a-z0-9.-]{2,60})/g;
/** Shorter words of a name are in too many host names. */
const LEAST_WORD = 4;

/**
 * Whether something besides its position says that a block is a company: a legal form above a postal address, the host
 * of a mail or web address made of its name, or the same name elsewhere on the page. `page` is the folded first page.
 */
export function isCorroborated({ party, nameText }: RankedParty, page: string): boolean {
  if (nameText === '') return false;
  if (party.hasPostal && LEGAL_FORM.test(nameText)) return true;
  return isRepeated(nameText, page) || isHostOf(nameText, page);
}

function isHostOf(name: string, page: string): boolean {
  const words = foldText(name)
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length >= LEAST_WORD);
  const hosts = [...page.matchAll(HOST)].map(([, host = '']) => host.replace(/[^a-z0-9]/g, ''));
  return words.length > 0 && hosts.some((host) => words.slice(0, 2).some((word) => host.includes(word)));
}
