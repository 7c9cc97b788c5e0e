/** Complaints over HTTP. */
package org.dudao.zone.internal.complaint.web;
