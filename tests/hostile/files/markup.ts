import { type HostileFile, joined, utf8 } from '../hostile-file.ts';

const NAMESPACES =
  'xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2" xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"';

/** A UBL invoice whose values may be of any size. */
function ubl({ number = 'T-1', supplier = 'Testwerk', lines = '', before = '', attributes = '' }): Uint8Array {
  return utf8(
    `<?xml version="1.0"?>${before}<Invoice ${NAMESPACES} ${attributes}><cbc:ID>${number}</cbc:ID><cbc:IssueDate>2026-01-02</cbc:IssueDate><cbc:DocumentCurrencyCode>EUR</cbc:DocumentCurrencyCode><cac:AccountingSupplierParty><cac:Party><cac:PartyName><cbc:Name>${supplier}</cbc:Name></cac:PartyName></cac:Party></cac:AccountingSupplierParty><cac:LegalMonetaryTotal><cbc:PayableAmount currencyID="EUR">11.90</cbc:PayableAmount></cac:LegalMonetaryTotal>${lines}</Invoice>`,
  );
}

const LINE =
  '<cac:InvoiceLine><cbc:ID>1</cbc:ID><cbc:LineExtensionAmount currencyID="EUR">1.00</cbc:LineExtensionAmount><cac:Item><cbc:Name>W</cbc:Name></cac:Item></cac:InvoiceLine>';

const TAG_OF_ATTRIBUTES = `<a ${Array.from({ length: 10 }, (_, index) => `b${index}="c"`).join(' ')}/>`;

const laughs = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`).join(
  '',
);

/** A mail with nested or many parts. */
function mail(body: string, headers = ''): Uint8Array {
  return utf8(
    `From: a@b.example\r\nMIME-Version: 1.0\r\n${headers}Content-Type: multipart/mixed; boundary=x\r\n\r\n${body}`,
  );
}

const nestedParts = (depth: number) =>
  Array.from(
    { length: depth },
    (_, level) => `--b${level}\r\nContent-Type: multipart/mixed; boundary=b${level + 1}\r\n\r\n`,
  ).join('');

export const MARKUP: readonly HostileFile[] = [
  {
    name: 'xml billion laughs',
    telling: true,
    make: () => ubl({ before: `<!DOCTYPE x [<!ENTITY l0 "lol">${laughs}]>`, number: '&l9;' }),
  },
  {
    name: 'xml entity of quadratic size',
    make: () => ubl({ before: `<!DOCTYPE x [<!ENTITY a "${'a'.repeat(100_000)}">]>`, number: '&a;'.repeat(20_000) }),
  },
  {
    name: 'xml with a million numeric references',
    telling: true,
    make: () => ubl({ number: '&#65;'.repeat(1_000_000) }),
  },
  {
    name: 'xml that names a file',
    make: () => ubl({ before: '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>', number: '&f;' }),
  },
  { name: 'xml that names an address', make: () => ubl({ before: '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">' }) },
  { name: 'xml nested 200,000 deep', make: () => ubl({ lines: '<a>'.repeat(200_000) }) },
  { name: 'xml in UTF-7', make: () => utf8('<?xml version="1.0" encoding="UTF-7"?>+ADw-Invoice+AD4-') },
  {
    name: 'xml in half a UTF-16',
    make: () =>
      joined(
        Uint8Array.of(0xff, 0xfe),
        Uint8Array.from(Buffer.from('<?xml version="1.0"?><Invoice>', 'utf16le')).slice(0, -1),
      ),
  },
  { name: 'ubl number of three million characters', telling: true, make: () => ubl({ number: '9'.repeat(3_000_000) }) },
  {
    name: 'ubl name of three million characters',
    make: () => ubl({ supplier: 'Ärger & '.replace('&', '&amp;').repeat(300_000) }),
  },
  { name: 'ubl with 60,000 lines', make: () => ubl({ lines: LINE.repeat(60_000) }) },
  { name: 'ubl with 39,000 lines', make: () => ubl({ lines: LINE.repeat(39_000) }) },
  { name: 'ubl with 100,000 attributes in 10,000 tags', make: () => ubl({ lines: TAG_OF_ATTRIBUTES.repeat(10_000) }) },
  {
    name: 'ubl with 200,000 attributes',
    make: () => ubl({ attributes: Array.from({ length: 200_000 }, (_, index) => `a${index}="1"`).join(' ') }),
  },
  { name: 'ubl with 5 MB of comments', make: () => ubl({ lines: `<!--${'- '.repeat(2_500_000)}-->` }) },
  { name: 'ubl with 100,000 open comments', make: () => ubl({ lines: '<!--'.repeat(100_000) }) },
  { name: 'json nested 500,000 deep', make: () => utf8('{"a":'.repeat(500_000)) },
  {
    name: 'json with a prototype twice',
    make: () => utf8('{"__proto__":{"admin":true},"a":1,"a":2,"constructor":{"prototype":{}}}'),
  },
  { name: 'html of tables in tables', make: () => utf8(`<html>${'<table><tr><td>x'.repeat(20_000)}`) },
  {
    name: 'html cells over all rows and columns',
    make: () => utf8(`<html><table>${'<tr><td rowspan=65000 colspan=1000>x'.repeat(3_000)}`),
  },
  {
    name: 'html with scripts and frames',
    make: () =>
      utf8(
        '<html><script>alert(1)</script><iframe src="http://127.0.0.1/"></iframe><img src=x onerror=alert(1)>Total 5.00 EUR',
      ),
  },
  { name: 'html with a million entities', make: () => utf8(`<html><p>${'&amp;&lt;&#x41;'.repeat(300_000)}`) },
  { name: 'html with an attribute of 5 MB', make: () => utf8(`<html><p title="${'x '.repeat(2_500_000)}">Total 5.00`) },
  {
    name: 'mail nested 3,000 deep',
    make: () =>
      utf8(
        `From: a@b.example\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b0\r\n\r\n${nestedParts(3_000)}`,
      ),
  },
  {
    name: 'mail of 10,000 parts',
    make: () => mail('--x\r\nContent-Type: text/plain\r\n\r\nInvoice\r\n'.repeat(10_000)),
  },
  {
    name: 'mail with a header of 2 MB',
    make: () => mail('--x\r\n\r\nInvoice\r\n--x--', `Subject: ${'=?utf-8?Q?=41?= '.repeat(120_000)}\r\n`),
  },
  {
    name: 'mail with 5 MB of broken base64',
    make: () =>
      mail(
        `--x\r\nContent-Type: application/pdf\r\nContent-Transfer-Encoding: base64\r\nContent-Disposition: attachment; filename=a.pdf\r\n\r\n${'!@#$'.repeat(1_250_000)}\r\n--x--`,
      ),
  },
];
