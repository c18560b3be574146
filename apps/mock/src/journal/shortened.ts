const most = 300;

/** A text short enough to keep five hundred of. */
export function shortened(text: string): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}
