import { inventIban, inventTaxId } from './check-digits.ts';
import type { HouseStyle } from './house-style.ts';
import type { Random } from './random.ts';

/** A person or firm, invented. */
export interface Party {
  readonly name: string;
  /** The name without its legal form, as a logo prints it. */
  readonly brand: string;
  readonly address: readonly string[];
  readonly phone: string;
  readonly domain: string;
  readonly taxId: string;
  readonly iban: string | undefined;
  readonly bic: string;
  readonly companyNo: string;
}

export function inventFirm(house: HouseStyle, random: Random): Party {
  const brand = random.pick([
    () => `${random.pick(house.world('coined'))} ${random.pick(house.world('trades'))}`,
    () => `${random.pick(house.world('families'))} ${random.pick(house.world('trades'))}`,
    () => `${random.pick(house.world('families'))} & ${random.pick(house.world('families'))}`,
    () => random.pick(house.world('coined')),
    () => `${random.pick(house.world('trades'))} ${random.pick(house.world('families'))}`,
  ])();
  return partyOf(brand, `${brand} ${random.pick(house.world('forms'))}`, house, random);
}

export function inventPerson(house: HouseStyle, random: Random): Party {
  const name = `${random.pick(house.world('given'))} ${random.pick(house.world('families'))}`;
  return partyOf(name, name, house, random);
}

function partyOf(brand: string, name: string, house: HouseStyle, random: Random): Party {
  const { country } = house.locale;
  const domain = brand
    .toLowerCase()
    .normalize('NFKD')
    .replace(/ø/g, 'o')
    .replace(/ł/g, 'l')
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
  return {
    name,
    brand,
    address: inventAddress(house, random),
    phone: house.phone(),
    domain: `${domain}.example`,
    taxId: inventTaxId(country, random),
    iban: inventIban(country, random),
    bic: `${random.letters(4)}${country}${random.letters(2)}XXX`,
    companyNo: random.digits(random.int(5, 8)),
  };
}

/** Lines of an address in the country's form. */
function inventAddress(house: HouseStyle, random: Random): readonly string[] {
  const values: Readonly<Record<string, string>> = {
    street: random.pick(house.world('streets')),
    no: random.chance(0.15) ? `${random.int(1, 180)}${random.pick(['a', 'b', '-2'])}` : String(random.int(1, 240)),
    city: random.pick(house.world('cities')),
    region: random.pick(house.world('regions')) || house.locale.country,
    zip: inventPostcode(house.locale.country, random),
  };
  const lines = house.locale.address.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '').split('|');
  return random.chance(0.2) ? [...lines, house.locale.countryName] : lines;
}

function inventPostcode(country: string, random: Random): string {
  switch (country) {
    case 'GB':
      return `${random.letters(2)}${random.int(1, 19)} ${random.int(1, 9)}${random.letters(2)}`;
    case 'NL':
      return `${random.digits(4)} ${random.letters(2)}`;
    case 'PT':
      return `${random.digits(4)}-${random.digits(3)}`;
    case 'BR':
      return `${random.digits(5)}-${random.digits(3)}`;
    case 'PL':
      return `${random.digits(2)}-${random.digits(3)}`;
    case 'SE':
    case 'CZ':
      return `${random.digits(3)} ${random.digits(2)}`;
    case 'AT':
    case 'CH':
    case 'BE':
    case 'DK':
    case 'NO':
      return random.digits(4);
    default:
      return random.digits(5);
  }
}
