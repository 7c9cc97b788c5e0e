/** Filling a template and printing it as PDF. */
package org.dudao.publication.internal.render;
