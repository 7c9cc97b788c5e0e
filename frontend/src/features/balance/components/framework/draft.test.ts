import { describe, expect, it } from 'vitest';
import { aFramework } from '@/test/fixtures';
import type { Parameter } from '../../model';
import { changes, draftOf, lowered, moved, numberOf, withIndicator, without, withValue } from './draft';
import { initialForm } from './indicatorForm';

const parameter = (code: string, value: unknown): Parameter =>
  ({
    ...(aFramework().parameters[0] as Parameter),
    code,
    value,
    unit: code.startsWith('threshold') ? '间/百生' : null,
  }) as Parameter;

const base = [
  parameter('limit.PRIMARY', 0.5),
  parameter('limit.JUNIOR', 0.45),
  parameter('threshold.multimediaRooms.PRIMARY', 2.3),
  parameter('threshold.multimediaRooms.JUNIOR', 2.4),
  parameter('schoolRule.required', 1),
  parameter('plan.step.multimediaRooms', 1),
  parameter('plan.cost.multimediaRooms', 60000),
];
const around = { base, ownSource: '本级自定', today: '2026-11-22' };
const start = { ...draftOf(aFramework()), parameters: base };
const names = {
  threshold: (stage: string) => ({ nameZh: `达标值·${stage}`, nameEn: stage }),
  step: { nameZh: '最小增量', nameEn: 'step', unit: '台' },
  cost: { nameZh: '单位成本', nameEn: 'cost', unit: '元/台' },
};
const computers = {
  ...initialForm(start, undefined, '本级自定'),
  code: 'computers',
  nameZh: '每百名学生拥有教学用计算机台数',
  numerator: [{ fact: 'computers', factor: 1 }],
  additionFact: 'computers',
  threshold: { PRIMARY: 10, JUNIOR: null },
  cost: 4500,
};
const added = withIndicator(start, undefined, computers, true, names, around);

describe('a draft', () => {
  it('gets every parameter the calculation asks for with an indicator, as the office’s own', () => {
    expect(added.indicators.map((one) => `${one.number} ${one.code}`)).toEqual([
      '1 multimediaRooms',
      '2 computers',
    ]);
    expect(added.parameters.map((p) => p.code)).toEqual([
      'limit.PRIMARY',
      'limit.JUNIOR',
      'threshold.multimediaRooms.PRIMARY',
      'threshold.multimediaRooms.JUNIOR',
      'threshold.computers.PRIMARY',
      'threshold.computers.JUNIOR',
      'schoolRule.required',
      'plan.step.multimediaRooms',
      'plan.cost.multimediaRooms',
      'plan.step.computers',
      'plan.cost.computers',
    ]);
    expect(added.parameters.find((p) => p.code === 'plan.cost.computers')).toMatchObject({
      value: 4500,
      type: 'NUMBER',
      verified: false,
      confidence: 'OWN',
      source: '本级自定',
      effectiveFrom: '2026-11-22',
      nameZh: '单位成本',
      unit: '元/台',
    });
  });

  it('leaves what an unchanged indicator brings as it was', () => {
    const form = initialForm(start, start.indicators[0], '本级自定');
    expect(withIndicator(start, start.indicators[0], form, true, names, around)).toEqual(start);
  });

  it('takes the standards along when the code changes', () => {
    const form = { ...initialForm(start, start.indicators[0], ''), code: 'rooms' };
    const next = withIndicator(start, start.indicators[0], form, true, names, around);
    expect(numberOf(next, 'threshold.rooms.PRIMARY')).toBe(2.3);
    expect(next.parameters.some((p) => p.code.startsWith('threshold.multimediaRooms'))).toBe(false);
  });

  it('loses with an indicator what only it needed, and never asks for more than is left', () => {
    const both = withValue(added, 'schoolRule.required', 2, around);
    const next = without(both, 'multimediaRooms', around);
    expect(next.parameters.some((p) => p.code.includes('multimediaRooms'))).toBe(false);
    expect(next.indicators.map((one) => one.number)).toEqual([1]);
    expect(numberOf(next, 'schoolRule.required')).toBe(1);
    expect(lowered(both, next)).toBe(1);
    expect(next.parameters.find((p) => p.code === 'schoolRule.required')?.source).toBe('教督〔2017〕6号');
  });

  it('numbers indicators by their order', () => {
    const next = moved(added, 'computers', -1, around);
    expect(next.indicators.map((one) => `${one.number} ${one.code}`)).toEqual([
      '1 computers',
      '2 multimediaRooms',
    ]);
    expect(moved(added, 'computers', 1, around).indicators).toEqual(added.indicators);
  });

  it('says of a changed value that it is the office’s own, and of the model’s value where it comes from', () => {
    const own = withValue(start, 'limit.PRIMARY', 0.4, around);
    expect(own.parameters[0]).toMatchObject({ value: 0.4, verified: false, confidence: 'OWN' });
    expect(withValue(own, 'limit.PRIMARY', 0.5, around)).toEqual(start);
  });

  it('counts what differs from the saved one', () => {
    expect(changes(start, start)).toBe(0);
    expect(changes(start, added)).toBe(1);
    expect(changes(added, moved(added, 'computers', -1, around))).toBe(1);
    expect(changes(start, withValue(start, 'limit.PRIMARY', 0.4, around))).toBe(1);
    expect(changes(added, without(added, 'multimediaRooms', around))).toBe(1);
  });
});
