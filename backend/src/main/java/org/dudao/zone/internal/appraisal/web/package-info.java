/** The appraisal of inspectors over HTTP. */
package org.dudao.zone.internal.appraisal.web;
