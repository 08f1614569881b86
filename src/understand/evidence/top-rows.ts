/** Scores per row, cleared after each use so that a query costs only what it touches. */
export interface ScoreBoard {
  readonly scores: Float32Array;
  readonly touched: Int32Array;
  count: number;
}

export function newScoreBoard(rows: number): ScoreBoard {
  return { scores: new Float32Array(rows), touched: new Int32Array(rows), count: 0 };
}

/** Adds `factor × weight` for each posting in `[from, to)`. */
export function addPostings(board: ScoreBoard, rows: Int32Array, weights: Float32Array, range: { from: number; to: number; factor: number }): void {
  const { scores, touched } = board;
  for (let at = range.from; at < range.to; at += 1) {
    const row = rows[at]!;
    if (scores[row] === 0) touched[board.count++] = row;
    scores[row]! += range.factor * weights[at]!;
  }
}

/** The best rows, best first, ties by row number; empties the board. */
export function takeTop(board: ScoreBoard, most: number): { row: number; score: number }[] {
  const heap = newHeap(most);
  fillHeap(board, heap);
  const found = Array.from({ length: heap.size }, (_, at) => ({ row: heap.rows[at]!, score: heap.scores[at]! }));
  return found.sort((a, b) => b.score - a.score || a.row - b.row);
}

export function newHeap(most: number): Heap {
  return { scores: new Float32Array(most), rows: new Int32Array(most), size: 0 };
}

/** Refills the heap with the board's best rows in heap order (not sorted); empties the board. */
export function fillHeap(board: ScoreBoard, heap: Heap): void {
  heap.size = 0;
  for (let index = 0; index < board.count; index += 1) {
    const row = board.touched[index]!;
    const score = board.scores[row]!;
    board.scores[row] = 0;
    if (heap.size < heap.scores.length || score >= heap.scores[0]!) offer(heap, row, score);
  }
  board.count = 0;
}

/** The worst kept row stands at the root. */
export interface Heap {
  readonly scores: Float32Array;
  readonly rows: Int32Array;
  size: number;
}

function offer(heap: Heap, row: number, score: number): void {
  const { scores, rows } = heap;
  if (heap.size < scores.length) {
    let at = heap.size++;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!isWorse(score, row, scores[parent]!, rows[parent]!)) break;
      scores[at] = scores[parent]!;
      rows[at] = rows[parent]!;
      at = parent;
    }
    scores[at] = score;
    rows[at] = row;
    return;
  }
  if (heap.size === 0 || !isWorse(scores[0]!, rows[0]!, score, row)) return;
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.size) break;
    if (child + 1 < heap.size && isWorse(scores[child + 1]!, rows[child + 1]!, scores[child]!, rows[child]!)) child += 1;
    if (!isWorse(scores[child]!, rows[child]!, score, row)) break;
    scores[at] = scores[child]!;
    rows[at] = rows[child]!;
    at = child;
  }
  scores[at] = score;
  rows[at] = row;
}

function isWorse(score: number, row: number, otherScore: number, otherRow: number): boolean {
  return score < otherScore || (score === otherScore && row > otherRow);
}
