/**
 * Wording of stations, rep firms and agencies on airtime orders, with variants separated by `|`. Taken from the trade's
 * usual wording, not from the engine's own lexicon.
 */
export const AD_WORDS = {
  order: 'ORDER|STATION ORDER|BROADCAST ORDER|INSERTION ORDER|ADVERTISING ORDER|CONTRACT|Spot Order Confirmation|MEDIA ORDER',
  invoice: 'INVOICE|STATION INVOICE|ADVERTISING INVOICE|Broadcast Invoice',
  orderNumber: 'Order #|Order No.|Order Number|Contract #|Contract No|Contract Number|IO Number|Insertion Order #|Deal #|Confirmation #',
  invoiceNumber: 'Invoice #|Invoice No.|Invoice Number|Invoice',
  advertiser: 'Advertiser|Advertiser Name|Client|Client Name|Sponsor|Account Name',
  agency: 'Agency|Agency Name|Buying Agency|Agency of Record',
  product: 'Product|Brand|Product Name|Campaign',
  estimate: 'Estimate|Estimate #|Est. No.|Estimate Number|CPE',
  flight: 'Flight Dates|Flight|Flight Range|Order Dates|Schedule Dates|Campaign Dates|Air Dates|Run Dates',
  start: 'Start Date|Flight Start|From|First Air Date|Begin Date',
  end: 'End Date|Flight End|To|Last Air Date|Stop Date',
  executive: 'Account Executive|AE|Salesperson|Sales Rep|Seller',
  market: 'Market|DMA|Station|Outlet',
  gross: 'Gross Amount|Gross Total|Total Gross|Gross|Gross Cost|Gross Order Total|Total Order Gross|Order Total (Gross)',
  commission: 'Agency Commission|Commission|Less 15% Commission|Agency Comm.|Comm. 15%',
  net: 'Net Amount|Net Total|Net|Net Due|Net Cost|Net to Station|Total Net',
  spots: 'Spots|Total Spots|# Spots|Units|Total Units',
  day: 'Days|Day|Weekdays',
  time: 'Time|Daypart|Time Period|Start/End Time',
  program: 'Program|Description|Programming|Inventory',
  length: 'Len|Length|Dur',
  rate: 'Rate|Cost|Spot Rate|Unit Rate|Unit Cost',
  amount: 'Amount|Total|Line Total|Total Cost|Ext. Cost',
} as const;

export type AdWord = keyof typeof AD_WORDS;

/** Buyers and products; all invented. */
export const AD_WORLD = {
  advertisers:
    'Friends of Dana Ashworth|Committee to Elect Lou Marrin|Citizens for Open Roads|Ashbourne Furniture Outlet|Northgate Ford|Tri-County Dental Care|Marrin for Senate|Vote Yes on Measure 7|Harlan Heating & Air|Blue Fern Credit Union',
  agencies: 'Calder Media Group|Signal Peak Buying|Ransome & Vale|Bright Harbor Media LLC|Oakline Strategies',
  products: 'Candidate|Issue Advocacy|Fall Sale|Image Campaign|Spring Event|General',
  stations: 'WQZX|KZQV|WXQJ|KQXZ-TV|WJQX-FM|KVQZ',
  programs: 'Morning News|Late News|Evening Edition|Game Hour|Weekend Sports|Prime Movie|Noon Report|Drive Time|Family Hour|Sunday Talk',
  people: 'Alex Example|Robin Sample|Kim Muster|Sam Doe',
  streets: '120 Tower Rd|4100 Signal Hill Blvd|77 Commerce Pkwy|900 Broadcast Plaza',
  cities: 'Ashbourne, GA 30301|Millfield, OH 44101|Easton Bay, FL 33101|Harlow, TX 75201',
} as const;
