const words = "zero one two three four five six seven eight nine ten eleven twelve".split(" ");

/** A number in digits or in a word, as the source of a pattern. */
export const numberPattern = `\\d+(?:,\\d{3})*(?:\\.\\d+)?|${words.join("|")}`;

/** The value of what `numberPattern` matches. */
export function numberOf(text: string): number {
  const index = words.indexOf(text.toLowerCase());
  return index < 0 ? Number(text.replaceAll(",", "")) : index;
}

/** A number with its unit, as it stands in a sentence. */
export interface Quantity {
  /** The words, number and unit. */
  words: string;
  value: number;
}

/** Every number of a unit, and the first one of a range ("10 to 20 seconds"). One adjective may stand between them. */
export function quantities(text: string, units: string): Quantity[] {
  const unit = `(?:${units})(?![\\w-])`;
  const pattern = new RegExp(
    `(?<![\\w.,-])(?:(${numberPattern})(?: ?(?:to|and|or|–|-) ?))?(${numberPattern})[ -]?(?:(?!to\\b|and\\b|or\\b|of\\b)[a-z]+ )?${unit}`,
    "gi",
  );
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: from, 2: to = "" }) =>
    [from, to].flatMap((it) => (it === undefined ? [] : [{ words: whole, value: numberOf(it) }])),
  );
}

/** Sizes of a text in bytes, each as both readings of its unit: `10 KB` is 10,240 or 10,000. */
export function sizesIn(text: string): { words: string; readings: number[] }[] {
  const pattern =
    /(?<![\w.,-])(?:(\d[\d,.]*)(?: ?(?:bytes|[kKMG]i?B))? ?(?:to|and|or|–|-) ?)?(\d[\d,.]*)[ -]?(bytes?|[kKMG]i?B)(?!\w)/g;
  return [...text.matchAll(pattern)].flatMap(({ 0: whole, 1: from, 2: to = "", 3: unit = "" }) => {
    const power = " kmg".indexOf(unit.charAt(0).toLowerCase());
    const isBytes = unit.startsWith("byte");
    const ownUnit = /^[\d,.]+ ?(?:bytes|[kKMG]i?B)/.test(whole) && from !== undefined;
    return [...(ownUnit ? [] : [from]), to].flatMap((it) => {
      if (it === undefined) return [];
      const value = Number(it.replaceAll(",", ""));
      return [
        {
          words: whole,
          readings: isBytes ? [value] : [value * 1024 ** power, value * 1000 ** power],
        },
      ];
    });
  });
}
