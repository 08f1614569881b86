/** Scores per row, cleared after each use so that a query costs only what it touches. */
export interface ScoreBoard {
  readonly scores: Float32Array;
  readonly touched: Int32Array;
  count: number;
  /** For the best rows, kept from one use to the next. */
  heap: Heap;
}

export function newScoreBoard(rows: number): ScoreBoard {
  return { scores: new Float32Array(rows), touched: new Int32Array(rows), count: 0, heap: newHeap(0) };
}

/** Adds `factor × weight` for each posting in `[from, to)`. */
export function addPostings(board: ScoreBoard, rows: Int32Array, weights: Float32Array, { from, to, factor }: { from: number; to: number; factor: number }): void {
  const { scores, touched } = board;
  let count = board.count;
  for (let at = from; at < to; at += 1) {
    const row = rows[at]!;
    const score = scores[row]!;
    if (score === 0) touched[count++] = row;
    scores[row] = score + factor * weights[at]!;
  }
  board.count = count;
}

/** The best rows, best first, ties by row number; empties the board. */
export function takeTop(board: ScoreBoard, most: number): { row: number; score: number }[] {
  if (board.heap.scores.length !== most) board.heap = newHeap(most);
  const heap = board.heap;
  fillHeap(board, heap);
  const found = new Array<{ row: number; score: number }>(heap.size);
  // The worst stands at the root: taken out one by one they come in the opposite order.
  for (let place = heap.size - 1; place >= 0; place -= 1) {
    found[place] = { row: heap.rows[0]!, score: heap.scores[0]! };
    heap.size -= 1;
    sink(heap, heap.rows[heap.size]!, heap.scores[heap.size]!);
  }
  return found;
}

export function newHeap(most: number): Heap {
  return { scores: new Float32Array(most), rows: new Int32Array(most), size: 0 };
}

/** Above this share of touched rows it is quicker to read all rows in order than the touched ones out of order. */
const MOST_TOUCHED = 0.2;

/** Refills the heap with the board's best rows in heap order (not sorted); empties the board. */
export function fillHeap(board: ScoreBoard, heap: Heap): void {
  heap.size = 0;
  if (board.count > board.scores.length * MOST_TOUCHED) fillFromAll(board.scores, heap);
  else fillFromTouched(board, heap);
  board.count = 0;
}

function fillFromTouched({ scores, touched, count }: ScoreBoard, heap: Heap): void {
  for (let index = 0; index < count; index += 1) {
    const row = touched[index]!;
    const score = scores[row]!;
    scores[row] = 0;
    if (score !== 0) offer(heap, row, score);
  }
}

/** Rows come in rising order, so that an equal score is no better than the worst kept. Four at a time: hardly one of them gets in. */
function fillFromAll(scores: Float32Array, heap: Heap): void {
  const most = heap.scores.length;
  let row = 0;
  for (; row < scores.length && heap.size < most; row += 1) if (scores[row] !== 0) offer(heap, row, scores[row]!);
  let least = most === 0 ? Number.POSITIVE_INFINITY : heap.scores[0]!;
  const take = (at: number): void => {
    if (scores[at]! <= least || scores[at] === 0) return;
    sink(heap, at, scores[at]!);
    least = heap.scores[0]!;
  };
  for (; row + 3 < scores.length; row += 4) {
    if (scores[row]! <= least && scores[row + 1]! <= least && scores[row + 2]! <= least && scores[row + 3]! <= least) continue;
    for (let at = row; at < row + 4; at += 1) take(at);
  }
  for (; row < scores.length; row += 1) take(row);
  scores.fill(0);
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
  sink(heap, row, score);
}

/** Puts a row in the root's place and lets it sink below all that are worse. */
function sink({ scores, rows, size }: Heap, row: number, score: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && isWorse(scores[child + 1]!, rows[child + 1]!, scores[child]!, rows[child]!)) child += 1;
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
