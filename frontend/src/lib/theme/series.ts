/** Colours of things side by side that have no order and no verdict; each stands out from paper by 4.5 to 1 and comes with a shape. */
export const SERIES = ['#0f5e63', '#8a5a00', '#5b3fa0', '#33658a', '#8c2f5d', '#3d5a1e'] as const;
