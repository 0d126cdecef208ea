import { RECOGNISED_LANGUAGES, type RecognisedLanguage } from '#engine/model';
import { foldText } from '#engine/normalise/fold-text';
import { languagesOfWord } from '#engine/normalise/language-words';
import type { RecognisedWord } from './recogniser.ts';

/** Distinct frequent words of a language needed to detect it; a word shared by two languages counts half for each. */
const MIN_WORDS = 2;
/**
 * Word beginnings typical of business documents, folded, in addition to the frequent words used for language detection.
 */
const STEMS: Readonly<Record<RecognisedLanguage, string>> = {
  en: 'invoice receipt quantity descript amount number custom order deliver',
  de: 'rechnung liefer bestell kunde zahlung betrag gesamt steuer strasse bezeichnung stuck menge ausstell fallig',
  fr: 'facture montant quantite livraison echeance paiement emission numero commande prestation reglement',
  es: 'factura cantidad descripcion vencimiento numero pedido direccion importe emision precio vence',
  it: 'fattur quantita descrizion scadenz pagament imponibil spett prezz indirizz totale',
  pt: 'fatura quantidade descricao vencimento pagamento encomenda morada preco emissao',
  nl: 'factuur bedrag omschrijving aantal betal klant totaal verval prijs stuk',
  pl: 'faktur sprzedaw nabyw platno wartosc zaplat zamowien kwot razem wystawion ilosc numer',
  cs: 'faktur dodavatel odberatel splatnost castk celkem objednav cislo mnozstv vystaven variabil',
  tr: 'fatura tarih toplam tutar miktar siparis odeme birim musteri adres',
};

/** Single letters are initials, sizes and tax classes rather than words. */
const MIN_LETTERS = 2;
/** Minimum lead over English, the language in which a page is read first. */
const AHEAD_OF_ENGLISH = 2;
/** Minimum lead over any other language: the first lines of a page may use words shared with related languages. */
const LEAD = 1.3;
/** Words below this confidence are as likely dirt as short words of some language. */
const LEAST_CERTAINTY = 0.5;

/**
 * Detects the language, other than English, of words that were read as English: most short frequent words have no
 * accents, or lose them in a predictable way. Returns undefined if no language is evident or it is not supported for
 * recognition.
 */
export function foreignLanguage(
  words: readonly Pick<RecognisedWord, 'text' | 'confidence'>[],
): RecognisedLanguage | undefined {
  const scores = new Map<string, number>();
  const sure = words.filter(({ confidence }) => confidence >= LEAST_CERTAINTY);
  for (const text of new Set(sure.map((word) => foldText(word.text)))) {
    if (text.length < MIN_LETTERS) continue;
    const languages = new Set([...languagesOfWord(text), ...languagesOfStem(text)]);
    for (const language of languages) scores.set(language, (scores.get(language) ?? 0) + 1 / languages.size);
  }
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (first === undefined || first[1] < MIN_WORDS || first[1] < LEAD * (second?.[1] ?? 0)) return undefined;
  if (first[1] < AHEAD_OF_ENGLISH * (scores.get('en') ?? 0)) return undefined;
  return RECOGNISED_LANGUAGES.find((language) => language === first[0]);
}

const STEMS_BY_LANGUAGE = Object.entries(STEMS).map(([language, stems]) => ({ language, stems: stems.split(' ') }));

function languagesOfStem(text: string): readonly string[] {
  return STEMS_BY_LANGUAGE.flatMap(({ language, stems }) =>
    stems.some((stem) => text.startsWith(stem)) ? [language] : [],
  );
}
