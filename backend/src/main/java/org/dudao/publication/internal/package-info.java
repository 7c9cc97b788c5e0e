/** The register, the templates and the files behind them. */
package org.dudao.publication.internal;
