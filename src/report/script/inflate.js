// Opens what waits in the page (`packing.rs`): Base64 of a zlib stream (RFC 1950, RFC 1951) of UTF-8. Written out here
// because a browser's own decompression only answers later, and what is printed must be in place at once; and so
// that the page needs no newer browser than its other parts do.

// Codes of given lengths as a table: by the next bits, the symbol and how many bits it takes.
function codes(lengths) {
  const count = new Uint16Array(17);
  let most = 1;
  for (const length of lengths) {
    count[length] += 1;
    if (length > most) most = length;
  }
  count[0] = 0;
  const next = new Uint32Array(17);
  for (let length = 1; length <= most; length += 1) next[length] = (next[length - 1] + count[length - 1]) << 1;
  const words = new Uint16Array(1 << most);
  for (let symbol = 0; symbol < lengths.length; symbol += 1) {
    const length = lengths[symbol];
    if (length === 0) continue;
    let reversed = 0;
    for (let i = 0, code = next[length]; i < length; i += 1, code >>= 1) reversed = (reversed << 1) | (code & 1);
    next[length] += 1;
    for (let at = reversed; at < words.length; at += 1 << length) words[at] = (symbol << 4) | length;
  }
  return words;
}

// The order in which lengths of code lengths stand, and what lengths and distances begin at.
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
const LENGTH_BITS = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const LENGTHS = [];
for (let i = 0, from = 3; i < 28; from += 1 << LENGTH_BITS[i], i += 1) LENGTHS.push(from);
LENGTHS.push(258);
const DISTANCES = [];
for (let i = 0, from = 1; i < 30; from += 1 << Math.max(0, (i >> 1) - 1), i += 1) DISTANCES.push(from);
let fixed = null;

function inflate(bytes) {
  const damaged = () => new Error("damaged");
  let [at, bits, held, end] = [2, 0, 0, 0];
  let out = new Uint8Array(Math.max(1024, bytes.length * 8));
  const fill = (n) => {
    while (held < n) {
      bits |= (at < bytes.length ? bytes[at] : 0) << held;
      at += 1;
      held += 8;
    }
  };
  const take = (n) => {
    fill(n);
    const value = bits & ((1 << n) - 1);
    bits >>>= n;
    held -= n;
    return value;
  };
  const symbol = (words) => {
    fill(15);
    const word = words[bits & (words.length - 1)];
    const length = word & 15;
    if (length === 0) throw damaged();
    bits >>>= length;
    held -= length;
    return word >> 4;
  };
  const room = (n) => {
    if (end + n <= out.length) return;
    const more = new Uint8Array(Math.max(out.length * 2, end + n));
    more.set(out);
    out = more;
  };
  if (bytes.length < 6 || (bytes[0] & 15) !== 8 || ((bytes[0] << 8) | bytes[1]) % 31 !== 0) throw damaged();
  let last = 0;
  while (last === 0) {
    if (at > bytes.length + 4) throw damaged();
    last = take(1);
    const kind = take(2);
    if (kind === 3) throw damaged();
    if (kind === 0) {
      take(held & 7);
      const size = take(16);
      if ((take(16) ^ size) !== 0xFFFF || at + size > bytes.length + 2) throw damaged();
      room(size);
      for (let i = 0; i < size; i += 1) out[end + i] = take(8);
      end += size;
      continue;
    }
    let literals;
    let distances;
    if (kind === 1) {
      fixed = fixed || [codes(Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8))), codes(new Array(30).fill(5))];
      [literals, distances] = fixed;
    } else {
      const [n, d, c] = [take(5) + 257, take(5) + 1, take(4) + 4];
      const short = new Array(19).fill(0);
      for (let i = 0; i < c; i += 1) short[LENGTH_ORDER[i]] = take(3);
      const words = codes(short);
      const lengths = [];
      while (lengths.length < n + d) {
        const one = symbol(words);
        if (one < 16) lengths.push(one);
        else {
          if (one === 16 && lengths.length === 0) throw damaged();
          const value = one === 16 ? lengths[lengths.length - 1] : 0;
          const times = one === 16 ? 3 + take(2) : one === 17 ? 3 + take(3) : 11 + take(7);
          for (let i = 0; i < times; i += 1) lengths.push(value);
        }
      }
      literals = codes(lengths.slice(0, n));
      distances = codes(lengths.slice(n, n + d));
    }
    for (;;) {
      if (at > bytes.length + 4) throw damaged();
      const one = symbol(literals);
      if (one === 256) break;
      if (one < 256) {
        if (end === out.length) room(1);
        out[end] = one;
        end += 1;
        continue;
      }
      if (one > 285) throw damaged();
      const length = LENGTHS[one - 257] + take(LENGTH_BITS[one - 257]);
      const far = symbol(distances);
      if (far > 29) throw damaged();
      const back = DISTANCES[far] + take(Math.max(0, (far >> 1) - 1));
      if (back > end) throw damaged();
      room(length);
      for (const until = end + length; end < until; end += 1) out[end] = out[end - back];
    }
  }
  // Whole bytes that were taken in advance are given back; then Adler-32, of what was opened.
  at -= held >> 3;
  let [a, b] = [1, 0];
  for (let i = 0; i < end;) {
    const until = Math.min(end, i + 3800);
    for (; i < until; i += 1) {
      a += out[i];
      b += a;
    }
    a %= 65521;
    b %= 65521;
  }
  const sum = ((bytes[at] << 24) | (bytes[at + 1] << 16) | (bytes[at + 2] << 8) | bytes[at + 3]) >>> 0;
  if (sum !== ((b << 16) | a) >>> 0) throw damaged();
  return out.subarray(0, end);
}

// A packed text as it was; an error where the file is damaged.
function opened(text) {
  const letters = atob(text.trim());
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i += 1) bytes[i] = letters.charCodeAt(i);
  return new TextDecoder("utf-8", { fatal: true }).decode(inflate(bytes));
}
