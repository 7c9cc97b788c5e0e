/** The self-check of an innovation county as PDF, over HTTP. */
package org.dudao.publication.internal.innovation.web;
