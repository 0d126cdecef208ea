import type { LabelGroup } from '#engine/learning';
import { addDays } from '../generator/house-style.ts';
import type { Random } from '../generator/random.ts';
import { StrangeWords, type Wording } from '../generator/words/wording.ts';
import { AD_WORDS, AD_WORLD, type AdWord } from './ad-words.data.ts';
import { SECOND_UNSEEN_AD_WORDS } from './second-unseen-ad-words.data.ts';
import { UNSEEN_AD_WORDS } from './unseen-ad-words.data.ts';

export interface AdLine {
  readonly program: string;
  readonly days: string;
  readonly time: string;
  /** ISO 8601. */
  readonly from: string;
  readonly to: string;
  readonly spots: number;
  /** In cents. */
  readonly rate: number;
}

/** Content of one order; the same words are used throughout. */
export interface AdOrder {
  readonly number: string;
  readonly invoiceNumber: string;
  readonly advertiser: string;
  readonly agency: string;
  readonly product: string;
  readonly estimate: string;
  readonly executive: string;
  readonly station: string;
  readonly street: string;
  readonly city: string;
  readonly from: string;
  readonly to: string;
  readonly lines: readonly AdLine[];
  /** In cents. */
  readonly gross: number;
  readonly net: number;
  label(name: AdWord): string;
  date(iso: string): string;
}

const UNSEEN_BY_WORDING: Readonly<Partial<Record<Wording, typeof UNSEEN_AD_WORDS>>> = {
  unseen: UNSEEN_AD_WORDS,
  'second-unseen': SECOND_UNSEEN_AD_WORDS,
};

/** Labels that a mixed wording may replace by unusual words, and their meaning. */
const STRANGE_GROUPS: Readonly<Partial<Record<AdWord, LabelGroup>>> = {
  orderNumber: 'orderNumber',
  invoiceNumber: 'number',
  advertiser: 'advertiser',
  agency: 'agency',
  flight: 'period',
  start: 'periodStart',
  end: 'periodEnd',
  gross: 'gross',
  commission: 'commission',
  net: 'net',
  product: 'product',
  estimate: 'product',
  executive: 'product',
};

const DAYS = ['M-F', 'MTWTF--', 'Sa-Su', 'Mon-Sun', '-T-T---', 'Su'];
const TIMES = ['5a-7a', '6:00 AM-7:00 AM', '11:00p-11:35p', '7p-8p', '12n-1p', '10:00 PM-11:00 PM'];

/** `words`: usual words of the trade, or words unknown to the engine. */
export function inventAdOrder(random: Random, words: Wording): AdOrder {
  const world = (key: keyof typeof AD_WORLD) => random.pick(AD_WORLD[key].split('|'));
  const from = addDays('2023-01-02', random.int(0, 700));
  const to = addDays(from, random.pick([5, 6, 12, 13, 20, 27]));
  const lines = Array.from({ length: random.int(2, 14) }, (): AdLine => {
    const whole = random.chance(0.6);
    const begin = whole ? from : addDays(from, random.int(0, 3));
    return {
      program: world('programs'),
      days: random.pick(DAYS),
      time: random.pick(TIMES),
      from: begin,
      to: whole ? to : addDays(begin, 1),
      spots: random.int(1, 12),
      rate: random.int(4, 300) * 500,
    };
  });
  const gross = lines.reduce((sum, { spots, rate }) => sum + spots * rate, 0);
  const chosen = new Map<AdWord, string>();
  const strangeWords = words === 'mixed' ? new StrangeWords(random, 'en') : undefined;
  const dates = random.pick(['MM/DD/YY', 'MM/DD/YYYY', 'M/D/YYYY', 'MON'] as const);
  const number = `${random.chance(0.2) ? random.letters(2) : ''}${random.digits(random.int(5, 8))}`;
  return {
    number,
    invoiceNumber: random.chance(0.5) ? `${number}-${random.int(1, 4)}` : random.digits(7),
    advertiser: world('advertisers'),
    agency: world('agencies'),
    product: world('products'),
    estimate: random.digits(4),
    executive: world('people'),
    station: world('stations'),
    street: world('streets'),
    city: world('cities'),
    from,
    to,
    lines,
    gross,
    net: gross - Math.round((gross * 15) / 100),
    label(name) {
      const unseen = UNSEEN_BY_WORDING[words]?.[name];
      const group = STRANGE_GROUPS[name];
      const strange = group === undefined ? undefined : () => strangeWords?.draw(group);
      const known = chosen.get(name) ?? strange?.() ?? random.pick((unseen ?? AD_WORDS[name]).split('|'));
      chosen.set(name, known);
      return known;
    },
    date: (iso) => printed(iso, dates),
  };
}

const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function printed(iso: string, form: 'MM/DD/YY' | 'MM/DD/YYYY' | 'M/D/YYYY' | 'MON'): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  switch (form) {
    case 'MM/DD/YY':
      return `${month}/${day}/${year.slice(2)}`;
    case 'MM/DD/YYYY':
      return `${month}/${day}/${year}`;
    case 'M/D/YYYY':
      return `${Number(month)}/${Number(day)}/${year}`;
    case 'MON':
      return `${MONTHS[Number(month) - 1] ?? ''} ${Number(day)}, ${year}`;
  }
}

export function money(cents: number): string {
  const whole = String(Math.floor(cents / 100)).replace(/\B(?=(\d{3})+$)/g, ',');
  return `$${whole}.${String(cents % 100).padStart(2, '0')}`;
}
