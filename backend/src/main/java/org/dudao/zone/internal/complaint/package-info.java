/** Complaints (投诉、举报) about schools: sent by anybody, verified, handled or passed on, answered by the office. */
package org.dudao.zone.internal.complaint;
