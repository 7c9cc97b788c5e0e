import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { http, HttpResponse, type JsonBodyType } from 'msw';
import { beforeEach, describe, expect, it } from 'vitest';
import { expectAccessible } from '@/test/render';
import { gives, server } from '@/test/server';
import { App } from './App';
import { randomKey } from './key';

const school = {
  name: '城关小学',
  office: '溪禾县人民政府教育督导室',
  phone: '0990-1234567',
  responsible: { name: '王建国', kind: 'RESPONSIBLE', since: '2025-09-01', photo: false },
  matters: [{ no: 7, name: '食堂、食品、饮水及宿舍卫生情况', nameEn: 'Canteen' }],
  results: [],
};
const check = {
  standing: 'DISMISSED',
  name: '王建国',
  kind: 'RESPONSIBLE',
  office: '溪禾县人民政府教育督导室',
  startsOn: '2025-09-01',
  endsOn: '2026-03-01',
  photo: false,
  on: '2026-11-23',
};
const receipt = { code: '7QK2-M4ZD-09XA-TR5B', receivedOn: '2026-11-23', answerBy: '2027-01-05' };

describe('pages for everybody', () => {
  beforeEach(() => sessionStorage.clear());

  it('say of a dismissed inspector that the letter no longer holds', async () => {
    server.use(gives('/public/appointments/CODE', check));
    const { container } = render(<App path="/p/c/CODE" />);
    expect(await screen.findByText('已解聘，现已失效')).toBeVisible();
    expect(screen.getByText('核验日期：2026年11月23日')).toBeVisible();
    await expectAccessible(container);
  });

  it('say calmly that a code is unknown', async () => {
    server.use(
      http.get('*/api/v1/public/appointments/CODE', () =>
        HttpResponse.json({ code: 'publication.code.unknown' }, { status: 404 }),
      ),
    );
    render(<App path="/p/c/CODE" />);
    expect(await screen.findByText('没有这个编码')).toBeVisible();
  });

  it('show a school with nobody responsible and nothing published', async () => {
    server.use(gives('/public/schools/CODE', { ...school, responsible: null, phone: null }));
    render(<App path="/p/s/CODE" />);
    expect(await screen.findByText('目前没有责任督学，请致电监督电话。')).toBeVisible();
    expect(screen.getByText('目前没有公布的督导结果。')).toBeVisible();
  });

  it('keep what was typed over a reload and send it once under one key, also after a failure', async () => {
    const sent: JsonBodyType[] = [];
    server.use(
      gives('/public/schools/CODE', school),
      http.post('*/api/v1/public/complaints', async ({ request }) => {
        sent.push((await request.json()) as JsonBodyType);
        return sent.length === 1
          ? HttpResponse.json({ detail: '服务暂时不可用' }, { status: 503 })
          : HttpResponse.json(receipt, { status: 201 });
      }),
    );
    const first = render(<App path="/p/r/CODE" />);
    fireEvent.click(await screen.findByRole('button', { name: '提交给督导机构' }));
    expect(screen.getByRole('alert')).toHaveTextContent('请选择反映的事项');
    fireEvent.change(screen.getByLabelText('事项'), { target: { value: '7' } });
    expect(screen.getByRole('alert')).not.toHaveTextContent('请选择反映的事项');
    fireEvent.change(screen.getByLabelText('问题'), { target: { value: '消毒柜坏了' } });
    first.unmount();
    const { container } = render(<App path="/p/r/CODE" />);
    expect(await screen.findByLabelText('问题')).toHaveValue('消毒柜坏了');
    await expectAccessible(container);
    fireEvent.click(screen.getByRole('button', { name: '提交给督导机构' }));
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('服务暂时不可用'));
    fireEvent.click(screen.getByRole('button', { name: '提交给督导机构' }));
    expect(await screen.findByText(receipt.code)).toBeVisible();
    expect(sent).toHaveLength(2);
    expect(sent[0]).toEqual(sent[1]);
    expect(sessionStorage).toHaveLength(0);
  });

  it('draw keys as random UUIDs', () => {
    const keys = new Set(Array.from({ length: 50 }, randomKey));
    expect(keys.size).toBe(50);
    keys.forEach((key) =>
      expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/),
    );
  });
});
