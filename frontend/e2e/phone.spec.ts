import { expect, test, type Page } from '@playwright/test';
import { expectAccessible } from './support/a11y';
import { photo } from './support/photo';
import { answer, begin, expectState, finish, heading, OURS, phoneOf } from './support/phone';

interface VisitDetail {
  visit: { id: string };
  records: {
    id: string;
    answers: { item: string; evidence: string[]; note: string | null }[];
    feedback: string;
  }[];
  agreed: { item: string; choice: string }[];
  differing: { item: string; answers: unknown[] }[];
}

/** The visit of a record as the server has it. */
async function visitOf(page: Page, school: string, record: string): Promise<VisitDetail> {
  const list = (await (
    await page.request.get(`/api/v1/zone/visits?size=200&q=${encodeURIComponent(school)}`, { headers: OURS })
  ).json()) as { items: { id: string }[] };
  for (const { id } of list.items) {
    const detail = (await (
      await page.request.get(`/api/v1/zone/visits/${id}`, { headers: OURS })
    ).json()) as VisitDetail;
    if (detail.records.some((one) => one.id === record)) return detail;
  }
  throw new Error(`no visit with the record ${record}`);
}

async function addPhotos(page: Page, count: number, size = 0): Promise<void> {
  const files = [];
  for (let i = 0; i < count; i++) files.push(await photo(page, `现场${i}.jpg`, size));
  await page.locator('input[type=file][multiple]').setInputFiles(files);
  await expect(page.locator('main li img')).toHaveCount(count);
}

test('a visit in flight mode: reloaded in mid-form, with photos, a finding and a signature, received when the line is back', async ({
  browser,
}) => {
  const { context, page } = await phoneOf(browser, 'inspector');
  await expectAccessible(page);
  await context.setOffline(true);
  const { id, name } = await begin(page);
  await expect(page.getByText('没有网络，照常记录')).toBeVisible();
  await expectAccessible(page);

  await page.getByRole('link', { name: /^1 校/ }).click();
  await page.getByRole('button', { name: '否', exact: true }).click();
  await page.getByRole('textbox', { name: '补充说明' }).fill('章程没有张贴');
  await addPhotos(page, 2);
  await page.reload();
  await expect(page.getByRole('button', { name: '✓ 否' })).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('textbox', { name: '补充说明' })).toHaveValue('章程没有张贴');
  await expect(page.locator('main li img')).toHaveCount(2);
  await expectAccessible(page);

  await page.getByRole('button', { name: '记为问题' }).click();
  await expect(page.getByRole('textbox', { name: '问题描述' })).toHaveValue('章程没有张贴');
  await page.getByRole('combobox', { name: '程度' }).selectOption({ label: '重大' });
  await expectAccessible(page);
  await page.locator('footer, div').getByRole('button', { name: '返回' }).last().click();
  await page.getByRole('button', { name: '返回' }).click();

  await page.getByRole('link', { name: /^反馈与签字/ }).click();
  await page.getByRole('textbox', { name: '口头反馈' }).fill('请一周内张贴章程');
  await page.getByRole('textbox', { name: '接待人姓名' }).fill('张校长');
  const pad = await page.getByRole('img', { name: '在框内签名' }).boundingBox();
  if (!pad) throw new Error('no box to sign in');
  await page.mouse.move(pad.x + 40, pad.y + 40);
  await page.mouse.down();
  await page.mouse.move(pad.x + 160, pad.y + 90, { steps: 6 });
  await page.mouse.up();
  await expect(page.getByText('已签字，可重签')).toBeVisible();
  await expectAccessible(page);
  await page.reload();
  await expect(page.getByRole('textbox', { name: '口头反馈' })).toHaveValue('请一周内张贴章程');
  await page.getByRole('button', { name: '返回' }).first().click();
  await expect(page.getByText('张校长 已签字')).toBeVisible();

  await finish(page);
  await expect(heading(page, '发送')).toBeVisible();
  await expectState(page, id, 'ready');
  await expectAccessible(page);
  await context.setOffline(false);
  await expect(page.getByText('没有未送达的记录。')).toBeVisible({ timeout: 30_000 });
  await expectState(page, id, 'received');

  const detail = await visitOf(page, name, id);
  const first = detail.records.find((one) => one.id === id);
  expect(first?.feedback).toBe('请一周内张贴章程');
  expect(first?.answers[0]?.note).toBe('章程没有张贴');
  expect(first?.answers[0]?.evidence).toHaveLength(2);
  const query = first?.answers[0]?.evidence.map((one) => `id=${one}`).join('&') ?? '';
  const files = (await (
    await page.request.get(`/api/v1/evidence/files/some?${query}`, { headers: OURS })
  ).json()) as unknown[];
  expect(files).toHaveLength(2);
  await context.close();
});

test('two phones on one visit, in both orders of sending, say the same in the end', async ({ browser }) => {
  const outcomes: string[] = [];
  for (const order of [
    [0, 1],
    [1, 0],
  ]) {
    const phones = [await phoneOf(browser, 'inspector'), await phoneOf(browser, 'officer')];
    const officer = phones[1]?.page as Page;
    const school = (
      (await (
        await (phones[0]?.page as Page).request.get('/api/v1/schools?size=1&sort=name', { headers: OURS })
      ).json()) as { items: { id: string; name: string }[] }
    ).items[0] as { id: string; name: string };
    const visit = crypto.randomUUID();
    const me = (await (await officer.request.get('/api/v1/me', { headers: OURS })).json()) as {
      today: string;
    };
    const planned = await officer.request.post('/api/v1/zone/visits', {
      headers: OURS,
      data: {
        id: visit,
        schoolId: school.id,
        kind: 'JOINT',
        on: me.today,
        dayOff: true,
        participants: [{ name: '县教育局安全科' }],
      },
    });
    expect(planned.status()).toBe(201);
    const ids: string[] = [];
    for (const [nth, { page, context }] of phones.entries()) {
      await page.goto('/m/');
      await page.getByRole('button', { name: '更新资料' }).click();
      await expect(page.getByRole('button', { name: '更新资料' })).toBeEnabled();
      await context.setOffline(true);
      await page.goto(`/m/schools/${school.id}?visit=${visit}`);
      await page.getByRole('button', { name: '签到，开始督导' }).click();
      await page.waitForURL(/\/m\/records\//);
      ids.push(page.url().split('/').at(-1) ?? '');
      await answer(page, /^1 校/, nth === 0 ? '是' : '否');
      await answer(page, /^2 招/, '是');
      await finish(page);
      await expect(heading(page, '发送')).toBeVisible();
    }
    for (const nth of order) {
      const { page, context } = phones[nth] as (typeof phones)[number];
      await context.setOffline(false);
      await expectState(page, ids[nth] ?? '', 'received');
    }
    const detail = (await (
      await officer.request.get(`/api/v1/zone/visits/${visit}`, { headers: OURS })
    ).json()) as VisitDetail;
    outcomes.push(
      JSON.stringify([
        detail.agreed.map((one) => [one.item, one.choice]),
        detail.differing.map((one) => [one.item, one.answers.length]),
      ]),
    );
    for (const { context } of phones) await context.close();
  }
  expect(outcomes[0]).toBe('[[["2.1","YES"]],[["1.1",2]]]');
  expect(outcomes[1]).toBe(outcomes[0]);
});

for (const whole of [true, false]) {
  const where = whole ? 'to all together' : 'to some of them';
  test(`the server answering 500 and 409 ${where} loses nothing, and one bad record holds up no other`, async ({
    browser,
  }) => {
    const { context, page } = await phoneOf(browser, 'inspector');
    await context.setOffline(true);
    const ids: string[] = [];
    for (const nth of [0, 1, 2]) {
      ids.push((await begin(page, nth)).id);
      await answer(page, /^1 校/, '是');
      await finish(page);
      await expect(heading(page, '发送')).toBeVisible();
    }
    const [broken, taken, good] = ids as [string, string, string];
    let failures = 0;
    const own = { status: 409, code: 'zone.record.taken', detail: '这个编号已用于另一份记录' };
    const alone = '**/api/v1/zone/visit-records';
    await context.route(alone, async (route) => {
      const { id } = route.request().postDataJSON() as { id: string };
      if (id === broken && failures++ < 1) return route.fulfill({ status: 500, body: 'broken' });
      if (id === taken) {
        return route.fulfill({
          status: 409,
          contentType: 'application/problem+json',
          body: JSON.stringify(own),
        });
      }
      return route.continue();
    });
    await context.route(`${alone}/batch`, async (route) => {
      if (whole) return route.fulfill({ status: 500, body: 'broken' });
      const answers = (await (await route.fetch()).json()) as { id: string }[];
      await route.fulfill({
        json: answers.map((one) =>
          one.id === taken
            ? { id: one.id, status: 409, receipt: null, problem: own }
            : one.id === broken && failures++ < 1
              ? {
                  id: one.id,
                  status: 500,
                  receipt: null,
                  problem: { status: 500, code: 'kernel.unexpected' },
                }
              : one,
        ),
      });
    });
    await context.setOffline(false);
    await expectState(page, good, 'received');
    await expectState(page, taken, 'rejected');
    await expect(page.getByText('这个编号已用于另一份记录')).toBeVisible();
    await page.getByRole('button', { name: '立即发送' }).click();
    await expectState(page, broken, 'received');

    await context.unroute(alone);
    await context.unroute(`${alone}/batch`);
    await page.getByRole('button', { name: '另存为新记录' }).click();
    await page.waitForURL(/\/m\/records\//);
    const renewed = page.url().split('/').at(-1) ?? '';
    expect(renewed).not.toBe(taken);
    await finish(page);
    await expectState(page, renewed, 'received');
    await context.close();
  });
}

test('a login that ended while away keeps the work, comes first, and sending goes on', async ({
  browser,
}) => {
  const { context, page } = await phoneOf(browser, 'inspector');
  await context.setOffline(true);
  const { id } = await begin(page, 3);
  await answer(page, /^3 课/, '是');
  const cookies = await context.cookies();
  await context.clearCookies({ name: /q_session.*/ });
  await finish(page);
  await context.setOffline(false);
  await expect(page.getByText('登录已过期，记录都在本机')).toBeVisible({ timeout: 30_000 });
  await expectState(page, id, 'ready');
  await context.addCookies(cookies);
  await page.getByRole('button', { name: '去登录' }).click();
  await expect(heading(page, '今日督导')).toBeVisible({ timeout: 30_000 });
  await expectState(page, id, 'received');
  await context.close();
});
