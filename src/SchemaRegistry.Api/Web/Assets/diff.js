// The lines that two texts share, by the shortest edit script (Myers, "An O(ND) Difference Algorithm"); past a bound on the work all of the one is replaced by the other.

const maxEdits = 2000;

/** [sign, line] for each line: ' ' in both, '-' only in the first, '+' only in the second. */
export function diff(before, after) {
  const a = before.split('\n');
  const b = after.split('\n');
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) {
    start++;
  }
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) {
    end++;
  }
  return [
    ...a.slice(0, start).map(line => [' ', line]),
    ...edits(a.slice(start, a.length - end), b.slice(start, b.length - end)),
    ...a.slice(a.length - end).map(line => [' ', line]),
  ];
}

function edits(a, b) {
  const reached = new Map([[1, 0]]);
  const steps = [];
  for (let d = 0; d <= Math.min(a.length + b.length, maxEdits); d++) {
    steps.push(new Map(reached));
    for (let k = -d; k <= d; k += 2) {
      const down = k === -d || (k !== d && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1));
      let x = down ? reached.get(k + 1) ?? 0 : (reached.get(k - 1) ?? 0) + 1;
      let y = x - k;
      while (x < a.length && y < b.length && a[x] === b[y]) {
        x++;
        y++;
      }
      reached.set(k, x);
      if (x >= a.length && y >= b.length) {
        return back(a, b, steps);
      }
    }
  }
  return [...a.map(line => ['-', line]), ...b.map(line => ['+', line])];
}

function back(a, b, steps) {
  const lines = [];
  let x = a.length;
  let y = b.length;
  for (let d = steps.length - 1; d >= 0; d--) {
    const reached = steps[d];
    const k = x - y;
    const down = k === -d || (k !== d && (reached.get(k - 1) ?? -1) < (reached.get(k + 1) ?? -1));
    const from = down ? k + 1 : k - 1;
    const fromX = d === 0 ? 0 : reached.get(from) ?? 0;
    const fromY = d === 0 ? 0 : fromX - from;
    while (x > fromX && y > fromY) {
      lines.push([' ', a[--x]]);
      y--;
    }
    if (d > 0) {
      lines.push(down ? ['+', b[--y]] : ['-', a[--x]]);
    }
  }
  return lines.reverse();
}

/** A schema as people read it: JSON is indented, everything else stays. */
export function readable(type, text) {
  if (type === 'PROTOBUF') {
    return text;
  }
  // Numbers past 2^53 would be rounded: such a text stays as it is.
  try {
    return /\d{16}/.test(text) ? text : JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
