/**
 * What would it take: the least that must be added, in whole units, so that every school meets its standard and every
 * coefficient of variation its limit. Plain Java.
 *
 * <h2>Why this is a convex problem</h2>
 * With pupils p<sub>i</sub>, amounts a<sub>i</sub> ≥ 0, P = Σp and A = Σa, the identity CV² = P·Σ(a²/p)/A² − 1 turns CV ≤ L
 * into
 *
 * <pre>  √P · ‖(a₁/√p₁, …, aₙ/√pₙ)‖₂ ≤ √(1 + L²) · (a₁ + … + aₙ)</pre>
 *
 * a Euclidean norm of a linear image of a, bounded by a linear function of a: a second-order cone. Its intersection with
 * lower bounds a ≥ ℓ (the thresholds) is convex, and "least total addition" is a linear objective.
 *
 * <h2>Why the lowest are raised to one level</h2>
 * Let f(a) = P·Σ(a²/p) − (1 + L²)A² and minimise Σ(a<sub>i</sub> − ℓ<sub>i</sub>) subject to f ≤ 0, a ≥ ℓ. With multipliers
 * μ ≥ 0 for the cone and ν<sub>i</sub> ≥ 0 for the bounds, stationarity reads
 * 1 + μ(2P·a<sub>i</sub>/p<sub>i</sub> − 2(1 + L²)A) = ν<sub>i</sub>. For every school that receives something ν<sub>i</sub> = 0, so
 * a<sub>i</sub>/p<sub>i</sub> = ((1 + L²)A − 1/(2μ))/P is the same number t for all of them; a school that receives nothing has
 * ν<sub>i</sub> ≥ 0 and lies at or above t. Since the problem is convex these conditions suffice: the optimum is
 * a<sub>i</sub> = max(ℓ<sub>i</sub>, t·p<sub>i</sub>), water filled to one level. Along t the derivative of Σ(a²/p)/A² has the sign
 * of t − X̄(1 + CV²), negative because the level never exceeds the mean, so the smallest sufficient t is found by bisection
 * ({@link org.dudao.balance.internal.plan.WaterFilling}).
 *
 * <h2>Whole units</h2>
 * For a given number N of equal units the cone is easiest to meet where Σ(a²/p) is least: separable and convex, so giving
 * each unit to the school with the smallest marginal (2a + δ)δ/p is exact, and the solutions for N and N + 1 are nested. The
 * smallest N whose greedy solution is feasible is therefore the least total; the continuous optimum is where the search
 * starts.
 *
 * <h2>What is not exact</h2>
 * A whole-school unit at a mixed school serves two stages at once, and the composite of 2012 is a mean of coefficients:
 * neither is separable. There a steepest descent per 元 is followed by trimming and exchanges
 * ({@link org.dudao.balance.internal.plan.Descent}); it is held against brute force on small cases, and a proposal says for
 * each indicator which of the two it got.
 */
package org.dudao.balance.internal.plan;
