import { QueryClient } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { expect } from 'vitest';
import { Providers } from '@/app/App';
import { routes } from '@/app/routes';

/** Opens the whole client at an address, as a person would. */
export function open(address: string) {
  const client = new QueryClient({
    defaultOptions: { queries: { retry: false }, mutations: { retry: false } },
  });
  const router = createMemoryRouter(routes, { initialEntries: [address] });
  const view = render(
    <Providers client={client}>
      <RouterProvider router={router} />
    </Providers>,
  );
  const address_ = () => router.state.location.pathname + router.state.location.search;
  return { ...view, user: userEvent.setup(), router, address: address_ };
}

/** No violation that can be told without drawing; contrast and layout are checked in the journeys. */
export async function expectAccessible(element: Element = document.body): Promise<void> {
  const found = await axe.run(element, {
    rules: { 'color-contrast': { enabled: false }, region: { enabled: false } },
    resultTypes: ['violations'],
  });
  expect(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' | ')}`)).toEqual([]);
}
