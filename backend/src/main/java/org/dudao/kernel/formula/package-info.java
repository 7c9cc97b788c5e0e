/**
 * Formulas people write: one safe dialect of EvalEx for the columns of an import and for the items of an index system.
 */
package org.dudao.kernel.formula;
