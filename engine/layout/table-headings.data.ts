/**
 * Column headings of item and transaction tables by role. Phrases are folded (lower case, no accents, no dots) and
 * separated by `|`. `tax_base`, `payment` and `due` mark tables that are not item tables.
 */
export const HEADING_ROLES = [
  'position',
  'description',
  'product_code',
  'quantity',
  'unit',
  'unit_price',
  'amount',
  'gross_amount',
  'tax_rate',
  'tax_amount',
  'discount',
  'date',
  'balance',
  'withdrawal',
  'deposit',
  'tax_base',
  'payment',
  'other',
] as const;
export type HeadingRole = (typeof HEADING_ROLES)[number];

export const HEADINGS: Readonly<Record<HeadingRole, string>> = {
  position:
    'pos|position|pos nr|no|nr|#|lfd nr|lfd|line|line no|line #|ligne|sl|sl no|s no|sr no|sno|lp|l p|item #|pol|rivi|c|s/no|sn|positie|regel',
  description:
    'description|item|items|item description|item desc|item & description|description of goods|description of services|description of goods and services|goods|goods description|product|products|product name|product description|service|services|article|articles|detail|details|particulars|activity|work|task|name|item name|item details|transaction|transactions|transaction description|narration|narrative|product service|service description|artikel|bezeichnung|beschreibung|leistung|leistungen|artikelbezeichnung|artikelbeschreibung|artikel beschreibung|artikel bezeichnung|material beschreibung|material bezeichnung|produkt|produktbeschreibung|produkt beschreibung|position beschreibung|leistungsbeschreibung|text|ware|warenbezeichnung|verwendungszweck|buchungstext|umsatz|designation|designation des produits|libelle|prestation|prestations|produit|produits|intitule|operation|operations|descripcion|concepto|conceptos|articulo|producto|productos|servicio|detalle|descrizione|descrizione prodotto|prodotto|prodotti|servizio|causale|oggetto|omschrijving|beschrijving|dienst|descricao|produto|produtos|servico|item descricao|nazwa|nazwa towaru|nazwa towaru uslugi|nazwa towaru lub uslugi|opis|towar|usluga|benamning|beskrivning|beskrivelse|vare|varebetegnelse|tuote|kuvaus|selite|nimike|popis|nazev|oznaceni|denumire|denumirea|denumirea produselor|megnevezes|leiras|aciklama|urun|malzeme hizmet|mal hizmet|tekst|designacao|historico|booking text|movimiento|movimento|operacion|mededeling|vorgang|selitys|titel operacji|tytul operacji',
  product_code:
    'item code|item no|item number|product code|product id|product no|product number|sku|code|article no|article number|article code|art no|part no|part number|part #|ref|reference|ref no|stock code|ean|gtin|upc|barcode|model|model no|catalog no|material no|item id|art nr|art nr kunde|art nr lief|artnr|artikelnr|artikel nr|artikelnummer|artikel nummer|unsere art nr|ihre art nr|bestellnr|best nr|material nr|materialnr|produktnr|sachnummer|reference article|ref article|code article|code produit|codigo|cod|cod articulo|referencia|codice|cod articolo|codice articolo|artikelcode|artikel code|productcode|codigo do produto|kod|indeks|symbol|artikelnummer|varenr|varenummer|tuotenumero|kod zbozi|cikkszam|stok kodu|urun kodu|check no|check #|cheque no',
  quantity:
    'quantity|qty|quantity ordered|qty ordered|qty shipped|quantity shipped|ordered|shipped|units|no of units|hours|hrs|hrs qty|qty hrs|qty hours|hours qty|pcs|pieces|count|nights|days|volume|consumption|usage|requested qty|agreed qty|requested agreed qty|menge|anzahl|stuck|stk|stuckzahl|menge einheit|mengeneinheit menge|std|stunden|quantite|qte|qte commandee|nombre|nb|cantidad|cant|ctd|unidades|horas|quantita|qta|q ta|q|aantal|hoeveelheid|uren|quantidade|qtd|qtde|quant|ilosc|antal|antall|maara|kpl|mnozstvi|ks|pocet|cantitate|cant|mennyiseg|miktar|adet',
  unit: 'unit|uom|um|u m|u/m|measure|unit of measure|qty unit|einheit|einh|me|mengeneinheit|mengen einheit|meng einheit|unite|unidad|unidade|unita|eenheid|jm|j m|jednostka|jedn|enhet|enhed|yksikko|mj|me egyseg|birim',
  unit_price:
    'unit price|price|price each|price per unit|unit cost|cost|cost per unit|rate|unit rate|hourly rate|rate price|price rate|each|ea|list price|net price|net unit price|unit price net|price unit|unit net price|selling price|per unit|unit amount|price unit net|price excl|einzelpreis|einzelpr|e preis|ep|einzel|preis|stuckpreis|nettopreis|netto preis|netto einzelpreis|einzelpreis netto|vk preis|preis einheit|preis pro einheit|preis je einheit|stundensatz|einheitspreis|satz|prix unitaire|prix unit|prix unitaire ht|p u|pu|p u ht|pu ht|prix|prix u|prix u ht|tarif|precio|precio unitario|precio unit|p unitario|p unit|precio ud|tarifa|prezzo|prezzo unitario|prezzo unit|prezzo un|prijs|stukprijs|eenheidsprijs|prijs per stuk|prijs per eenheid|tarief|preco|preco unitario|preco unit|valor unitario|valor unit|vlr unit|cena|cena jednostkowa|cena jedn|cena netto|cena jednostkowa netto|cena jedn netto|a pris|apris|a|pris|stykpris|enhetspris|enhedspris|yksikkohinta|a hinta|hinta|cena za jednotku|cena za mj|jednotkova cena|pret|pret unitar|pretul unitar|egysegar|birim fiyat|birim fiyati|stk pris|stykkpris|pris pr stk|pris per stk|pris pr enhed|pris per enhet|kappalehinta|hinta kpl|cena za szt|cena za kus|preco un',
  amount:
    'withdrawals deposits|deposits withdrawals|debit credit|credit debit|soll haben|amount|line total|line amount|total|total price|total amount|total net|total excl|ext price|ext amount|extended price|extended|extended amount|extension|net amount|net|net total|net value|line net|line total net|subtotal|sub total|value|sum|total value|total cost|amount due|amount net|charges|charge|amount excl vat|amount excl tax|price total|price w o tax|total w o tax|total without vat|gesamt|gesamtpreis|gesamtpr|gesamtbetrag|gesamt netto|betrag|betrag netto|netto betrag|nettobetrag|netto gesamt|gesamtpreis netto|summe|zeilenbetrag|positions betrag|positionsbetrag|positionssumme|positions summe|entgelt|netto|netto wert|nettowert|gp|g preis|gesamtwert|wert|montant|montant ht|total ht|prix ht|prix total|prix total ht|total hors taxe|montant net|montant total|total net ht|importe|importe total|importe neto|subtotal|total neto|importo|importo netto|totale|prezzo totale|imponibile|bedrag|totaal|totaalbedrag|totaal excl|regeltotaal|valor|valor total|vlr total|montante|preco total|total liquido|wartosc|wartosc netto|kwota|kwota netto|belopp|summa|belop|nettobelop|sum netto|pris i alt|i alt|ialt|yhteensa|veroton|castka|celkem|cena celkem|cena bez dph|celkem bez dph|valoare|valoarea|valoare totala|osszeg|netto ertek|netto osszeg|ertek|tutar|toplam|mal hizmet tutari|amount positions betrag|linjetotal|radsumma|linjesum|rivisumma|rivihinta|importancia|importo movimento|belob|kwota operacji|radbelopp',
  gross_amount:
    'gross|gross amount|gross total|total gross|total incl|total inc|total incl vat|amount incl vat|amount incl|total ttc|montant ttc|prix ttc|brutto|gesamt brutto|bruttobetrag|brutto betrag|wartosc brutto|importo lordo|totale iva inclusa|totaal incl|total iva incl|celkem s dph|cena s dph|brutto ertek|brutto osszeg',
  tax_rate:
    'vat|vat %|% vat|vat rate|tax|taxes|tax %|tax rate|gst|gst %|hst|sales tax|tx|t|tax code|vat code|st|ust|ust %|ust satz|mwst|mwst %|% mwst|mwst satz|ust in %|mwst in %|steuer|steuersatz|st satz|tva|tva %|% tva|taux tva|taux|taxe|iva|iva %|% iva|aliquota|aliq iva|btw|btw %|% btw|taxa iva|imposto|vat stawka|stawka vat|stawka|ptu|moms|moms %|mva|mva %|alv|alv %|dph|dph %|% dph|sazba|sazba dph|cota tva|afa|afa %|kdv|kdv %|kdv orani',
  tax_amount:
    'tax amount|vat amount|gst amount|amount of vat|amount vat|mwst betrag|ust betrag|steuerbetrag|steuer betrag|montant tva|montant de tva|importe iva|cuota iva|cuota|importo iva|imposta|btw bedrag|valor iva|kwota vat|moms belopp|momsbelopp|mva belop|alv maara|castka dph|valoare tva|afa osszeg|kdv tutari|cgst|sgst|igst',
  discount:
    'discount|disc|disc %|discount %|% disc|% discount|less|adjust|adjustment|allowance|allowances|rebate|discount or charge|rabatt|rabatt %|rab|rab %|nachlass|skonto|remise|rem|remise %|rem %|% rem|reduction|descuento|dto|dto %|% dto|desc|desc %|sconto|sconto %|sc|sc %|korting|korting %|desconto|rabat|rabat %|upust|rabatt i %|alennus|ale|ale %|sleva|reducere|kedvezmeny|iskonto|indirim',
  date: 'date|service date|date of service|training date|transaction date|trans date|trans|posting date|post date|posted|value date|booking date|delivery date|datum|leistungsdatum|lieferdatum|buchungstag|buchungsdatum|wertstellung|valuta|date operation|date valeur|date prestation|fecha|fecha valor|data|data operazione|data valuta|data mov|dato|bokforingsdag|pvm|paivays|datum transakce|tarih|dated|date of transaction|entry date|paivamaara|kirjauspaiva|fecha operacion|fecha de operacion|data contabile|data operacao|data lancamento|data movimento|data ksiegowania|data operacji|datum zauctovani|bokfort|bogfort|bogforingsdato|boekdatum|transactiedatum|bokforingsdatum|transaktionsdatum|date de valeur',
  balance:
    'balance|running balance|closing balance|available balance|ending daily balance|daily balance|account balance|saldo|kontostand|solde|saldo disponible|saldo contabile|zustatek|saldo po operacji|bokfort saldo|saldo apos|solde apres operation',
  withdrawal:
    'withdrawals|withdrawal|withdrawals debits|withdrawals subtractions|debit|debits|debit amount|paid out|money out|payments out|out|soll|belastung|lastschrift|ausgang|debe|cargo|cargos|retiros|retrait|retraits|dare|uscite|addebiti|af|bij af|subtractions|debiti|debito|debet|uttak|uttag|otot|wydatki|wyplaty|saidas|sorties|udbetaling|udbetalt|obciazenia',
  deposit:
    'deposits|deposit|deposits credits|deposits additions|credit|credits|credit amount|paid in|money in|payments in|in|haben|gutschrift|gutschriften|eingang|haber|abono|abonos|depositos|depot|depots|avere|entrate|accrediti|bij|additions|crediti|credito|kredit|innskudd|insattning|panot|wplywy|wplaty|entradas|entrees|indbetaling|indbetalt|uznania',
  tax_base:
    'base|basis|tax base|taxable|taxable amount|taxable value|net amount taxable|basisbetrag|bemessungsgrundlage|steuerbasis|warenwert|base ht|base imponible|base hors taxe|grondslag|podstawa|basisbetrag eur|net amout',
  payment:
    'payment|payments|reglement|reglements|zahlung|zahlungen|zahlungsart|pago|pagos|pagamento|pagamenti|betaling|wplata|terms|payment terms|due date|fallig|falligkeit|teilzahlung|echeance|vencimiento|scadenza',
  other:
    'remark|remarks|reason|note|notes|status|line status|type|category|hsn|hsn code|hsn sac|sac|batch|lot|serial|serial no|weight|gross weight|net weight|width|length|height|origin|warehouse|location|salesperson|ship via|shipped via|shipped|f o b|fob|fob point|p o number|po number|requisitioner|customer|charge base qty|lieferschein|gewicht|kostenstelle|konto|currency|waehrung|time|spots|day|days|week|rating|station|program|length|contract|period|account|account number|account name|meter|reading|previous|current',
};
