import { render, screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { NoPermission } from './States';

it('names the window of a page that is not for this account', () => {
  render(<NoPermission />);
  const heading = screen.getByRole('heading', { level: 1 });
  expect(document.title.startsWith(`${heading.textContent} · `)).toBe(true);
});
