export interface SpecialDay {
  day: string;
  working: boolean;
  name: string;
}

export interface Reading {
  days: SpecialDay[];
  /** Lines nobody could read, by number from 1. */
  bad: { line: number; text: string }[];
}

const LINE = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[\s,，]+(?:休|off|(班|work))[\s,，]+(.+)$/;

/** Reads the State Council's arrangement as an office writes it down: a day, off or worked, and the name, one a line. */
export function readSpecialDays(text: string, year: number): Reading {
  const reading: Reading = { days: [], bad: [] };
  const seen = new Set<string>();
  text.split('\n').forEach((raw, index) => {
    const line = raw.trim();
    if (line === '') return;
    const found = LINE.exec(line);
    const day = found && `${found[1]}-${found[2]?.padStart(2, '0')}-${found[3]?.padStart(2, '0')}`;
    if (!found || !day || found[1] !== String(year) || !exists(day) || seen.has(day)) {
      reading.bad.push({ line: index + 1, text: line });
      return;
    }
    seen.add(day);
    reading.days.push({ day, working: found[4] !== undefined, name: found[5]?.trim() ?? '' });
  });
  return reading;
}

function exists(day: string): boolean {
  const parsed = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(parsed.getTime()) && parsed.toISOString().startsWith(day);
}
