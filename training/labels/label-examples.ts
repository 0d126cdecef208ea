import { foldText, LABEL_ROLES, LANGUAGES, type LabelGroup } from '#engine/learning';
import { SECOND_UNSEEN_AD_WORDS } from '../ad-orders/second-unseen-ad-words.data.ts';
import { UNSEEN_AD_WORDS } from '../ad-orders/unseen-ad-words.data.ts';
import { Random } from '../generator/random.ts';
import { inventWord } from '../generator/words/invent-word.ts';
import { SECOND_UNSEEN_WORDS } from '../generator/words/second-unseen-words.data.ts';
import { UNSEEN_WORDS } from '../generator/words/unseen-words.data.ts';
import { WORLD_WORDS } from '../generator/words/world-words.data.ts';
import type { LabelExample } from '../train/fit-labels.ts';
import { expandPhrases } from './expand-phrases.ts';
import { LABEL_PHRASES } from './label-phrases.data.ts';

/** Groups of the roles in the engine's table. Roles missing here belong to the group "other". */
const GROUP_OF_ROLE: Readonly<Record<string, LabelGroup>> = {
  invoice_number: 'number',
  invoice_date: 'date',
  date: 'date',
  statement_date: 'date',
  due_date: 'due',
  delivery_date: 'delivery',
  order_date: 'orderDate',
  order_number: 'orderNumber',
  purchase_order_number: 'orderNumber',
  contract_number: 'orderNumber',
  customer_id: 'customerId',
  payment_reference: 'paymentRef',
  account_number: 'accountNo',
  subtotal: 'subtotal',
  tax: 'tax',
  total: 'total',
  amount_due: 'amountDue',
  amount_paid: 'paid',
  discount: 'discount',
  shipping: 'shipping',
  charges: 'shipping',
  period: 'period',
  service_period: 'period',
  period_start: 'periodStart',
  period_end: 'periodEnd',
  advertiser: 'advertiser',
  agency: 'agency',
  gross_amount: 'gross',
  net_amount: 'net',
};

export interface LabelPhrase extends LabelExample {
  readonly language: string;
}

/** Number of words that are not labels, so that unknown words are not mistaken for labels. */
const NONSENSE_WORDS = 1500;

/** Languages without generated documents: training on them cannot make those documents easier than real ones. */
const UNMADE_LANGUAGES: ReadonlySet<string> = new Set(['hu', 'ro', 'tr', 'sk', 'hr', 'lt', 'et']);

/**
 * Training data of the product's weights. Rare phrases of the other languages are reserved for documents in mixed
 * words, so that a scorer learns the reliability of guesses on phrases that the weights were not trained on.
 */
export function learnedPhrases(): readonly LabelPhrase[] {
  return [
    ...knownPhrases(),
    ...rarePhrases().filter(({ language }) => UNMADE_LANGUAGES.has(language)),
    ...otherPhrases(),
  ];
}

/** Phrases of the engine's language files. */
export function knownPhrases(): readonly LabelPhrase[] {
  return LABEL_ROLES.flatMap((role) =>
    LANGUAGES.flatMap(({ code, labels }) =>
      (labels?.[role] ?? []).map((text) => ({
        text: text.replace(/^~/, ''),
        group: GROUP_OF_ROLE[role] ?? 'other',
        language: code,
      })),
    ),
  );
}

/** Phrases of the patterns, without those held out for measuring. */
export function rarePhrases(): readonly LabelPhrase[] {
  const unseen = unseenPhrases();
  return Object.entries(LABEL_PHRASES)
    .flatMap(([language, groups]) =>
      Object.entries(groups).flatMap(([group, pattern]) =>
        isGroup(group) ? expandPhrases(pattern).map((text) => ({ text, group, language })) : [],
      ),
    )
    .filter(({ text }) => !unseen.has(text)); // prettier-ignore
}

/** Names, goods and meaningless words. */
export function otherPhrases(): readonly LabelPhrase[] {
  const random = new Random('words without a meaning');
  const nonsense = Array.from({ length: NONSENSE_WORDS }, () => inventWord(random));
  const world = Object.values(WORLD_WORDS).flatMap((lists) => Object.values(lists).flatMap((list) => list.split('|')));
  return [...nonsense, ...world.map(foldText)].map((text) => ({ text, group: 'other' as const, language: 'none' }));
}

function unseenPhrases(): ReadonlySet<string> {
  const lists = [
    ...Object.values(UNSEEN_WORDS),
    ...Object.values(SECOND_UNSEEN_WORDS),
    UNSEEN_AD_WORDS,
    SECOND_UNSEEN_AD_WORDS,
  ];
  return new Set(lists.flatMap((words) => Object.values(words)).flatMap((list) => list.split('|').map(foldText)));
}

function isGroup(name: string): name is LabelGroup {
  return Object.values<string>(GROUP_OF_ROLE).includes(name) || ['product', 'commission', 'other'].includes(name);
}
