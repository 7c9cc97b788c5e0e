/**
 * The yearly appraisal of inspectors (督学年度考核): counted from recorded work, marked by the office, confirmed by the director,
 * read by the inspector.
 */
package org.dudao.zone.internal.appraisal;
