import { screen } from '@testing-library/react';
import type { JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible, open } from '@/test/render';
import { gives, officer, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;
const calendar = (change: Record<string, unknown>) =>
  gives('/rectification/calendar/2026', json({ year: 2026, days: [], ...change }));
const spring = { day: '2026-02-15', working: false, name: '春节', source: '国办发明电〔2025〕7号' };

beforeEach(() => {
  server.use(
    gives('/me', json({ ...officer, permissions: [...officer.permissions, 'finding:read'] })),
    gives('/rectification/ladder', []),
    gives('/rectification/terms', []),
  );
});

describe('the calendar of working days', () => {
  it('names the notice it was shipped from and that its text was seen', async () => {
    const seenIn = '新华社';
    server.use(
      calendar({ origin: 'SHIPPED', source: spring.source, verified: true, seenIn, days: [spring] }),
    );
    open('/rectification/terms?calendar=2026');
    expect(await screen.findByText('已核实')).toBeVisible();
    expect(screen.getByText(/随软件提供：国办发明电〔2025〕7号。核对出处：新华社/)).toBeVisible();
    await expectAccessible();
  });

  it('warns of a year nobody knows the holidays of', async () => {
    server.use(calendar({ origin: 'NONE', source: null, verified: false, seenIn: null }));
    open('/rectification/terms?calendar=2026');
    expect(await screen.findByText(/2026年的放假调休安排尚未核实/)).toBeVisible();
  });

  it('says that what the office imported stands instead', async () => {
    server.use(calendar({ origin: 'OFFICE', source: null, verified: false, seenIn: null, days: [spring] }));
    open('/rectification/terms?calendar=2026');
    expect(await screen.findByText('本办导入，替代随软件提供的安排。')).toBeVisible();
  });
});
