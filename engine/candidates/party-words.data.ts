/** Legal forms of companies, as the end of a name. */
export const LEGAL_FORM =
  /(?:^|[\s,])(?:GmbH(?:\s?&\s?Co\.?\s?KG)?|AG|KG|OHG|e\.\s?K\.|eK|UG(?:\s?\(haftungsbeschränkt\))?|GbR|SE|e\.\s?V\.|Inc\.?|Incorporated|LLC|L\.L\.C\.|LLP|Ltd\.?|LTD\.?|Limited|PLC|plc|Corp\.?|Corporation|Co\.|Company|Pty\.?(?:\s?Ltd\.?)?|Pvt\.?(?:\s?Ltd\.?)?|Sdn\.?\s?Bhd\.?|SDN\.?\s?BHD\.?|BHD|S\.?A\.?R\.?L\.?|SARL|SAS|S\.A\.S\.?|SASU|EURL|S\.?A\.?|SCI|SNC|S\.?L\.?U?\.?|S\.?p\.?A\.?|S\.?P\.?A\.?|S\.?r\.?l\.?|S\.?R\.?L\.?|S\.n\.c\.|S\.a\.s\.|B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|Lda\.?|LDA|Ltda\.?|LTDA|Unipessoal|sp\.\s?z\s?o\.?\s?o\.?|Sp\.\s?z\s?o\.?\s?o\.?|S\.?A\.|AB|ApS|A\/S|AS|Oy|Oyj|s\.r\.o\.|a\.s\.|Kft\.?|Zrt\.?|PAC|CO\.|CO|INC\.?|CORP\.?|COMPANY|LIMITED|PLT|ENTERPRISE|LLP|Foundation|University|College)(?=$|[\s,.;)|•·-])/u;

/** Legal forms and trade words that end a registered name on a receipt, in upper or lower case. */
export const LEGAL_FORM_AT_END =
  /(?:^|[\s,.)])(?:gmbh(?:\s?&\s?co\.?\s?kg)?|ohg|kg|e\.\s?k\.?|inc\.?|incorporated|llc|l\.l\.c\.?|llp|ltd\.?|limited|plc|corp\.?|corporation|pty\.?(?:\s?ltd\.?)?|pvt\.?(?:\s?ltd\.?)?|sdn\.?\s?bhd\.?|s\/b|sb|bhd\.?|plt|sarl|s\.a\.r\.l\.?|sas|eurl|s\.?l\.?u?\.|s\.?,?l\.?,|s\.?p\.?a\.?|s\.?r\.?l\.?s?|b\.?v\.?|n\.?v\.?|lda\.?|ltda\.?|unipessoal|a\/s|aps|oyj?|s\.r\.o\.?|a\.s\.|kft\.?|zrt\.?|sp\.?\s?z\s?o\.?\s?o\.?|&\s?co\.?|company|enterprise|trading)$/i;

/** Words that introduce the registered name below a trading name. */
export const OWNED_BY =
  /^\W*(?:own(?:ed)?(?: and operated)? by|operated by|managed by|dimiliki(?: oleh)?|inhaber|exploite par|gestito da)\b\W*(?=\p{L})/iu;

/** A line with a postal code and a place, in the notation of the countries that print one. */
export const POSTAL_LINE =
  /(?:\b\d{5}(?:-\d{3})?[\s,]+\p{L}{2,})|(?:\b\p{Lu}{1,3}[- ]\d{4,5}\s+\p{L})|(?:\b\p{Lu}{2},?\s+\d{5}(?:-\d{4})?\b)|(?:\p{L}{3},?\s+\d{5}(?:-\d{4})\b)|(?:\b[A-Z]{1,2}\d[A-Z\d]?\s?\d[A-Z]{2}\b)|(?:\b\d{4}\s?[A-Z]{2}\s+\p{L})|(?:\b\d{4}-\d{3}\s+\p{L})|(?:\b\d{2}-\d{3}\s+\p{L})|(?:\b[A-Z]\d[A-Z]\s?\d[A-Z]\d\b)|(?:^\d{4}\s+\p{Lu}\p{L}+)|(?:[,•·|]\s?\d{4}\s+\p{Lu}\p{L}+)|(?:\b(?:NSW|VIC|QLD|WA|SA|TAS|ACT|NT)\s+\d{4}\b)|(?:\b\d{3}\s?\d{2}\s+\p{Lu}\p{L}+)|(?:\b\d{6}\s*$)|(?:\p{L}{3}[,\s]+\d{5}\b)|(?:\p{L}{3}\s*-\s*\d{6}\b)/u;

/** Words of streets and buildings, folded. */
export const STREET_WORD =
  /(?:strasse|str\b|weg\b|platz\b|allee\b|gasse\b|ring\b|damm\b|ufer\b|\b(?:street|st|road|rd|avenue|ave|lane|ln|drive|dr|blvd|boulevard|way|suite|ste|unit|floor|flr|building|bldg|block|lot|jalan|jln|taman|highway|hwy|court|ct|place|pl|square|sq|parkway|pkwy|terrace|rue|chemin|allee|place|quai|route|impasse|cours|calle|avda|avenida|paseo|plaza|via|viale|piazza|corso|rua|travessa|praca|largo|ulica|ul|aleja|al|po box|p o box|postfach|bp|cedex|straat|laan|plein|kade|gracht|dreef|no)\b)/;

/** Words for buildings, districts and regions in addresses without a number, folded. */
export const PLACE_WORD =
  /\b(?:mall|plaza|centre|center|complex|kompleks|wisma|menara|tower|building|bangunan|arcade|park|airport|station|terminal|bandar|bdr|kampung|kg|desa|tmn|taman|seksyen|pusat|medan|lebuh|lorong|persiaran|dataran|mukim|batu|darul|selangor|johor|district|province|county|industrial|estate|village|level|floor|flr|lvl|unit|block|blk|shopping)\b/;

export const COUNTRY_LINE =
  /^(?:germany|deutschland|france|frankreich|united states(?: of america)?|usa|u\.?s\.?a\.?|us|united kingdom|uk|england|great britain|spain|espana|italy|italia|netherlands|the netherlands|nederland|belgium|belgique|belgie|portugal|poland|polska|austria|osterreich|switzerland|schweiz|suisse|ireland|canada|australia|india|malaysia|singapore|hong kong|china|japan|sweden|sverige|denmark|danmark|norway|norge|finland|suomi|brasil|brazil|mexico|new zealand|luxembourg|czech republic|hungary|romania|ungarn|oesterreich|schweden|danemark|norwegen|finnland|belgien|niederlande|polen|tschechien|ceska republika|cesko|magyarorszag|slovensko|espana|brazylia|mexico|eire|republic of ireland|scotland|wales|pays bas|luxemburg|letzebuerg|suomi finland|belgia|hellas|greece|turkiye|turkey|slovakia|south africa|de|fr|deutschland \/ germany|de \/ germany)$/;
