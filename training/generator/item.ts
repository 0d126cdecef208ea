export interface Item {
  readonly description: string;
  readonly code: string;
  readonly remark: string | undefined;
  readonly section: string | undefined;
  readonly date: string;
  readonly quantity: number;
  readonly unit: string;
  readonly unitPrice: number;
  readonly discountPercent: number;
  readonly taxPercent: number;
  readonly amount: number;
}
