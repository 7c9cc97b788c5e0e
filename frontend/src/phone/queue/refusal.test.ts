import { beforeAll, describe, expect, it } from 'vitest';
import { ApiProblem } from '@/lib/api/problem';
import { beginTexts } from '../i18n';
import { refusalWords } from './refusal';

beforeAll(beginTexts);

const refused = (field: string, message: string, code = 'kernel.constraint.NotBlank') =>
  refusalWords(new ApiProblem(422, 'kernel.invalid', '有 1 处填写不符合要求。', [{ field, message, code }]));

describe('why a record was refused', () => {
  it('names the place as the screens do, never as the call does', () => {
    expect(refused('findings[1].description', '必填，不能为空白。')).toBe(
      '有 1 处要修改： 第 2 个问题的描述：必填，不能为空白。',
    );
    expect(refused('answers[3].item', '督导清单里没有这一项：9.9。', 'indexsystem.fault.noItem')).toContain(
      '督导清单的答案：督导清单里没有这一项：9.9。',
    );
  });

  it('says that the phone is to be updated where its fields are not known', () => {
    const words = refused(
      'answers[0].colour',
      '没有这个字段；可用的字段：choice, item。',
      'kernel.unknownField',
    );
    expect(words).toContain('更新');
    expect(words).not.toMatch(/choice|colour/);
  });

  it('says what the server said where no place is meant', () => {
    expect(refusalWords(new ApiProblem(409, 'zone.record.taken', '这个编号已用于另一份记录。'))).toBe(
      '这个编号已用于另一份记录。',
    );
  });
});
