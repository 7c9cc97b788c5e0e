/**
 * Every colour, size and font of the client. One accent; red only for failing or overdue, amber for due soon or to be
 * confirmed, green only for done. The same colour means the same thing on every page and in every chart.
 */
export const tokens = {
  accent: '#0f5e63',
  accentStrong: '#0a464a',
  accentSoft: '#e6f0f0',
  accentLine: '#9cc2c3',
  ink: '#1b2526',
  inkSoft: '#4a5758',
  inkFaint: '#5a6768',
  line: '#dfe5e5',
  lineStrong: '#c3cccc',
  surface: '#ffffff',
  canvas: '#f5f7f7',
  sunken: '#eef2f2',
  failing: '#b3261e',
  failingSoft: '#fbeceb',
  dueSoon: '#8a5a00',
  dueSoonSoft: '#fdf3de',
  done: '#1d6b42',
  doneSoft: '#e7f3ec',
  neutralMark: '#8fa3a4',
  radius: 6,
  grid: 8,
  fontSize: 14,
  fontFamily:
    '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", "Noto Sans SC", -apple-system, "Segoe UI", sans-serif',
  // English first: Chinese fonts draw its quotation marks and apostrophes a whole character wide
  fontFamilyLatin:
    '-apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
} as const;

const kebab = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** Hands the tokens to style sheets as `--dd-…` custom properties. */
export function publishTokens(root: HTMLElement): void {
  for (const [name, value] of Object.entries(tokens)) {
    root.style.setProperty(`--dd-${kebab(name)}`, typeof value === 'number' ? `${value}px` : value);
  }
}
