import type { PageCandidates } from '../candidates/collect.ts';
import { foldText } from '../normalise/fold-text.ts';

/** Short words that are frequent in one language and rare in the others. */
const MARKERS: Readonly<Record<string, string>> = {
  en: 'the and of for your you please with this to is are total date address payment thank number bill amount due',
  de: 'der die das und fur mit rechnung bitte wir ihre ihr von zum sie betrag datum nr menge zahlbar ust mwst gmbh strasse steuernummer bestellung lieferung kunde preis netto',
  fr: 'le la les des du et pour avec facture de votre nous vous montant tva total prix rue client societe echeance quantite numero merci par',
  es: 'el los las del y para con factura de su fecha importe iva total precio cliente nif direccion cantidad numero gracias calle descripcion',
  it: 'il lo gli della e per con fattura di data importo iva totale prezzo cliente via partita codice descrizione quantita numero pagamento imponibile',
  nl: 'de het een en van voor met factuur uw wij bedrag btw totaal prijs klant datum aantal omschrijving betaling nummer factuurnummer straat te betalen',
  pt: 'o os as da do e para com fatura data valor iva total preco cliente nif morada quantidade descricao numero pagamento rua nota',
  pl: 'i w na z do dla faktura data kwota vat razem cena klient nip ilosc nazwa sprzedawca nabywca termin platnosci wartosc zaplaty ul',
  sv: 'och att det for med faktura datum belopp moms summa pris kund antal betalning att oss ni',
  da: 'og at det til med faktura dato belob moms i alt pris kunde antal betaling',
  fi: 'ja lasku paivays summa alv yhteensa hinta asiakas maara maksu erapaiva veroton',
  cs: 'a na pro s faktura datum castka dph celkem cena zakaznik mnozstvi dodavatel odberatel splatnost',
};

const LANGUAGES_BY_WORD = index();
/** A language needs this many marker words, and a clear lead, to be named. */
const MIN_HITS = 4;
const LEAD = 1.15;

function index(): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const [language, words] of Object.entries(MARKERS)) {
    for (const word of words.split(' ')) map.set(word, [...(map.get(word) ?? []), language]);
  }
  return map;
}

/** ISO 639-1 code of the language most marker words and labels speak for, or null. */
export function detectLanguage(pages: readonly PageCandidates[]): string | null {
  const scores = new Map<string, number>();
  const add = (language: string, weight: number) => scores.set(language, (scores.get(language) ?? 0) + weight);
  for (const page of pages) {
    for (const word of page.layout.page.words) {
      const languages = LANGUAGES_BY_WORD.get(foldText(word.text).replace(/[^a-z]/g, '')) ?? [];
      for (const language of languages) add(language, 1 / languages.length);
    }
    for (const label of [...page.labels.values()].flat()) {
      if (label.languages.length <= 3)
        for (const language of label.languages) add(language, 1 / label.languages.length);
    }
  }
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  if (first === undefined || first[1] < MIN_HITS || first[1] < (second?.[1] ?? 0) * LEAD) return null;
  return first[0];
}
