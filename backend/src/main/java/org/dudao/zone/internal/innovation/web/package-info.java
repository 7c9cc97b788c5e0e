/** The self-check of an innovation county over HTTP. */
package org.dudao.zone.internal.innovation.web;
