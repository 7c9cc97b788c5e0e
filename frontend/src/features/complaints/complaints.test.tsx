import { act, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { takes } from '@/test/body';
import { expectAccessible, open } from '@/test/render';
import { at, gives, officer, page, server } from '@/test/server';

const json = (value: unknown) => value as JsonBodyType;
const row = {
  id: 'c1',
  schoolId: 's1',
  schoolName: '城关小学',
  matter: 7,
  matterName: '食堂、食品、饮水及宿舍卫生情况',
  matterNameEn: 'Canteen',
  excerpt: '消毒柜坏了',
  named: true,
  inspectorName: '王建国',
  state: 'RECEIVED',
  receivedOn: '2026-11-01',
  dueOn: '2026-11-08',
  overdue: true,
  closedOn: null,
};
const detail = {
  row,
  complaint: {
    id: 'c1',
    schoolId: 's1',
    regionCode: '990101',
    matter: 7,
    body: '消毒柜坏了',
    state: 'RECEIVED',
    receivedOn: '2026-11-01',
    verifyBy: '2026-11-08',
    answerBy: '2026-12-15',
    passedTo: null,
    answer: null,
    rejectedFor: null,
    closedOn: null,
    version: 3,
  },
  senderName: '张**',
  senderContact: null,
  steps: [{ kind: 'RECEIVED', note: null, actorName: null, at: '2026-11-01T04:00:00Z' }],
  pictures: [],
  findings: [],
  next: ['VERIFY', 'REJECT'],
};
const me = (...more: string[]) => ({
  ...officer,
  permissions: [...officer.permissions, 'complaint:read', ...more],
});

describe('complaints', () => {
  beforeEach(() => {
    server.use(
      gives('/me', json(me('complaint:work'))),
      gives('/zone/complaints', json(page([row]))),
      gives('/zone/complaints/c1', json(detail)),
    );
  });

  it('show what is overdue by sign and word', async () => {
    open('/complaints');
    const line = (await screen.findByText('城关小学')).closest('tr, li');
    expect(line).toHaveTextContent(/逾期 \d+ 天 · 2026年11月8日/);
  });

  it('take a step with its words at the version read', async () => {
    const { handler, seen } = takes('post', '/zone/complaints/c1/steps', json(detail));
    server.use(handler);
    const { user, container } = open('/complaints/c1');
    await user.click(await screen.findByRole('button', { name: '核实受理' }));
    const dialog = await screen.findByRole('dialog');
    await user.click(within(dialog).getByRole('button', { name: '核实受理' }));
    expect(await within(dialog).findByText('请填写核实情况')).toBeInTheDocument();
    await user.type(within(dialog).getByLabelText('核实情况'), '属实');
    await user.click(within(dialog).getByRole('button', { name: '核实受理' }));
    await waitFor(() => expect(seen).toHaveLength(1));
    expect(seen[0]?.body).toEqual({ step: 'VERIFY', text: '属实' });
    expect(seen[0]?.headers.get('If-Match')).toBe('"3"');
    await expectAccessible(container);
  });

  it('take a step once, however often the button is pressed', async () => {
    let asked = 0;
    let answer = () => {};
    const held = new Promise<void>((resolve) => (answer = resolve));
    server.use(
      http.post(at('/zone/complaints/c1/steps'), async () => {
        asked += 1;
        await held;
        return HttpResponse.json(json(detail));
      }),
    );
    const { user } = open('/complaints/c1');
    await user.click(await screen.findByRole('button', { name: '核实受理' }));
    const dialog = await screen.findByRole('dialog');
    await user.type(within(dialog).getByLabelText('核实情况'), '属实');
    const form = dialog.querySelector('form') as HTMLFormElement;
    fireEvent.submit(form);
    await waitFor(() => expect(asked).toBe(1));
    fireEvent.submit(form);
    await act(() => Promise.resolve());
    answer();
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(asked).toBe(1);
  });

  it('let a reader who does not work the case neither step nor look at the sender', async () => {
    server.use(gives('/me', json(me())));
    open('/complaints/c1');
    expect(await screen.findByText('张**')).toBeVisible();
    expect(screen.queryByRole('button', { name: '核实受理' })).toBeNull();
    expect(screen.queryByRole('button', { name: /查看完整信息/ })).toBeNull();
  });
});
