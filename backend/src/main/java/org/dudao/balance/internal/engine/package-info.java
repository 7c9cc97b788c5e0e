/**
 * The calculation: frameworks as data, who is counted, weighted coefficients of variation, school and county verdicts.
 * Plain Java, deterministic, no rounding before a comparison.
 */
package org.dudao.balance.internal.engine;
