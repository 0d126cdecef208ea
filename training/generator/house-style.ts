import type { LabelGroup } from '#engine/learning';
import { LOCALES, type LocaleData, type LocaleName, MONTHS } from './locales.data.ts';
import type { Random } from './random.ts';
import { LABEL_WORDS, type LabelName } from './words/label-words.data.ts';
import { SECOND_UNSEEN_WORDS } from './words/second-unseen-words.data.ts';
import { UNSEEN_WORDS } from './words/unseen-words.data.ts';
import { StrangeWords, type Wording } from './words/wording.ts';
import { WORLD_WORDS } from './words/world-words.data.ts';

const SIGNS: Readonly<Record<string, string>> = { EUR: '€', USD: '$', GBP: '£', BRL: 'R$', MXN: '$' };
/** Currency signs that always precede the amount. */
const LEADING = new Set(['USD', 'GBP', 'BRL', 'MXN']);

const UNSEEN_BY_WORDING: Readonly<Partial<Record<Wording, typeof UNSEEN_WORDS>>> = {
  unseen: UNSEEN_WORDS,
  'second-unseen': SECOND_UNSEEN_WORDS,
};

/** Labels that a mixed wording may replace by unusual words, and their meaning. */
const STRANGE_GROUPS: Readonly<Partial<Record<LabelName, LabelGroup>>> = {
  number: 'number',
  date: 'date',
  due: 'due',
  delivery: 'delivery',
  orderDate: 'orderDate',
  orderNumber: 'orderNumber',
  poNumber: 'orderNumber',
  customerId: 'customerId',
  paymentRef: 'paymentRef',
  subtotal: 'subtotal',
  total: 'total',
  amountDue: 'amountDue',
};

export type MoneyMark = 'sign' | 'code-before' | 'code-after' | 'none';

/** House style of one issuer: the same words, marks and date format throughout a document. */
export class HouseStyle {
  readonly name: LocaleName;
  readonly locale: LocaleData;
  readonly currency: string;
  /** Currency marks of the totals; rows use the same if `marksRows`. */
  readonly mark: MoneyMark;
  readonly marksRows: boolean;
  readonly colon: string;
  readonly #labels = new Map<string, string>();
  readonly #random: Random;
  readonly #group: string;
  readonly #datePattern: string;
  readonly #upper: boolean;
  readonly #minus: 'before' | 'behind' | 'brackets';
  readonly #rateDecimals: boolean;
  readonly #strange: StrangeWords | undefined;
  readonly #wording: Wording;

  constructor(name: LocaleName, random: Random, wording: Wording = 'usual') {
    this.#wording = wording;
    this.#strange = wording === 'mixed' ? new StrangeWords(random, LOCALES[name].language) : undefined;
    this.name = name;
    this.locale = LOCALES[name];
    this.#random = random;
    this.currency = random.pick(this.locale.currencies);
    this.#group = random.pick(this.locale.groups);
    this.#datePattern = random.pick(this.locale.dates);
    this.mark = random.pick(
      SIGNS[this.currency]
        ? ['sign', 'sign', 'code-before', 'code-after', 'none']
        : ['code-before', 'code-after', 'none'],
    );
    this.marksRows = this.mark === 'sign' && random.chance(0.5);
    this.colon = random.pick([':', ':', '', ' :']);
    this.#upper = random.chance(0.12);
    this.#minus = random.pick(['before', 'before', 'before', 'behind', 'brackets']);
    this.#rateDecimals = random.chance(0.25);
  }

  /** The issuer's word for something, the same throughout the document. */
  label(name: LabelName, values: Readonly<Record<string, string>> = {}): string {
    let text = this.#labels.get(name);
    if (text === undefined) {
      text = this.#strangeWord(name) ?? this.#random.pick(this.#words(name).split('|'));
      this.#labels.set(name, text);
    }
    const filled = text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '').trim();
    return this.#upper && filled.length < 24 ? filled.toUpperCase() : filled;
  }

  #words(name: LabelName): string {
    const { language } = this.locale;
    const unseen = UNSEEN_BY_WORDING[this.#wording]?.[language]?.[name];
    return unseen ?? LABEL_WORDS[language][name];
  }

  #strangeWord(name: LabelName): string | undefined {
    const group = STRANGE_GROUPS[name];
    return group === undefined ? undefined : this.#strange?.draw(group);
  }

  world(key: keyof (typeof WORLD_WORDS)['en']): readonly string[] {
    return WORLD_WORDS[this.locale.language][key].split('|');
  }

  /** A bare figure from cents. */
  figure(cents: number): string {
    const absolute = Math.abs(cents);
    const whole = String(Math.floor(absolute / 100)).replace(/\B(?=(\d{3})+$)/g, this.#group);
    const text = `${whole}${this.locale.decimal}${String(absolute % 100).padStart(2, '0')}`;
    if (cents >= 0) return text;
    if (this.#minus === 'brackets') return `(${text})`;
    return this.#minus === 'behind' ? `${text}-` : `-${text}`;
  }

  /** A figure with the issuer's currency mark. */
  money(cents: number): string {
    const sign = SIGNS[this.currency] ?? this.currency;
    switch (this.mark) {
      case 'sign':
        if (LEADING.has(this.currency))
          return cents < 0 ? `-${sign}${this.figure(-cents)}` : `${sign}${this.figure(cents)}`;
        return this.locale.language === 'nl' || this.locale.language === 'en'
          ? `${sign} ${this.figure(cents)}`
          : `${this.figure(cents)} ${sign}`;
      case 'code-before':
        return `${this.currency} ${this.figure(cents)}`;
      case 'code-after':
        return `${this.figure(cents)} ${this.currency}`;
      case 'none':
        return this.figure(cents);
    }
  }

  rowMoney(cents: number): string {
    return this.marksRows ? this.money(cents) : this.figure(cents);
  }

  /** A quantity from thousandths, without needless zeros. */
  quantity(thousandths: number): string {
    return String(thousandths / 1000).replace('.', this.locale.decimal);
  }

  rate(percent: number): string {
    const text = this.#rateDecimals ? percent.toFixed(2) : String(percent);
    return `${text.replace('.', this.locale.decimal)}${this.locale.language === 'en' ? '' : ' '}%`;
  }

  /** A date from ISO 8601 in the issuer's form. */
  date(iso: string): string {
    return printDate(iso, this.#datePattern, this.locale);
  }

  /** A date without a month's name whose day and month are ambiguous. */
  isOpenDate(iso: string): boolean {
    const [, month = '', day = ''] = iso.split('-');
    const named = /MMM|^YYYY/.test(this.#datePattern) || this.#datePattern.includes('.');
    return !named && Number(day) <= 12 && month !== day;
  }

  phone(): string {
    return this.#random.pick(this.locale.phone).replace(/#/g, () => String(this.#random.int(1, 9)));
  }

  taxName(): string {
    const known = this.#labels.get('taxName') ?? this.#random.pick(this.locale.taxNames);
    this.#labels.set('taxName', known);
    return known;
  }
}

function printDate(iso: string, pattern: string, locale: LocaleData): string {
  const [year = '', month = '', day = ''] = iso.split('-');
  const name = MONTHS[locale.language].split(' ')[Number(month) - 1] ?? '';
  return pattern.replace(/YYYY|YY|MMMM|MMM|MM|M|DD|D/g, (part) => {
    switch (part) {
      case 'YYYY':
        return year;
      case 'YY':
        return year.slice(2);
      case 'MMMM':
        return name;
      case 'MMM':
        return name.slice(0, 3);
      case 'MM':
        return month;
      case 'M':
        return String(Number(month));
      case 'DD':
        return day;
      default:
        return String(Number(day));
    }
  });
}

/** Adds days to a date in ISO 8601. */
export function addDays(iso: string, days: number): string {
  return new Date(Date.parse(`${iso}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
