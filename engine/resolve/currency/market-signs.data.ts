/**
 * Signs of countries that share a currency sign with others, in addition to the legal forms and cities of
 * `candidates/country-signs.data.ts`. Applied only to the currencies of a printed sign, so a word may have another
 * meaning elsewhere. Folded.
 */
export const MARKET_SIGNS: readonly { readonly currency: string; readonly sign: RegExp }[] = [
  { currency: 'GBP', sign: /\b[a-z]{1,2}\d[a-z\d]? \d[a-z]{2}\b|\b(?:london|manchester|birmingham|northern ireland)\b|\buk\b|\bhmrc\b/ },
  { currency: 'EGP', sign: /\b(?:egypt|cairo|alexandria|giza)\b|\+20 ?\d/ },
  { currency: 'USD', sign: /\b(?:fein|ein)\W{0,3}\d{2}-\d{7}\b|\b(?:usa|u\.s\.)(?!\w)|\b(?:routing|aba) (?:no|nr|number|code)\b|\bdollars? and \d{1,2}\/100\b/ },
  { currency: 'CAD', sign: /\bcanad(?:a|ian)\b|\b(?:hst|qst|tps|tvq)\b|\b[a-z]\d[a-z] \d[a-z]\d\b|\b(?:toronto|montreal|vancouver|ontario|quebec)\b/ },
  { currency: 'AUD', sign: /\baustralian?\b|\b(?:nsw|vic|qld|tas|act|nt)\b \d{4}\b|\b(?:sydney|melbourne|brisbane|perth)\b|\bpty\W{0,2}ltd\b|\bbsb\b|\ba\.?b\.?n\b/ },
  { currency: 'NZD', sign: /\b(?:new zealand|auckland|christchurch|nzbn)\b/ },
  { currency: 'SGD', sign: /\bsingapore\b|\bpte\W{0,2}ltd\b|\buen\b/ },
  { currency: 'HKD', sign: /\b(?:hong kong|kowloon|new territories)\b/ },
  { currency: 'MXN', sign: /\b(?:mexico|cdmx|monterrey|guadalajara)\b|\brfc\b|\bcfdi\b|\bc\.p\. ?\d{5}\b/ },
  { currency: 'TWD', sign: /\b(?:taiwan|taipei|kaohsiung)\b|\+886 ?\d/ },
  { currency: 'CLP', sign: /\b(?:chile|santiago)\b|\br\.?u\.?t\b|\+56 ?\d/ },
  { currency: 'COP', sign: /\b(?:colombia|bogota|medellin|dian)\b|\+57 ?\d/ },
  { currency: 'ARS', sign: /\b(?:argentina|buenos aires|afip)\b|\bc\.?u\.?i\.?t\b|\+54 ?\d/ },
  { currency: 'NIO', sign: /\b(?:nicaragua|managua)\b|\+505 ?\d/ },
  { currency: 'JPY', sign: /\b(?:japan|tokyo|osaka|kyoto|yokohama)\b|\+81 ?\d|[\u3040-\u30ff]|株式会社|消費税/ },
  { currency: 'CNY', sign: /\b(?:china|prc|beijing|shanghai|shenzhen|guangzhou|guangdong|zhejiang|jiangsu|qingdao|hangzhou|ningbo)\b|\+86 ?\d|有限公司|增值税|发票|人民币/ },
  { currency: 'INR', sign: /\b(?:india|gst(?:in)?|cgst|sgst|igst|hsn|pan|bengaluru|pune|kolkata|ahmedabad)\b/ },
  { currency: 'PKR', sign: /\b(?:pakistan|karachi|lahore|islamabad|rawalpindi)\b|\b(?:ntn|strn)\b|\+92 ?\d/ },
  { currency: 'LKR', sign: /\b(?:sri lanka|colombo|kandy)\b|\+94 ?\d/ },
  { currency: 'NPR', sign: /\b(?:nepal|kathmandu|lalitpur)\b|\+977 ?\d/ },
  { currency: 'MUR', sign: /\b(?:mauritius|port louis)\b|\+230 ?\d/ },
  { currency: 'SEK', sign: /\b(?:sverige|sweden|stockholm|goteborg|bankgiro|plusgiro|moms(?:reg)?\.?nr)\b|\bse\d{12}\b|\+46 ?\d/ },
  { currency: 'NOK', sign: /\b(?:norge|norway|oslo|bergen|mva|foretaksregisteret)\b|\+47 ?\d/ },
  { currency: 'DKK', sign: /\b(?:danmark|denmark|kobenhavn|cvr|aarhus|odense)\b|\+45 ?\d/ },
  { currency: 'ISK', sign: /\b(?:island|iceland|reykjavik|kennitala|vsk)\b|\+354 ?\d/ },
  { currency: 'RON', sign: /\b(?:romania|bucuresti|cluj|timisoara|s\.?r\.?l|cui|ro ?\d{6,10})\b|\+40 ?\d/ },
  { currency: 'MDL', sign: /\b(?:moldova|chisinau|idno)\b|\+373 ?\d/ },
];

/** Fallback without other evidence: the country, among those that share a sign, where the language is spoken. */
export const MARKET_OF_LANGUAGE: Readonly<Record<string, readonly string[]>> = {
  en: ['GBP'],
  sv: ['SEK'],
  no: ['NOK'],
  nb: ['NOK'],
  nn: ['NOK'],
  da: ['DKK'],
  is: ['ISK'],
  ja: ['JPY'],
  zh: ['CNY'],
  ro: ['RON'],
  hi: ['INR'],
};
