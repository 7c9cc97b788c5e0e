/** The self-check of an innovation county on paper. */
package org.dudao.publication.internal.innovation;
