import { describe, expect, it } from 'vitest';
import { ApiProblem, problemMessage, toProblem } from './problem';

const t = (key: string) => `[${key}]`;

describe('problemMessage', () => {
  it('speaks in the words of the server where it has some', () => {
    expect(problemMessage(toProblem(409, { detail: '标识码已被使用' }), t)).toBe('标识码已被使用');
  });

  it('adds what is wrong with each field', () => {
    const problem = toProblem(400, {
      detail: '填写有误',
      errors: [{ field: 'code', message: '应为 10 位' }],
    });
    expect(problemMessage(problem, t)).toBe('填写有误 应为 10 位');
  });

  it('has a sentence for every status without a document', () => {
    expect(problemMessage(toProblem(412, undefined), t)).toBe('[problem.stale]');
    expect(problemMessage(toProblem(500, '<html>'), t)).toBe('[problem.unexpected]');
    expect(problemMessage(new ApiProblem(0, 'network', ''), t)).toBe('[problem.network]');
  });

  it('never shows what a program threw', () => {
    expect(problemMessage(new Error('undefined is not a function'), t)).toBe('[problem.unexpected]');
  });
});
