/** The register and the templates over HTTP. */
package org.dudao.publication.internal.web;
