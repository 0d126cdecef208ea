import { isLabelText } from '../../candidates/labels.ts';
import { cleanName } from '../../candidates/party-block.ts';
import { POSTAL_LINE, STREET_WORD } from '../../candidates/party-words.ts';
import { foldText } from '../../normalise/fold-text.ts';
import { type Choice, choiceOf } from '../base/choice.ts';
import type { ResolveContext } from '../base/context.ts';
import { LABEL_GROUPS } from '../learned/label-guess.ts';
import { labelGuesser } from '../learned/label-guesser.ts';
import { type CaptionedText, captionedTexts } from './captioned-texts.ts';

/**
 * Finds the advertiser when no known label leads to it: the captioned text whose caption resembles an advertiser label,
 * else a name that looks like a campaign, else the first name that looks like neither an agency nor a station.
 * The result always needs review.
 */

/** Minimum guess score at which a caption is taken as the advertiser label. */
const CLEAR_GUESS = 0.45;
/** Minimum guess score for another label at which the captioned text is ruled out. */
const OTHER_GUESS = 0.6;
const SCORES = { guess: 0.62, campaign: 0.55, first: 0.42 } as const;

/** Names of political campaigns: published orders are mostly for political advertising. */
const CAMPAIGN =
  /\b(?:friends of|citizens|committee|vote (?:yes|no)|yes on|no on|for (?:senate|congress|governor|president|mayor|sheriff|judge|council|assembly|house|attorney general)|pac|victory fund|coalition|alliance for|americans for|people for)\b/i;
/** Names of agencies, which buy airtime for others. */
const AGENCY =
  /\b(?:media|agency|advertising|buying|buyers|strategies|strategy|communications|marketing|consulting|consultants|placement|public affairs)\b/i;
const STATION = /^[KW][A-Z]{2,3}(?:[- ](?:TV|FM|AM|DT|CD|LD))?$/;
/** The spots of an order begin at the first printed hours or days; nothing below that belongs to the head. */
const ON_AIR = /\b\d{1,2}(?::\d{2})?\s?(?:[apn]|am|pm)\s?-\s?\d{1,2}/i;
const NOT_A_NAME = /\d{3}|[@$€£]|^(?:page|net|gross|total|cash|yes|no|n\/a)\b/i;
const LEAST_LETTERS = 4;

export function advertiserByStructure(context: ResolveContext): Choice | undefined {
  const guess = labelGuesser();
  const at = (group: (typeof LABEL_GROUPS)[number]) => LABEL_GROUPS.indexOf(group);
  const first = context.pages[0];
  if (first === undefined) return undefined;
  const end = first.layout.lines.findIndex((line) => line.segments.some(({ text }) => ON_AIR.test(text)));
  const texts = captionedTexts(first).filter(
    ({ text, caption, span }) =>
      isName(text) &&
      !STATION.test(caption) &&
      !isLabelText(caption) &&
      !isLabelText(text) &&
      (end < 0 || span.segment.line < end),
  );
  const guessed = texts.map((one) => ({ one, guess: guess(one.caption) }));
  const byCaption = guessed
    .map(({ one, guess: shares }) => ({ one, share: shares[at('advertiser')] ?? 0 }))
    .sort((a, b) => b.share - a.share)[0];
  if (byCaption !== undefined && byCaption.share >= CLEAR_GUESS)
    return advertiserChoice(byCaption.one, SCORES.guess, 'guess:advertiser');
  const open = guessed
    .filter(({ guess: shares }) =>
      (['agency', 'product'] as const).every((group) => (shares[at(group)] ?? 0) < OTHER_GUESS),
    )
    .map(({ one }) => one)
    .filter(({ text }) => !AGENCY.test(text));
  const campaign = open.find(({ text }) => CAMPAIGN.test(text));
  if (campaign !== undefined) return advertiserChoice(campaign, SCORES.campaign, 'guess:campaign');
  const [name] = open;
  return name === undefined ? undefined : advertiserChoice(name, SCORES.first, 'guess:first_name');
}

function isName(text: string): boolean {
  return (
    !NOT_A_NAME.test(text) &&
    !/:\s*$/.test(text) &&
    !STREET_WORD.test(foldText(text)) &&
    !POSTAL_LINE.test(text) &&
    !STATION.test(text) &&
    text.replace(/\P{L}/gu, '').length >= LEAST_LETTERS &&
    /^[\p{Lu}\d]/u.test(text)
  );
}

function advertiserChoice({ text, span }: CaptionedText, score: number, rule: string): Choice {
  return choiceOf({
    value: cleanName(text),
    spans: [span],
    score,
    measured: score,
    rule,
  });
}
