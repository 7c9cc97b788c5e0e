/** Records of visits over HTTP. */
package org.dudao.publication.internal.visit.web;
