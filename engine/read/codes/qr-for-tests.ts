/**
 * The modules of an EPC code (118.50 EUR to a made-up company), one number per row, the first module in the highest of
 * 37 bits. Generated once with an external tool; this repository writes no QR codes.
 */
export const EPC_SIZE = 37;
const EPC_ROWS = [
  ...['1fd4ba1f7f', '105821e141', '1741a26c5d', '1750e07e5d', '174239915d', '104402dd41', '1fd555557f', '14492200'],
  ...['16ea590f4b', '681a2d781', '1c6dcc6090', '1e18424fa7', 'a4bf25c75', '15af681099', '1cca5ec134', 'bb6e290d9'],
  ...['779d05ea2', '1b07346dec', '13f3b1ca1b', '108c6f70d3', '13e1ca85a8', '9364386ce', '196a1ce486', '119be74ce4'],
  ...['1f5aff0b75', '22727c252', '962530d16', '132f25a289', 'c75189fc', '10756b17', '1fd3f19359', '105baa4312'],
  ...['17498bc1fa', '175b0af5f3', '1750992098', '104fe64e24', '1fd07eee47'],
] as const;

/** Whether the module at a column of a row is dark. */
export function isDark(row: number, column: number): boolean {
  const bits = BigInt(`0x${EPC_ROWS[row] ?? '0'}`);
  return ((bits >> BigInt(EPC_SIZE - 1 - column)) & 1n) === 1n;
}
