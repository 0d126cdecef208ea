/** What a column of a table of bank movements holds. */
export const CSV_COLUMNS = [
  'booked',
  'date',
  'valued',
  'text',
  'party',
  'amount',
  'debit',
  'credit',
  'balance',
  'currency',
  'mark',
  'account',
  'status',
] as const;
export type CsvColumn = (typeof CSV_COLUMNS)[number];

/**
 * Headings of the columns in exports of banks, folded: lower case, no accents, letters and digits only. A heading with
 * more words than these, such as a currency in parentheses, is matched without them.
 */
export const CSV_HEADINGS: Readonly<Record<CsvColumn, string>> = {
  booked:
    'booking date|booked|date booked|posting date|posted date|post date|posted|transaction date|date of transaction|buchungstag|buchungsdatum|buchung|date operation|date de l operation|date comptable|date de comptabilisation|fecha operacion|fecha contable|f contable|data contabile|data operazione|data movimento|boekingsdatum|boekdatum|transactiedatum|data ksiegowania|data operacji|data transakcji|bokforingsdag|bokforingsdato|bogforingsdato|bokfort dato|transaktionsdag|kirjauspaiva|datum zauctovani|datum provedeni|datum uctovani|konyveles datuma|data movimento|data do movimento|data lancamento|data mov|islem tarihi',
  date: 'date|datum|fecha|data|dato|paivamaara|paivays|tarih|datum transakce|kelt|activity date|completed date|started date',
  valued:
    'value date|valuta|valutadatum|wertstellung|wertstellungsdatum|date valeur|date de valeur|fecha valor|f valor|data valuta|rentedatum|data waluty|valutadag|valuteringsdag|rentedato|arvopaiva|datum valuty|data valor|effective date|valor tarihi',
  text: 'description|details|transaction details|transaction description|narrative|particulars|memo|remarks|reference|verwendungszweck|buchungstext|umsatztext|betreff|beschreibung|libelle|libelle operation|description de l operation|motif|detail|concepto|descripcion|observaciones|causale|descrizione|descrizione operazione|omschrijving|mededeling|mededelingen|opis|opis operacji|tytul|opis transakcji|beskrivning|tekst|forklaring|viesti|selite|popis|zprava pro prijemce|kozlemeny|descritivo|historico|descricao|aciklama|transaction|operation',
  party:
    'payee|payer|counterparty|name|merchant|beneficiary|beguenstigter zahlungspflichtiger|begunstigter zahlungspflichtiger|auftraggeber empfanger|auftraggeber beguenstigter|auftraggeber begunstigter|empfanger|zahlungsempfanger|zahlungspflichtige r|zahlungsempfanger in|name zahlungsbeteiligter|beneficiaire|tiers|beneficiario|ordenante|naam tegenpartij|naam tegenpartij en rekening|naam omschrijving|tegenpartij|nadawca odbiorca|odbiorca|kontrahent|saaja maksaja|saaja|maksaja|mottagare|mottaker|modtager|nazev protiuctu|partner neve',
  amount:
    'amount|transaction amount|value|betrag|umsatz|montant|importe|importo|bedrag|kwota|kwota operacji|kwota transakcji|belopp|belob|belop|maara|summa|castka|objem|osszeg|valor|tutar|montant operation|importe eur|amount in account currency',
  debit:
    'debit|debit amount|debits|withdrawal|withdrawals|money out|paid out|soll|belastung|lastschrift|debito|cargo|cargos|debet|dare|uscite|addebiti|addebito|af|uit|debiet|obciazenia|wyplata|uttag|ut|ut fra konto|utbetaling|debe|gastos|saida|saidas|borc|ausgang|withdrawal amt|withdrawal amount|kiadas',
  credit:
    'credit|credit amount|credits|deposit|deposits|money in|paid in|haben|gutschrift|credito|abono|abonos|kredit|avere|entrate|accrediti|accredito|bij|in|uznania|wplata|insattning|inn|inn pa konto|innbetaling|haber|ingresos|entrada|entradas|alacak|eingang|deposit amt|deposit amount|jovairas',
  balance:
    'balance|running balance|balance after|balance after transaction|account balance|closing balance|saldo|kontostand|saldo nach buchung|solde|solde apres operation|saldo disponible|saldo na transactie|saldo po operacji|saldo rachunku|saldo contabilistico|saldo apos|zustatek|egyenleg|bakiye|bokfort saldo',
  currency: 'currency|wahrung|waehrung|devise|divisa|moneda|valuta code|munt|muntsoort|waluta|valutta|mena|devizanem|moeda|para birimi|ccy|valuuta',
  mark: 'debit credit|credit debit|dr cr|cr dr|d c|af bij|soll haben|s h|type|transaction type|sens|indicator|sign|debet credit|code af bij|dc indicator|credit debit indicator',
  account:
    'account|account number|account no|iban|auftragskonto|konto|kontonummer|iban auftragskonto|compte|numero de compte|cuenta|conto|rekening|rekeningnummer|iban rekening|rachunek|numer rachunku|conta|cislo uctu|szamlaszam|own account',
  status: 'status|state|statut|estado|stato',
};

/** Captions above or below the table, folded, by field. */
export const CSV_CAPTIONS: Readonly<Record<string, string>> = {
  opening_balance:
    'opening balance|starting balance|start balance|balance brought forward|anfangssaldo|alter kontostand|alter saldo|solde initial|solde precedent|saldo inicial|saldo anterior|saldo iniziale|beginsaldo|saldo poczatkowe|ingaende saldo|pocatecni zustatek|nyito egyenleg',
  closing_balance:
    'closing balance|ending balance|end balance|balance carried forward|endsaldo|neuer kontostand|neuer saldo|kontostand|solde final|solde nouveau|nouveau solde|saldo final|saldo finale|eindsaldo|saldo koncowe|utgaende saldo|konecny zustatek|zaro egyenleg|ledger balance',
  account_number:
    'account number|account no|account|kontonummer|konto|numero de compte|compte|cuenta|numero de cuenta|numero conto|conto|rekeningnummer|rekening|numer rachunku|rachunek|cislo uctu|conta|iban',
  account_holder_name:
    'account holder|account name|holder|kontoinhaber|titulaire|titular|intestatario|rekeninghouder|wlasciciel|posiadacz',
  bank_name: 'bank|bank name|banque|banco|banca',
  currency: 'currency|wahrung|waehrung|devise|divisa|moneda|waluta|mena|moeda',
};

/** Words that say in which direction money went, folded. */
export const MONEY_OUT_MARKS: ReadonlySet<string> = new Set(
  'd|dr|debit|db|dbit|s|soll|af|debet|debito|cargo|dare|obciazenie|lastschrift|h debe|out|withdrawal|-'.split('|'),
);
export const MONEY_IN_MARKS: ReadonlySet<string> = new Set(
  'c|cr|credit|crdt|h|haben|bij|kredit|credito|abono|avere|uznanie|gutschrift|in|deposit|+'.split('|'),
);
