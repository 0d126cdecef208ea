/** What a key inside the block of a party asks for. */
export type PartyKey = 'name' | 'street' | 'postal_code' | 'city' | 'country' | 'number' | 'tax_id' | 'other';

/** Keys of rows in the block of a party, folded and without signs; the whole key must match. */
export const PARTY_KEYS: readonly (readonly [PartyKey, RegExp])[] = [
  [
    'name',
    /^(?:(?:full |company |business |legal |trading |trade )?name|company|firma|firmenname|name firma|nom|nome|nombre|naam|nazwa|navn|namn|nimi|nazev|nev|denumire|razon social|ragione sociale|denominazione|denominacion|denominacao|raison sociale|bedrijfsnaam|imie i nazwisko|jmeno|名称|单位名称|公司名称|企業名|会社名|商号)$/,
  ],
  [
    'street',
    /^(?:(?:street |postal |mailing |registered )?address|address line 1|street|adresse|anschrift|strasse|direccion|domicilio|indirizzo|adres|ulica|morada|endereco|rue|straat|adresa|osoite|cim|sediu|sede|adresse 1|地址|地址 电话|单位地址|住所)$/,
  ],
  ['postal_code', /^(?:zip|zip code|postal code|postcode|plz|code postal|cap|cep|codigo postal|kod pocztowy|postnummer|psc|irsz)$/],
  [
    'city',
    /^(?:city|town|place|city state zip|ort|stadt|plz ort|ville|cp ville|ciudad|poblacion|localidad|citta|comune|cidade|localidade|miasto|plaats|woonplaats|by|ort|mesto|oras|varos|city state|city and state)$/,
  ],
  [
    'tax_id',
    /^(?:tax (?:id|no|number|code|registration number)|vat(?: (?:id|no|nr|number|reg no|registration no|registration number))?|gstin(?: uin)?|abn|trn|tin|ein|ust id(?: ?nr)?|ust idnr|uid(?: nr)?|steuernummer|n tva|no tva|tva|numero de tva|tva intracommunautaire|siret|siren|p iva|partita iva|c f|codice fiscale|nif|cif|nif cif|cnpj|btw(?: nr| nummer)?|nip|vat ue|dic|ic dph|oib|cui|cif ro|adoszam|vergi no|kvk(?: nummer)?|cvr(?: nr)?|org nr|organisasjonsnummer|y tunnus|inn|edrpou|pib|纳税人识别号|统一社会信用代码|统一社会信用代码 纳税人识别号|税号|登録番号)$/,
  ],
  ['country', /^(?:country|land|pays|pais|paese|nazione|kraj|zeme|tara|orszag|maa)$/],
  [
    'number',
    /^(?:number|no|nr|id|code|num|nummer|numero|codigo|codice|numer|customer (?:no|number|id)|client (?:no|number|id)|account (?:no|number)|kundennummer|kunden nr|kundennr|code client|n client|numero client|codigo cliente|n cliente|klantnummer|numer klienta|kundenummer|kundnummer|supplier (?:no|number)|lieferantennummer|vendor (?:no|number))$/,
  ],
];
