/** The gate over HTTP: papers for the office, public pages for everybody. */
package org.dudao.publication.internal.gate.web;
