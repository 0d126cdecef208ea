import { expect, test } from 'vitest';
import { LANGUAGES } from '#engine/languages/index';
import type { NamedRole as LabelRole } from '#engine/languages/language';
import { foldText } from '#engine/normalise/fold-text';
import { SECOND_UNSEEN_AD_WORDS } from '../../ad-orders/second-unseen-ad-words.data.ts';
import { UNSEEN_AD_WORDS } from '../../ad-orders/unseen-ad-words.data.ts';
import type { LabelName } from './label-words.data.ts';
import { SECOND_UNSEEN_WORDS } from './second-unseen-words.data.ts';
import { UNSEEN_WORDS } from './unseen-words.data.ts';

/** The role that the engine should assign to each of them. */
const ROLES: Readonly<Record<string, readonly LabelRole[]>> = {
  number: ['invoice_number'],
  date: ['invoice_date', 'date'],
  due: ['due_date'],
  subtotal: ['subtotal'],
  total: ['total'],
  amountDue: ['amount_due'],
  customerId: ['customer_id'],
  poNumber: ['purchase_order_number'],
  delivery: ['delivery_date'],
  paymentRef: ['payment_reference'],
  orderNumber: ['order_number', 'contract_number'],
  invoiceNumber: ['invoice_number'],
  advertiser: ['advertiser'],
  agency: ['agency'],
  flight: ['service_period'],
  start: ['period_start'],
  end: ['period_end'],
  gross: ['gross_amount'],
  commission: ['net_amount'],
  net: ['net_amount'],
} satisfies Readonly<Partial<Record<LabelName, readonly LabelRole[]>>> & Readonly<Record<string, readonly LabelRole[]>>;

/** Phrases of the engine's table for a role, in any language. */
function known(roles: readonly LabelRole[]): readonly string[] {
  return LANGUAGES.flatMap(({ labels }) => roles.flatMap((role) => labels?.[role] ?? [])).map((phrase) =>
    phrase.replace(/^~/, ''),
  );
}

const lists = [
  ...Object.values(UNSEEN_WORDS),
  ...Object.values(SECOND_UNSEEN_WORDS),
  UNSEEN_AD_WORDS,
  SECOND_UNSEEN_AD_WORDS,
]
  .flatMap((words) => Object.entries(words))
  .filter(([name]) => name in ROLES);

test.each(lists)('no word for %s is known to the engine: %s', (name, words) => {
  const phrases = known(ROLES[name] ?? []);
  expect(phrases).not.toEqual([]);
  for (const word of words.split('|')) {
    const text = ` ${foldText(word)} `;
    expect(
      phrases.filter((phrase) => text.includes(` ${phrase} `)),
      word,
    ).toEqual([]);
  }
});
