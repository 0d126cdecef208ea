/**
 * Text that identifies a country, with its currency (ISO 4217): legal forms, the country's name in an address, its
 * large cities and states, its telephone code with a plus. Folded; words that also occur for another country are
 * excluded.
 */
export const COUNTRY_SIGNS: readonly { readonly currency: string; readonly sign: RegExp }[] = [
  { currency: 'MYR', sign: /\bsdn\W{0,2}bhd\b|\bmalaysia\b|\b(?:kuala lumpur|selangor|johor(?: bahru)?|pulau pinang|petaling jaya|shah alam)\b|\+60\d/ },
  { currency: 'SGD', sign: /\bsingapore \d{6}\b|\bsingapore\b|\+65 ?\d/ },
  { currency: 'IDR', sign: /\b(?:jakarta|indonesia|surabaya|bandung)\b|\+62\d/ },
  { currency: 'THB', sign: /\b(?:bangkok|thailand|phuket)\b|\+66\d/ },
  { currency: 'PHP', sign: /\b(?:philippines|makati|quezon city|metro manila)\b|\+63\d/ },
  { currency: 'INR', sign: /\bpvt\W{0,2}ltd\b|\bgstin\b|\b(?:mumbai|new delhi|bangalore|bengaluru|chennai|hyderabad)\b|\+91\d/ },
  { currency: 'AUD', sign: /\b(?:nsw|vic|qld|tas) \d{4}\b|\baustralia\b|\babn\W{0,2}\d|\+61\d/ },
  { currency: 'NZD', sign: /\bnew zealand\b|\b(?:auckland|wellington|christchurch) \d{4}\b|\+64\d/ },
  { currency: 'GBP', sign: /\b(?:united kingdom|england|scotland|wales)\b|\bgb ?\d{9}\b|\+44\d/ },
  { currency: 'CHF', sign: /\bch-\d{4}\b|\bche-?\d{3}|\b(?:schweiz|suisse|switzerland|zurich|geneve)\b|\+41\d/ },
  { currency: 'EUR', sign: /\b(?:deutschland|germany|france|espana|spain|italia|italy|nederland|netherlands|belgie|belgique|osterreich|austria|portugal|ireland|finland|suomi|greece)\b|\b(?:ust-?id|partita iva|p\.?\s?iva|siret|btw-?nr)\b|\+(?:49|33|34|39|31|32|43|351|353|358|30)\d/ },
  { currency: 'PLN', sign: /\bsp\. ?z ?o\.? ?o\b|\b(?:polska|warszawa|krakow)\b|\+48\d/ },
  { currency: 'CZK', sign: /\bdic:? ?cz\d|\b(?:praha|ceska republika)\b|\+420\d/ },
  { currency: 'HUF', sign: /\b(?:budapest|magyarorszag)\b|\+36\d/ },
  { currency: 'SEK', sign: /\b(?:sverige|stockholm|goteborg|malmo)\b|\+46\d/ },
  { currency: 'NOK', sign: /\b(?:norge|oslo|bergen)\b|\borg\.? ?nr\.?:? ?\d{3} ?\d{3} ?\d{3} ?mva\b|\+47\d/ },
  { currency: 'DKK', sign: /\b(?:danmark|kobenhavn|aarhus)\b|\bcvr\b|\+45\d/ },
  { currency: 'TRY', sign: /\b(?:turkiye|istanbul|ankara|izmir)\b|\+90\d/ },
  { currency: 'BRL', sign: /\bcnpj\b|\b(?:brasil|sao paulo|rio de janeiro)\b|\+55\d/ },
  { currency: 'MXN', sign: /\b(?:mexico|guadalajara|monterrey)\b|\+52\d/ },
  { currency: 'ZAR', sign: /\bsouth africa\b|\b(?:johannesburg|cape town|durban)\b|\+27\d/ },
  { currency: 'AED', sign: /\b(?:dubai|abu dhabi|sharjah)\b|\+971\d/ },
  { currency: 'HKD', sign: /\bhong kong\b|\bkowloon\b|\+852\d/ },
  { currency: 'CAD', sign: /\bcanada\b|\b(?:on|qc|bc|ab|mb|sk|ns|nb) [a-z]\d[a-z] ?\d[a-z]\d\b/ },
  { currency: 'USD', sign: /\b(?:united states|u\.?s\.?a)\b|\b(?:al|ak|az|ar|ca|co|ct|de|fl|ga|hi|id|il|ia|ks|ky|la|me|md|ma|mi|mn|ms|mo|mt|ne|nv|nh|nj|nm|ny|nc|nd|oh|ok|or|pa|ri|sc|sd|tn|tx|ut|vt|va|wa|wv|wi|wy)[ ,.]{0,2}\d{5}(?:-\d{4})?\b/ },
];
