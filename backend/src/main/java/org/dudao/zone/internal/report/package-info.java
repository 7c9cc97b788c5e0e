/**
 * After the visit: the record a school reads and answers, what it thinks of the inspector, monthly reports and tables, the work
 * log with what the work cost.
 */
package org.dudao.zone.internal.report;
