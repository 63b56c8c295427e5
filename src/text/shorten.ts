/** A text cut at the end of a word, with an ellipsis in the place of the rest, if it is longer than `most` characters. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const end = cut.lastIndexOf(' ');
  return `${(end > 0 ? cut.slice(0, end) : cut).replace(/[\s،,.:;؛]+$/u, '')}…`;
}
