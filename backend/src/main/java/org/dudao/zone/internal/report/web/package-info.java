/** Records, reports and work logs over HTTP. */
package org.dudao.zone.internal.report.web;
