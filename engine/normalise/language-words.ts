import { foldText } from './fold-text.ts';

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
  tr: 've bir ile icin bu fatura tarih tarihi toplam tutar kdv dahil adet miktar birim fiyat fiyati vergi dairesi musteri odeme adres sayin alici satici mah cad',
  cs: 'a na pro s faktura datum castka dph celkem cena zakaznik mnozstvi dodavatel odberatel splatnost',
};

const LANGUAGES_BY_WORD = index();

function index(): ReadonlyMap<string, readonly string[]> {
  const map = new Map<string, string[]>();
  for (const [language, words] of Object.entries(MARKERS)) {
    for (const word of words.split(' ')) map.set(word, [...(map.get(word) ?? []), language]);
  }
  return map;
}

/** ISO 639-1 codes of the languages in which a word is a frequent one, however it is accented. */
export function languagesOfWord(text: string): readonly string[] {
  return LANGUAGES_BY_WORD.get(foldText(text).replace(/[^a-z]/g, '')) ?? [];
}
