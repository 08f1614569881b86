/** All rows, a page at a time, each page asked for with the last row of the one before; a page shorter than `size` is the last. */
export async function readAll<Row>(size: number, page: (after: Row | undefined) => Promise<readonly Row[]>): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (;;) {
    const next = await page(rows.at(-1));
    rows.push(...next);
    if (next.length < size) return rows;
  }
}
